import { describe, expect, it } from 'vitest';
import { caseAddress, pageOf } from '../../../lib/capture/page';
import { Site } from '../../../lib/model/site';
import { runtimeSite } from '../../../lib/sites/runtime';
import { siteFrom } from '../../../lib/teach/site-from';
import { DESK, fields, json, lesson, watched } from './lessons';

const NOW = Date.UTC(2026, 10, 21);
const put = watched({ body: json({ group_id: 4 }) });
const made = (more = {}) => {
  const from = siteFrom(lesson({ watched: [put], ...more }), NOW);
  if (!from.ok) throw new Error(from.why);
  return from.site;
};

describe('the site of a lesson', () => {
  it('says where it is, what it reads and what hands over, and no word of the case', () => {
    const site = made();
    expect(Site.parse(site)).toEqual(site);
    expect(site).toMatchObject({
      id: 'taught-desk-example-8443',
      name: 'Our desk',
      hosts: ['desk.example:8443'],
      pages: [{ path: '/tickets/:#id', case: { path: 'id' }, kind: 'ticket', full: true }],
      directory: [{ field: 'team', options: 'select[name="group"] option' }],
      caseUrl: { ticket: '/tickets/:id' },
      writes: [{ methods: ['PUT'], path: '/api/tickets/:#id', changes: [{ field: 'team', to: { json: 'group_id' } }] }],
    });
    expect(site.reality.note).toContain('2026-11-21');
    expect(JSON.stringify(site)).not.toMatch(/118|Printer|Engineering|Amara|Support L1/);
  });

  it('has the write that the person chose', () => {
    const other = watched({ method: 'POST', url: `${DESK}/move`, body: fields({ id: '118', group: '4' }) });
    expect(made({ watched: [put, other], chosen: 1 }).writes[0]).toMatchObject({ path: '/move' });
    expect(siteFrom(lesson({ watched: [put, watched()], chosen: 1 }))).toEqual({ ok: false, why: 'no-write' });
  });

  it('holds at the control where no request says enough: lists by what is chosen, other fields by what they show', () => {
    const control = { label: 'Save', tries: ['x-bar>>>button[name="save"]', '#save'] };
    const site = made({ watched: [], control });
    expect(site.writes).toEqual([]);
    expect(site.holdAt).toEqual([
      {
        id: 'handover',
        css: 'button[name="save"], #save',
        on: ['click'],
        kind: 'ticket',
        case: { page: true },
        differs: ['owner'],
        changes: [{ field: 'team', to: { css: 'select[name="group"]' } }],
      },
    ]);
  });

  it('takes what is found by chance alone for a guess', () => {
    const tries = (all: string[]) => [{ field: 'team', tries: all.map((css) => ({ css })), read: 'Support L1' }];
    const certainty = (all: string[]) => made({ fields: tries(all) }).fields[0]?.certainty;
    for (const weak of ['span > b', 'div:nth-of-type(2) > b', '.row:nth-child(2)'])
      expect(certainty([weak])).toBe('guess');
    for (const good of ['h1', '#team', '.team b', '[data-testid="team"] div:nth-of-type(2)'])
      expect(certainty([good])).toBe('certain');
    expect(certainty(['.team', 'div:nth-of-type(2)'])).toBe('certain');
  });

  it.each([
    ['no-case', { url: `${DESK}/board` }],
    ['no-case', { caseId: '99' }],
    ['no-field', { fields: [] }],
    ['no-write', { watched: [] }],
    [
      'not-a-site',
      {
        url: 'https://[::1]/tickets/118',
        origin: 'https://[::1]',
        watched: [watched({ url: 'https://[::1]/t/118', body: json({ team: '4' }) })],
      },
    ],
  ])('is none: %s', (why, more) => {
    expect(siteFrom(lesson({ watched: [put], ...more }))).toEqual({ ok: false, why });
  });
});

describe('the page of a case', () => {
  it.each([
    ['/tickets/118', '/tickets/204', '204'],
    ['/tickets/118-printer-on-fire', '/tickets/204-no-sound-at-all', '204'],
    ['/projects/7/issues/118.html', '/projects/9/issues/204.html', '204'],
    ['/view.php?module=Cases&id=118&tab=2', '/view.php?id=204&module=Cases', '204'],
    ['/#/ticket/zoom/118', '/#/ticket/zoom/204', '204'],
    ['/#!/cases/118', '/#!/cases/204', '204'],
    ['/web#id=118&model=helpdesk.ticket', '/web#model=helpdesk.ticket&id=204', '204'],
    ['/browse/OPS-12', '/browse/OPS-7', 'OPS-7'],
    [
      '/d/6f1c2b1e-0f5a-4f6e-9d3a-2b7c8d9e0f11',
      '/d/0a1b2c3d-0f5a-4f6e-9d3a-2b7c8d9e0f11',
      '0a1b2c3d-0f5a-4f6e-9d3a-2b7c8d9e0f11',
    ],
  ])('%s is also %s', (path, other, id) => {
    const from = siteFrom(lesson({ url: DESK + path, watched: [], control: { label: 'Save', tries: ['#save'] } }), NOW);
    const site = from.ok ? runtimeSite(from.site) : null;
    const ref = site && pageOf(site, DESK + other)?.ref;
    expect(ref?.id).toBe(id);
    expect(site && pageOf(site, `${DESK}/elsewhere`)).toBeNull();
    const back = site && ref && caseAddress(site, ref, DESK + other);
    if (site && back) expect(pageOf(site, back)?.ref).toEqual(ref);
  });
});
