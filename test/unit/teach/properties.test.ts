import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesIn, writesAt } from '../../../lib/gate/writes';
import type { Lesson, Watched } from '../../../lib/model/lesson';
import { Lesson as LessonShape } from '../../../lib/model/lesson';
import { Site } from '../../../lib/model/site';
import { runtimeSite } from '../../../lib/sites/runtime';
import { readSiteFile, writeSiteFile } from '../../../lib/teach/file';
import { placesIn } from '../../../lib/teach/places';
import { siteFrom } from '../../../lib/teach/site-from';
import { DESK, fields, json, lesson, watched } from './lessons';

const ids = fc.oneof(
  fc.integer({ min: 100, max: 9_999_999 }).map(String),
  fc.uuid(),
  fc.integer({ min: 1, max: 999 }).map((n) => `OPS-${n}`),
);
const names = fc.constantFrom('data', 'input', 'record', 'attributes', 'changes', 'fields.new', 'the item');
/** Around a value: names and lists of one, however deep. */
const around = fc.array(fc.oneof(names, fc.constant(null)), { maxLength: 4 });
const wrapped = (value: unknown, steps: readonly (string | null)[]) =>
  steps.reduce((inner, step) => (step === null ? [inner] : { [step]: inner, count: 3 }), value);

type Made = { id: string; value: string; request: Partial<Watched> };
/** A request that names a case and the team that it goes to, by the team's word or by the id that the page's list has for it. */
const requests: fc.Arbitrary<Made> = fc
  .record({
    id: ids,
    value: fc.constantFrom('Engineering', '4'),
    steps: around,
    shape: fc.constantFrom('path', 'form', 'json', 'query'),
    named: fc.boolean(),
  })
  .map(({ id, value, steps, shape, named }) => {
    const path = named ? `/api/tickets/${id}` : '/api/move';
    const key = named ? {} : { ticketId: id };
    const request: Record<typeof shape, Partial<Watched>> = {
      path: { method: 'POST', url: `${DESK}${path}${named ? '' : `/${id}`}/team/${value}` },
      form: {
        door: 'form',
        method: 'POST',
        url: DESK + path,
        body: fields({ ...key, 'ticket[team]': value, note: '' }),
      },
      json: { url: DESK + path, body: json(wrapped({ ...key, team: value, notes: [] }, steps)) },
      query: { method: 'POST', url: `${DESK}${path}?${new URLSearchParams({ ...key, team: value })}` },
    };
    return { id, value, request: request[shape] };
  });

const about = { origin: DESK, label: () => undefined, before: () => undefined, me: () => undefined };

describe('whichever way a request says it', () => {
  it('the site that is made of it reads the same case and value in it, and nothing in a request elsewhere', () => {
    fc.assert(
      fc.property(requests, ({ id, value, request }) => {
        const made = siteFrom(lesson({ url: `${DESK}/tickets/${id}`, caseId: id, watched: [watched(request)] }), 0);
        if (!made.ok) throw new Error(made.why);
        expect(Site.parse(made.site)).toEqual(made.site);
        const site = runtimeSite(made.site);
        const { submitter: _, ...sent } = watched(request);
        const gives = (one: typeof sent) => changesIn(one, writesAt(site, one.door, one.method, one.url), about);
        expect(gives(sent)).toMatchObject([{ ref: { id }, changes: [{ field: 'team', to: { id: value } }] }]);
        expect(gives({ ...sent, url: sent.url.replace('/api/', '/elsewhere/') })).toEqual([]);
        expect(JSON.stringify(made.site)).not.toContain(`"${value}"`);
        expect(JSON.stringify(made.site)).not.toContain(id);
        expect(readSiteFile(writeSiteFile(made.site))).toEqual(made);
      }),
      { numRuns: 300 },
    );
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('118', '4', 'Engineering', '', '__proto__', 'a.b', '[x=y]', '*'),
);
const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.array(text, { maxLength: 5 }).map((parts) => `${DESK}/${parts.map(encodeURIComponent).join('/')}?id=118`),
);
const bodies: fc.Arbitrary<Watched['body']> = fc.oneof(
  fc.constant({ as: 'none' as const }),
  fc.jsonValue({ maxDepth: 6 }).map((value) => json(value)),
  fc.dictionary(text, fc.array(text, { maxLength: 3 }), { maxKeys: 6 }).map((all) => fields({ ...all })),
  text.map((value) => ({ as: 'text' as const, text: value })),
);
const lessons: fc.Arbitrary<Lesson> = fc
  .record({
    url: addresses,
    caseId: fc.option(fc.constantFrom('118', '4', 'x y', '%'), { nil: undefined }),
    texts: fc.array(text, { minLength: 3, maxLength: 3 }),
    watched: fc.array(
      fc.record({
        door: fc.constantFrom('form', 'link', 'wire'),
        method: fc.constantFrom('GET', 'POST', 'put', 'TRACE'),
        url: addresses,
        body: bodies,
        at: fc.nat(),
        submitter: text,
      }),
      { maxLength: 4 },
    ),
    control: fc.option(fc.constantFrom('#save', 'x-y>>>button'), { nil: undefined }),
    chosen: fc.option(fc.nat(4), { nil: undefined }),
  })
  .map(({ url, caseId, texts: [a = '', b = '', c = ''], watched: all, control, chosen }) =>
    lesson({
      url,
      watched: all,
      before: { team: a, owner: b },
      after: { team: b, owner: c },
      ...(caseId === undefined ? {} : { caseId }),
      ...(control === undefined ? {} : { control: { label: 'Save', tries: [control] } }),
      ...(chosen === undefined ? {} : { chosen }),
    }),
  );

describe('whatever a lesson holds', () => {
  it('it becomes a site that is one, or it is said why not', () => {
    let sites = 0;
    fc.assert(
      fc.property(lessons, (one) => {
        expect(LessonShape.safeParse(one).error).toBeUndefined();
        for (const { write, watched: n } of placesIn(one)) {
          expect(write.changes.length).toBeGreaterThan(0);
          expect(n).toBeLessThan(one.watched.length);
        }
        const made = siteFrom(one, 0);
        if (!made.ok) {
          expect(made.why).toMatch(/^(no-case|no-field|no-write|not-a-site)$/);
          return;
        }
        sites += 1;
        expect(Site.parse(made.site)).toEqual(made.site);
        expect(readSiteFile(writeSiteFile(made.site))).toEqual(made);
      }),
      { numRuns: 500 },
    );
    expect(sites).toBeGreaterThan(20);
  });
});
