// @vitest-environment jsdom
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { KNOWN_FIELDS } from '../../../lib/model/case';
import { type PageSite, Site, type Try } from '../../../lib/model/site';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { sites } from '../../../lib/sites/all';
import { runtimeSite, siteScript } from '../../../lib/sites/runtime';

const each = sites.map((site) => [site.id, site] as const);

/** Every selector of a site, with where it stands. */
function selectors(site: Site): [string, string][] {
  const tries = (where: string, list: readonly Try[]): [string, string][] => list.map(({ css }) => [where, css]);
  const talk = site.conversation;
  const all: [string, string | undefined][] = [
    ...site.marks.map(({ css }): [string, string] => ['marks', css]),
    ...tries('me', site.me),
    ...site.pages.map(({ id, container }): [string, string | undefined] => [`pages.${id}`, container]),
    ...site.fields.flatMap((field): [string, string | undefined][] => [
      [`anchor of ${field.field}`, field.anchor],
      ...tries(field.field, field.tries),
    ]),
    ...(talk
      ? ([
          ['entry', talk.entry],
          ['head', talk.head],
          ...tries('author', talk.author),
          ...tries('at', talk.at),
          ...tries('text', talk.text),
          ...talk.kinds.map(({ kind, css }) => [kind, css]),
        ] as [string, string | undefined][])
      : []),
    ['attachments', site.attachments?.css],
    ...site.directory.map(({ field, options }): [string, string] => [`directory of ${field}`, options]),
    ...(site.picked ?? []).flatMap(({ field, css, word }): [string, string | undefined][] => [
      [`picked ${field}`, css],
      [`word of ${field}`, word],
    ]),
    ...site.rows.flatMap((row): [string, string][] => [
      ['rows', row.css],
      ...tries('title', row.title),
      ...row.fields.flatMap((field) => tries(field.field, field.tries)),
    ]),
    ...site.writes.map(({ id, withForms }): [string, string | undefined] => [`writes.${id}`, withForms]),
  ];
  return all.flatMap(([where, css]) => (css === undefined ? [] : [[where, css] as [string, string]]));
}
const twice = (names: string[]) => names.filter((name, i) => names.indexOf(name) !== i);

describe('the sites', () => {
  it('have names of their own', () => expect(twice(sites.map(({ id }) => id))).toEqual([]));

  it('one of them stands for all other desks', () => expect(sites.filter(({ generic }) => generic)).toHaveLength(1));

  it('may say what earlier versions wrote into those that people taught, and nothing else that is unknown', () => {
    const site = Site.parse(sites[0]);
    expect(Site.parse({ ...site, staged: ['team'], redrawn: '.refused' })).toEqual(site);
    expect(Site.safeParse({ ...site, other: 1 }).success).toBe(false);
  });

  it('no two claim the same host', () => expect(twice(sites.flatMap(({ hosts }) => [...hosts]))).toEqual([]));
});

describe.each(each)('the data of %s', (_, site) => {
  it('is what the schema takes', () => expect(Site.safeParse(site).error).toBeUndefined());

  it('names its pages and writes once each', () => {
    expect(twice(site.pages.map(({ id }) => id))).toEqual([]);
    expect(twice(site.writes.map(({ id }) => id))).toEqual([]);
  });

  it('holds selectors that parse', () => {
    for (const [where, css] of selectors(site))
      for (const part of css.split('>>>'))
        expect(() => document.querySelector(part), `${where}: ${part}`).not.toThrow();
  });

  it('a row is one selector: the id is looked for on it', () => {
    for (const { css } of site.rows) expect(css).not.toContain(',');
  });

  it('says of each write where it was seen', () => {
    expect(site.writes.filter(({ seen }) => !seen).map(({ id }) => id)).toEqual([]);
  });

  it('says of each page of a case in full where it was seen', () => {
    expect(site.pages.filter(({ full, seen }) => full && !seen).map(({ id }) => id)).toEqual([]);
  });

  it('shows on its pages only fields that it can read', () => {
    const fields = new Set(site.fields.map(({ field }) => field));
    for (const { id, shows = [] } of site.pages)
      expect(
        shows.filter((field) => !fields.has(field)),
        id,
      ).toEqual([]);
  });

  it('is known by a host or by marks, and never by nothing; the one for all other desks is offered alone', () => {
    if (site.generic) expect([site.hosts, site.marks, site.writes, site.holdAt]).toEqual([[], [], [], undefined]);
    else expect(site.hosts.length + site.marks.length).toBeGreaterThan(0);
    for (const host of site.hosts) expect(new URL(`http://${host}/`).host).toBe(host);
  });

  it('what goes into a page carries no evidence and nothing that only people read', () => {
    const data = JSON.stringify(runtimeSite(site));
    for (const name of ['seen', 'reality', 'marks', 'statuses', 'submits']) expect(data).not.toContain(`"${name}":`);
    expect(JSON.parse(data)).toEqual(runtimeSite(site));
  });

  it('goes into a page as one script with the same data', () => {
    const script = siteScript(site);
    const world: { __baton?: { sites: PageSite[] } } = {};
    runInNewContext(script, world);
    expect(JSON.parse(JSON.stringify(world.__baton))).toEqual({ sites: [runtimeSite(site)] });
    // Where another site came first, it is added to it.
    runInNewContext(script, world);
    expect(world.__baton?.sites).toHaveLength(2);
  });

  it('leaves nothing in the page’s world but the one name', () => {
    const world = {};
    runInNewContext(siteScript(site), world);
    expect(Object.keys(world)).toEqual(['__baton']);
  });

  it('is refused when it is no site', () => {
    const { generic: _, holdAt: __, ...described } = site;
    expect(() => siteScript({ ...described, writes: [] })).toThrow();
    expect(() => siteScript({ ...site, extra: 1 } as never)).toThrow();
  });
});

describe('the fields that playbooks fill in from', () => {
  it('are known by name, or a site reads them; or people give them to fields of their own, which begin with a capital', () => {
    const known = new Set<string>([
      ...KNOWN_FIELDS,
      ...sites.flatMap(({ fields }) => fields.map(({ field }) => field)),
    ]);
    const asked = builtInPlaybooks.flatMap(({ exit, entry }) =>
      [...exit, ...entry].flatMap(({ prefill = [] }) => prefill),
    );
    expect(asked.filter((field) => !/^[@A-Z]/.test(field) && !known.has(field))).toEqual([]);
    expect(asked.length).toBeGreaterThan(5);
  });
});
