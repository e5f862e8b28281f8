import { describe, expect, it } from 'vitest';
import { type Lesson, WATCHED_MOST } from '../../../lib/model/lesson';
import { Teaching } from '../../../lib/model/teaching';
import { caseAt } from '../../../lib/teach/case-at';
import * as steps from '../../../lib/teach/lesson-steps';
import { viewOf } from '../../../lib/teach/lesson-view';
import { siteFrom } from '../../../lib/teach/site-from';
import { DESK, fields, json, lesson, watched } from './lessons';

const CASE = `${DESK}/tickets/118`;
const OTHER = `${DESK}/tickets/119`;
const field = (name: string, read = 'Support L1') => ({ field: name, tries: [{ css: `#${name}` }], read });
const shown = (url: string, values: Record<string, string>) => ({ url, values, options: [] });

function teaching(more: Partial<Teaching> = {}, of: Partial<Lesson> = {}): Teaching {
  const { before: _, after: __, options: ___, ...rest } = lesson();
  const begun = steps.begin({ url: CASE, name: 'Our desk', side: 'right' });
  return { ...begun, ...more, lesson: { ...rest, caseId: '118', ...of } };
}

describe('a lesson', () => {
  it('begins with the case in front, and is a lesson in every step', () => {
    const begun = steps.begin({ url: CASE, name: 'x'.repeat(500), side: 'left' });
    expect(Teaching.parse(begun).lesson).toMatchObject({ origin: DESK, caseId: '118', fields: [] });
    expect(viewOf(begun)).toMatchObject({ lacks: 'no-field', step: 'fields', requests: 0 });
  });

  it('follows the person to another case until something was watched, and not to another page', () => {
    expect(steps.moved(teaching(), OTHER).lesson.caseId).toBe('119');
    expect(steps.moved(teaching(), `${DESK}/about`).lesson).toMatchObject({ url: CASE, caseId: '118' });
    expect(steps.moved(teaching({ watching: true }), OTHER).lesson.caseId).toBe('118');
    expect(steps.moved(teaching({}, { watched: [watched()] }), OTHER).lesson.caseId).toBe('118');
    expect(steps.moved(teaching({ step: 'others' }), OTHER).lesson.caseId).toBe('118');
    expect(caseAt(teaching().lesson, 'https://elsewhere.example/tickets/119')).toBe(null);
  });

  it('proposes what the page names itself once; what the person points at takes its place', () => {
    const found = steps.found(teaching({}, { fields: [field('team', 'Own')] }), [
      field('team'),
      field('subject', 'Fire'),
    ]);
    expect(found.found).toEqual(['subject']);
    expect(found.lesson.fields.map(({ read }) => read)).toEqual(['Own', 'Fire']);
    expect(steps.found(found, [field('owner')])).toBe(found);
    const pointed = steps.picked(found, { field: field('subject', 'Title') });
    expect([pointed.found, pointed.lesson.fields.at(-1)?.read]).toEqual([[], 'Title']);
    expect(steps.dropped(pointed, 'subject').lesson.fields.map((one) => one.field)).toEqual(['team']);
  });

  it('with a stage is about deals', () => {
    const deal = steps.picked(teaching(), { field: field('stage', 'Proposal') });
    expect(deal.lesson.kind).toBe('deal');
    expect(steps.dropped(deal, 'stage').lesson.kind).toBe('ticket');
  });
});

describe('watching', () => {
  const begun = steps.watching(teaching({ aim: { control: true } }), shown(CASE, { team: 'Support L1' }));

  it('notes what leaves and what the fields become, of this case alone', () => {
    expect(begun).toMatchObject({ watching: true, lesson: { before: { team: 'Support L1' }, watched: [] } });
    expect(begun.aim).toBeUndefined();
    const after = steps.shows(
      steps.shows(begun, shown(OTHER, { team: 'Other' })),
      shown(CASE, { team: 'Engineering' }),
    );
    expect(after.lesson.after).toEqual({ team: 'Engineering' });
    const request = watched({ body: json({ ticket: { group: 'Engineering', secret: 'hidden from the frame' } }) });
    const seen = steps.watched(after, request);
    expect(viewOf(seen)).toMatchObject({
      requests: 1,
      places: [{ method: 'PUT', path: '/api/tickets/118', field: 'team', value: 'Engineering', sure: 'label' }],
    });
    expect(JSON.stringify(viewOf(seen))).not.toContain('hidden from the frame');
  });

  it('keeps the newest of too many requests, and nothing at all while it does not watch', () => {
    let all = begun;
    for (let n = 0; n < WATCHED_MOST + 5; n += 1) all = steps.watched(all, watched({ at: n }));
    expect(all.lesson.watched.map(({ at }) => at)).toEqual(Array.from({ length: WATCHED_MOST }, (_, n) => n + 5));
    expect(Teaching.safeParse(all).success).toBe(true);
    expect(steps.watched({ ...begun, watching: false }, watched()).lesson.watched).toEqual([]);
  });

  it('that begins again forgets what was seen, and follows to the case in front', () => {
    const again = steps.watching(steps.watched(begun, watched()), shown(OTHER, { team: 'Support L2' }));
    expect(again.lesson).toMatchObject({ caseId: '119', watched: [], before: { team: 'Support L2' } });
    expect(again.lesson.after).toBeUndefined();
  });

  it('says an id in the words of the page’s list', () => {
    const list = {
      ...shown(CASE, { team: 'Engineering' }),
      options: [{ field: 'team', id: '4', label: 'Engineering' }],
    };
    const seen = steps.watched(
      steps.shows(begun, list),
      watched({ door: 'form', method: 'POST', url: CASE, body: fields({ group: '4' }) }),
    );
    expect(viewOf(seen).places[0]).toMatchObject({ value: '4', word: 'Engineering', sure: 'option' });
  });

  it('that saw an id alone holds at the control once the person points at it', () => {
    const moved = steps.shows(begun, shown(CASE, { team: 'Engineering' }));
    const seen = steps.watched(moved, watched({ body: json({ group_id: 7002 }) }));
    expect(viewOf(seen).places[0]).toMatchObject({ value: '7002', sure: 'guess' });
    const control = { label: 'Update', tries: ['#update'] };
    const held = steps.picked(seen, { control });
    expect(siteFrom(held.lesson)).toMatchObject({ ok: true, site: { writes: [], holdAt: [{ css: '#update' }] } });
    // Where the request says it in words the control adds nothing.
    const said = steps.watched(moved, watched({ body: json({ group: 'Engineering' }) }));
    expect(siteFrom(steps.picked(said, { control }).lesson)).toMatchObject({
      site: { writes: [{ methods: ['PUT'] }] },
    });
  });

  it('counts no link that leads elsewhere', () => {
    const link = watched({ door: 'link', method: 'GET', url: OTHER });
    expect(viewOf(steps.watched(begun, link)).requests).toBe(0);
  });
});

describe('other cases', () => {
  it('are shown with what is read there, three at most, each once, and never the one that was taught', () => {
    let all = teaching({ step: 'others' });
    for (const id of ['118', '119', '120', '119', '121', '122'])
      all = steps.shows(all, shown(`${DESK}/tickets/${id}`, { team: `Team of ${id}` }));
    expect(viewOf(all).tried.map(({ id, values }) => [id, values['team']])).toEqual([
      ['119', 'Team of 119'],
      ['121', 'Team of 121'],
      ['122', 'Team of 122'],
    ]);
  });
});
