// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../lib/model/site';
import { sites } from '../../../lib/sites/all';
import { FILE_LIMIT, readSiteFile, type SiteFile, writeSiteFile } from '../../../lib/teach/file';
import { siteFrom } from '../../../lib/teach/site-from';
import { cpuTime } from '../cpu-time';
import { json, lesson, watched } from './lessons';

const from = siteFrom(lesson({ watched: [watched({ body: json({ group_id: 4 }) })] }), 0);
const taught = (from.ok && from.site) as Site;
const finds = (css: string) => void document.createDocumentFragment().querySelector(css);
const read = (text: string) => readSiteFile(text, finds);
/** What is said of the file of a site that has something else at one of its places, or (without a value) nothing. */
function said(at: string, value?: unknown): SiteFile {
  const site: unknown = structuredClone(taught);
  const path = at.split(/[.[\]]+/).filter(Boolean);
  const holder = path.slice(0, -1).reduce((node, key) => (node as Record<string, unknown>)[key], site);
  Object.assign(holder as object, { [path.at(-1) as string]: value });
  return read(JSON.stringify({ baton: 'site', version: 1, site }));
}

describe('the file of a site', () => {
  it('is read as it was written', () => {
    expect(read(writeSiteFile(taught))).toEqual({ ok: true, site: taught });
  });

  it.each([
    ['not-json', '{'],
    ['not-baton', '[]'],
    ['not-baton', '{"baton":"playbook","version":1}'],
    ['newer', '{"baton":"site","version":2,"site":{}}'],
    ['too-big', ' '.repeat(FILE_LIMIT + 1)],
  ])('is refused: %s', (why, text) => {
    expect(read(text)).toEqual({ ok: false, why });
  });

  it.each<[string, string, string, unknown?]>([
    ['a field without a selector', 'fields[1].tries[0].css', 'fields[1].tries[0].css'],
    ['a selector that is none', 'fields[0].anchor', 'fields[0].anchor', 'h1:::'],
    ['one inside a shadow root', 'fields[0].tries[0].css', 'fields[0].tries[0].css', 'x-y>>>['],
    ['a host with a star', 'hosts', 'hosts', ['*.example.com']],
    ['no host', 'hosts', 'hosts', []],
    ['something that no site has', 'script', 'site', 'alert(1)'],
    ['a pattern that costs a page seconds', 'writes[0].path', 'writes[0].path', '/:a-:b-:c-:d'],
    ['a list without end', 'nobody', 'nobody', Array(1000).fill('x')],
  ])('is refused with %s, and says where', (_, changed, at, value) => {
    expect(said(changed, value)).toMatchObject({ ok: false, why: 'broken', at });
  });

  it('never takes the name of a site that comes with Baton, nor that of none', () => {
    for (const { id } of sites) expect(said('id', id)).toMatchObject({ ok: false, why: 'not-taught' });
    for (const id of ['taught-', `taught-${'x'.repeat(60)}`])
      expect(said('id', id)).toMatchObject({ ok: false, why: 'not-taught' });
    expect(said('generic', true)).toMatchObject({ ok: false, why: 'not-taught' });
  });
});

describe('whatever a file holds', () => {
  const whole = JSON.parse(writeSiteFile(taught)) as unknown;
  const junk = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    fc.array(fc.string()),
    fc.dictionary(fc.string(), fc.string()),
  );
  /** The whole with something else at one of its places. */
  const changed = fc.tuple(fc.nat(), junk, fc.boolean()).map(([n, other, away]) => {
    const copy = structuredClone(whole);
    const places: [Record<string, unknown>, string][] = [];
    const walk = (node: unknown) => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        places.push([node as Record<string, unknown>, key]);
        walk((node as Record<string, unknown>)[key]);
      }
    };
    walk(copy);
    const [holder, key] = places[n % places.length] as (typeof places)[number];
    if (away) delete holder[key];
    else holder[key] = other;
    return JSON.stringify(copy);
  });
  const torn = fc.tuple(fc.nat(), fc.string({ maxLength: 3 }), fc.nat(5)).map(([n, text, cut]) => {
    const file = writeSiteFile(taught);
    const at = n % file.length;
    return file.slice(0, at) + text + file.slice(at + cut);
  });

  it('three hundred broken ones are refused with a reason, or are what they say, within five seconds', () => {
    const began = cpuTime();
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(changed, torn), (text) => {
        const file = read(text);
        if (file.ok) expect(JSON.parse(JSON.stringify(file.site))).toEqual(JSON.parse(text).site);
        else expect(file.why).toMatch(/^(not-json|not-baton|newer|broken|not-taught)$/);
        if (!file.ok) refused += 1;
        if (!file.ok && file.why === 'broken') expect(file.at).not.toBe('');
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
    expect(cpuTime() - began).toBeLessThan(5_000);
  });

  it('nothing is so deep that it cannot be refused', () => {
    expect(read(`{"baton":"site","version":1,"site":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toMatchObject({
      why: 'broken',
    });
  });
});
