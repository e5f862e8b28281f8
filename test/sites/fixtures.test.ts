// @vitest-environment jsdom
// Every page under test/sites/<site>/: what Baton recognises, reads and understands of it. The page's address stands on its first line,
// what must come of it beside it in <name>.expected.json, written by hand: never from what the code gives.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  pageOf as browserPage,
  markedSites,
  marksFound,
  siteByHost,
  siteByMarks,
} from '../../entrypoints/popup/recognise';
import { keyIn } from '../../lib/capture/generic/key';
import { readGeneric } from '../../lib/capture/generic/read';
import { type NoteState, noteState } from '../../lib/capture/note';
import { pageOf } from '../../lib/capture/page';
import { queryAll } from '../../lib/capture/query';
import { readFirst } from '../../lib/capture/read';
import { rowTitle } from '../../lib/capture/rows';
import { readCase } from '../../lib/capture/snapshot';
import { fieldsBody, textBody } from '../../lib/gate/body';
import { watchControls } from '../../lib/gate/control-door';
import { readForm } from '../../lib/gate/form-door';
import type { Gate } from '../../lib/gate/gate';
import { graphqlItems } from '../../lib/gate/graphql';
import { shared } from '../../lib/gate/shared';
import { surroundingsOf } from '../../lib/gate/surroundings';
import { SavedWatch } from '../../lib/gate/watch-saved';
import { changesIn, type Surroundings, writesAt } from '../../lib/gate/writes';
import { type CaseChange, CaseChange as CaseChangeShape } from '../../lib/model/attempt';
import { CaseSnapshot } from '../../lib/model/case';
import type { PageSite, Site } from '../../lib/model/site';
import { sites } from '../../lib/sites/all';
import { runtimeSite } from '../../lib/sites/runtime';
import { layOut } from './layout';

/**
 * An attempt on the page: a form with other choices and the button pressed, a link, a request that a script sends (`json`, `form` or `text`
 * is its body), or a control that is held at its own event. `changes` null: no write of the site at all.
 */
type Try = {
  form?: string;
  link?: string;
  choose?: Record<string, string>;
  press?: string;
  request?: { method: string; url: string; json?: unknown; form?: Record<string, string>; text?: string };
  control?: { css: string; on: 'click' | 'mousedown' | 'mouseup' | 'change' | 'keydown'; key?: KeyboardEventInit };
  /** Texts put in the place of what elements show, before a control is pressed: what a person chose and has not sent. */
  show?: Record<string, string>;
  /** The page answers a form that changed these, from what to what: "Support L1 → Engineering". */
  answers?: Record<string, string>;
  changes: string[] | null;
};
type Expected = {
  /** The page is recognised as this site's, by its host or its marks; as the generic one's where it is nobody else's. */
  known: boolean;
  page?: string;
  case?: string | null;
  me?: string;
  fields?: Record<string, string>;
  labels?: Record<string, string>;
  /** The fields that are certain, where some are guesses. */
  certain?: string[];
  entries?: object[];
  attachments?: string[];
  health?: object;
  /** The note editor, where the site names one. */
  note?: NoteState;
  rows?: Record<string, string | null>;
  attempts?: Record<string, Try>;
};
type Fixture = { site: Site; name: string; html: string; url: string; expected: Expected };

const FOLDER = import.meta.dirname;
const LARGEST = 10_000;
const fixturesOf = (site: Site): Fixture[] =>
  readdirSync(join(FOLDER, site.id))
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(FOLDER, site.id, file), 'utf8');
      const url = /^<!-- URL: (\S+) -->\n/.exec(html)?.[1] ?? '';
      const expected = JSON.parse(readFileSync(join(FOLDER, site.id, file.replace(/html$/, 'expected.json')), 'utf8'));
      return { site, name: file.replace('.html', ''), html, url, expected };
    });
const fixtures = sites.flatMap(fixturesOf);

const fetched = vi.fn(() => Promise.reject(new Error('a fixture asked for something')));
beforeAll(() => {
  vi.stubGlobal('fetch', fetched);
  layOut(window as Window & typeof globalThis);
});
afterAll(() => vi.unstubAllGlobals());

/** vitest's window in jsdom may be given another address. */
declare const jsdom: { reconfigure(how: { url: string }): void };
function open({ html, url }: Fixture): void {
  jsdom.reconfigure({ url });
  document.documentElement.replaceWith(new DOMParser().parseFromString(html, 'text/html').documentElement);
  openShadows(document);
}

/** jsdom's parser leaves declared shadow roots as templates. */
function openShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const mode = template.getAttribute('shadowrootmode') === 'closed' ? 'closed' : 'open';
    const inner = template.parentElement?.attachShadow({ mode });
    inner?.append(template.content);
    template.remove();
    if (inner) openShadows(inner);
  }
}

function recognised({ url }: Fixture): Site | undefined {
  const page = browserPage(url);
  const marked = markedSites(sites);
  return page
    ? (siteByHost(sites, page) ??
        siteByMarks(marked, marksFound(marked.map(({ marks }) => marks.map(({ css }) => css)))) ??
        sites.find(({ generic }) => generic))
    : undefined;
}

function one<T extends Element>(css: string): T {
  const element = document.querySelector<T>(css);
  if (!element) throw new Error(`nothing on the page is ${css}`);
  return element;
}

/** What an attempt would change, in lines: "7 team: Support L1 → Engineering (4)". */
function changesOf(
  site: PageSite,
  { form, link, choose = {}, press, request, control, show = {} }: Try,
): string[] | null {
  for (const [css, value] of Object.entries(choose)) {
    const select = one<HTMLSelectElement>(css);
    select.value = value;
    if (select.value !== value) throw new Error(`${css} has no choice ${value}`);
  }
  for (const [css, text] of Object.entries(show)) {
    const [shown] = queryAll(document, css);
    if (!shown) throw new Error(`nothing on the page is ${css}`);
    if (shown instanceof HTMLInputElement) shown.value = text;
    else shown.textContent = text;
  }
  const around = surroundingsOf(site, document);
  let changes: CaseChange[] | null = null;
  if (link) {
    const { href } = one<HTMLAnchorElement>(link);
    const matched = writesAt(site, 'link', 'GET', href);
    const attempt = { door: 'link' as const, method: 'GET', url: href, body: { as: 'none' as const } };
    changes = matched.length > 0 ? changesIn(attempt, matched, around) : null;
  } else if (form) {
    const read = readForm(one<HTMLFormElement>(form), press ? one(press) : null, site);
    changes = read && changesIn(read.attempt, read.matched, around);
  }
  if (request) {
    const { method, json, form: fields, text = '' } = request;
    const url = new URL(request.url, document.URL).href;
    const matched = writesAt(site, 'wire', method, url);
    const body = json ? textBody(JSON.stringify(json)) : fields ? fieldsBody(Object.entries(fields)) : textBody(text);
    changes = matched.length > 0 ? changesIn({ door: 'wire', method, url, body }, matched, around) : null;
  } else if (control) changes = heldAt(site, control, around);
  for (const change of changes ?? []) expect(CaseChangeShape.safeParse(change).error).toBeUndefined();
  return (
    changes?.flatMap(({ ref, changes: all }) =>
      all.map(
        ({ field, from, to }) => `${ref.id} ${field}: ${from?.label ?? '?'} → ${to.label}${to.id ? ` (${to.id})` : ''}`,
      ),
    ) ?? null
  );
}

/** What a control that is held at its own event would change; null where the site does not hold it. */
function heldAt(
  site: PageSite,
  { css, on: type, key }: NonNullable<Try['control']>,
  around: Surroundings,
): CaseChange[] | null {
  let seen: CaseChange[] | null = null;
  const life = new AbortController();
  const gate = {
    surroundings: () => around,
    consider: ({ changes = [] }: { changes?: CaseChange[] }) => {
      seen = changes;
      return { say: 'stop' };
    },
  } as unknown as Gate;
  const on = {
    addEventListener: (type: string, look: EventListener) =>
      window.addEventListener(type, look, { capture: true, signal: life.signal }),
  } as unknown as Window;
  watchControls(on, () => [site], gate);
  const [element] = queryAll(document, css);
  if (!element) throw new Error(`nothing on the page is ${css}`);
  const how = { bubbles: true, cancelable: true, composed: true, ...key };
  const event = key
    ? new KeyboardEvent(type, how)
    : type === 'change'
      ? new Event(type, how)
      : new MouseEvent(type, how);
  element.dispatchEvent(event);
  life.abort();
  return seen;
}

describe.each(fixtures.map((fixture) => [fixture.site.id, fixture.name, fixture] as const))(
  '%s: %s',
  (_, __, fixture) => {
    const { site, expected, url } = fixture;
    const page: PageSite = {
      ...runtimeSite(site),
      ...(site.generic ? { reads: { id: keyIn, page: readGeneric } } : {}),
    };
    const read = () => {
      const hit = pageOf(page, url, document);
      return hit?.ref ? readCase(page, hit.page, hit.ref, document, url, 1) : null;
    };

    it('is small, has an address, and is recognised as it should be', () => {
      open(fixture);
      expect(fixture.html.length).toBeLessThan(LARGEST);
      expect(URL.canParse(url)).toBe(true);
      const found = recognised(fixture);
      if (expected.known) expect(found).toBe(site);
      else if (site.generic) expect(found?.generic).toBeUndefined();
      else expect(found?.generic).toBe(true);
    });

    // A page of another desk is never given to a site: what would be read of it does not matter.
    if (!expected.known) return;

    it('is the page that it is', () => {
      open(fixture);
      const hit = pageOf(page, url, document);
      expect({ page: hit?.page.id, case: hit?.ref?.id ?? null }).toEqual({ page: expected.page, case: expected.case });
      if (expected.me) expect(readFirst(document, page.me)?.text).toBe(expected.me);
      for (const [id, title] of Object.entries(expected.rows ?? {})) {
        const kind = page.rows[0]?.kind ?? 'ticket';
        expect(rowTitle(page, document, { origin: new URL(url).origin, kind, id }) ?? null, id).toBe(title);
      }
    });

    it('gives what a person sees, and is left as it was', () => {
      open(fixture);
      const before = document.documentElement.outerHTML;
      const snapshot = read();
      expect(snapshot === null).toBe(expected.case === null);
      expect(document.documentElement.outerHTML).toBe(before);
      expect(fetched).not.toHaveBeenCalled();
      if (!snapshot) return;
      expect(CaseSnapshot.safeParse(snapshot).error).toBeUndefined();
      expect(Object.fromEntries(snapshot.fields.map(({ field, value }) => [field, value]))).toEqual(expected.fields);
      expect(snapshot.health).toEqual(expected.health);
      if (expected.note) expect(page.note && noteState(document, page.note)).toBe(expected.note);
      expect(snapshot.entries).toEqual(expected.entries);
      expect(snapshot.attachments).toEqual(expected.attachments ?? []);
      if (expected.certain)
        expect(snapshot.fields.filter((one) => one.certainty === 'certain').map(({ field }) => field)).toEqual(
          expected.certain,
        );
      if (expected.labels)
        expect(Object.fromEntries(snapshot.fields.map(({ field, where }) => [field, where]))).toEqual(expected.labels);
    });

    const attempts = Object.entries(expected.attempts ?? {});
    if (attempts.length > 0)
      it.each(attempts)('%s', (___, attempt) => {
        open(fixture);
        const snapshot = read();
        shared().overlay = {
          snapshot: () => snapshot,
          shown: read,
          orphaned: () => {},
          leave: () => {},
          come: () => {},
          shield: () => {},
          expect: () => {},
          second: () => {
            throw new Error('nobody teaches here');
          },
        };
        const saved = new SavedWatch(document, () => [page]);
        shared().saved = saved;
        const left = Object.entries(attempt.answers ?? {}).map(([field, moved]) => {
          const [from = '', to = ''] = moved.split(' → ');
          return { field, ...(from === '?' ? {} : { from: { label: from } }), to: { label: to } };
        });
        if (snapshot && left.length > 0) saved.cameBack([{ ref: snapshot.ref, changes: left }]);
        // As the person begins: from here on, what is shown may be chosen.
        saved.hear(new Event('change'));
        shared().graphql = graphqlItems;
        expect(changesOf(page, attempt)).toEqual(attempt.changes);
      });
  },
);

describe.each(sites.map((site) => [site.id, site] as const))('the fixtures of %s', (_, site) => {
  const all = fixturesOf(site);
  it('are at least five, and every kind of page is among them', () => {
    expect(all.length).toBeGreaterThanOrEqual(5);
    const has = (what: (expected: Expected) => boolean) => all.some(({ expected }) => what(expected));
    // One page shows all that the site can read, of a site that reads little: facts on its page are few.
    const most = site.labelled ? 6 : Math.min(6, new Set(site.fields.map(({ field }) => field)).size);
    expect(
      has(
        ({ fields, entries, health }) =>
          Object.keys(fields ?? {}).length >= most &&
          (!site.conversation || (entries?.length ?? 0) > 2) &&
          JSON.stringify(health ?? {}).includes('green'),
      ),
    ).toBe(true);
    expect(has((one) => one.case === null)).toBe(true);
    expect(has((one) => !one.known)).toBe(true);
    expect(has(({ health }) => JSON.stringify(health ?? {}).includes('amber'))).toBe(true);
    expect(all.some(({ html }) => /<html[^>]* lang="(?!en)[a-z]/.test(html))).toBe(true);
    expect(all.some(({ name }) => name === 'hostile')).toBe(true);
  });

  it('every field is read on some page, and every page of a case is there', () => {
    const read = new Set(all.flatMap(({ expected }) => Object.keys(expected.fields ?? {})));
    const tickets = site.pages
      .filter(({ full, kind }) => full && kind === 'ticket')
      .flatMap(({ shows }) => shows ?? []);
    expect(tickets.filter((field) => !read.has(field))).toEqual([]);
  });
});
