// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readCase } from '../../../lib/capture/snapshot';
import { CaseSnapshot } from '../../../lib/model/case';
import type { PageSite, SitePage } from '../../../lib/model/site';
import { practice } from '../gate/attempts';
import { show } from './shown';

const page: SitePage = { id: 'part', path: '/case/:id', shows: ['subject', 'team', 'severity'] };
const site: PageSite = {
  ...practice,
  fields: [
    { field: 'subject', certainty: 'certain', anchor: 'h1', tries: [{ css: 'h1' }] },
    { field: 'team', certainty: 'certain', anchor: '.team', tries: [{ css: '.team dd', empty: ['Not set'] }] },
    { field: 'severity', certainty: 'guess', tries: [{ css: '.severity dd' }] },
    { field: 'stage', certainty: 'certain', anchor: '.stage', tries: [{ css: '.stage' }] },
  ],
};
const ref = { origin: 'http://127.0.0.1:18090', kind: 'ticket' as const, id: '1' };
const read = (html: string, how: Partial<SitePage> = {}, of: PageSite = site) => {
  show(html);
  return readCase(of, { ...page, ...how }, ref, document, `${ref.origin}/case/1`, 5);
};
const TEAM = '<dl><div class="team"><dt>Team:</dt><dd>Support L1</dd></div></dl>';

describe('a reading of a case', () => {
  it('says each value, how sure it is, and what the page calls its place', () => {
    const { fields } = read(
      `<h1>Blank page</h1>${TEAM}<dl><div class="severity"><dt>Schwere</dt><dd>S2</dd></div></dl>`,
    );
    expect(fields).toEqual([
      { field: 'subject', value: 'Blank page', certainty: 'certain', where: 'subject' },
      { field: 'team', value: 'Support L1', certainty: 'certain', where: 'Team' },
      { field: 'severity', value: 'S2', certainty: 'guess', where: 'Schwere' },
    ]);
  });

  it('looks only in the container of the active case', () => {
    const html = `<div id="other"><h1>Another case</h1></div><div id="mine"><h1>This case</h1></div>`;
    expect(read(html, { container: '#mine' }).fields[0]?.value).toBe('This case');
  });

  it('changes nothing on the page', () => {
    show(`<h1>Blank page</h1>${TEAM}`);
    const before = document.documentElement.outerHTML;
    readCase(site, page, ref, document, `${ref.origin}/case/1`, 5);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('is one that the protocol takes, however large or odd the page', () => {
    const huge = read(
      `<h1>${'x'.repeat(300_000)}</h1><dl><div class="team"><dt>${'y'.repeat(5_000)}</dt><dd>\u202eL1\u0000</dd></div></dl>
       <ul id="conversation">${`<li class="message" id="${'i'.repeat(999)}"><b class="author">${'z'.repeat(999)}</b><p class="body">${'w'.repeat(99_999)}</p></li>`.repeat(30)}</ul>
       <ul id="attachments">${Array.from({ length: 400 }, (_, i) => `<li class="file-name">${i}${'n'.repeat(999)}</li>`).join('')}</ul>`,
    );
    expect(CaseSnapshot.safeParse(huge).error).toBeUndefined();
    expect(huge.entries).toHaveLength(20);
    expect(huge.attachments).toHaveLength(200);
  });

  it('an empty page gives no field, and no error', () => {
    expect(read('')).toMatchObject({ fields: [], entries: [], attachments: [] });
  });
});

describe('the health light', () => {
  it('is green when every anchor that this page should have is there, even where a value is empty', () => {
    expect(read('<h1>x</h1><div class="team"><dd>Not set</dd></div>').health).toEqual({ light: 'green', missing: [] });
  });

  it('is amber when a part moved, and names it', () => {
    expect(read('<h1>x</h1>').health).toEqual({ light: 'amber', missing: ['team'] });
  });

  it('is red when nothing of the site is there any more', () => {
    expect(read('<p>redesigned</p>').health).toEqual({ light: 'red', missing: ['subject', 'team'] });
  });

  it('asks only for what this page shows', () => {
    expect(read('<h1>x</h1>', { shows: ['subject'] }).health.light).toBe('green');
  });
});
