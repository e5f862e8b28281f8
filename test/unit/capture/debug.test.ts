// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debugReport } from '../../../lib/capture/debug';
import { keyIn } from '../../../lib/capture/generic/key';
import { readGeneric } from '../../../lib/capture/generic/read';
import { pageOf } from '../../../lib/capture/page';
import { readCase } from '../../../lib/capture/snapshot';
import { DebugReport } from '../../../lib/model/debug';
import type { PageSite } from '../../../lib/model/site';
import { debugText } from '../../../lib/rules/debug-text';
import { generic } from '../../../lib/sites/generic/site';
import { runtimeSite } from '../../../lib/sites/runtime';
import { practice } from '../gate/attempts';
import { show } from './shown';

const anyPage: PageSite = { ...runtimeSite(generic), reads: { id: keyIn, page: readGeneric } };
const ORIGIN = 'http://127.0.0.1:18090';

/** vitest's window in jsdom may be given another address. */
declare const jsdom: { reconfigure(how: { url: string }): void };
function reportOf(site: PageSite, address: string, html: string): DebugReport {
  jsdom.reconfigure({ url: address });
  show(html);
  return debugReport(site, pageOf(site, address, document), document);
}

/** A case's page of the practice desk as far as its data looks. */
const CASE = `<div id="case"><h1 id="case-subject">Blank page</h1>
  <dl id="details-shown"><div data-field="team"><dd class="value" hidden>Old</dd><dd class="value">Support</dd></div></dl>
  <dl id="case-facts"><div data-field="severity"><dd>Not set</dd></div></dl>
  <ol id="conversation"><li class="message" data-kind="customer"><b class="author">Dana</b><p class="body">Help</p></li>
  <li class="message" data-kind="note" hidden><b class="author">Amara</b><p class="body">Hm</p></li></ol>
  <form method="post" action="/case/1/details"><select name="team"></select></form></div>`;

describe('the report of a page', () => {
  const report = () => reportOf(practice, `${ORIGIN}/case/1`, CASE);
  const field = (name: string) => report().fields.find((one) => one.field === name);

  it('is what the protocol takes', () => expect(DebugReport.safeParse(report()).error).toBeUndefined());

  it('says which page it is and where it looks', () => {
    expect(report()).toMatchObject({
      site: 'practice',
      page: { id: 'case', path: '/case/:id', isCase: true },
      container: { css: '#case', found: 1, hidden: 0 },
    });
  });

  it('says of each try what it found, what of that is hidden or empty, and which one gave the value', () => {
    expect(field('team')).toMatchObject({
      certainty: 'certain',
      tries: [{ found: 2, hidden: 1, empty: 0, used: true }],
    });
    expect(field('severity')).toMatchObject({ tries: [{ found: 1, hidden: 0, empty: 1, used: false }] });
    expect(field('severity')).not.toHaveProperty('certainty');
    expect(field('owner')?.tries[0]).toMatchObject({ found: 0, hidden: 0, empty: 0, used: false });
    expect(field('owner')?.anchor?.found).toBe(0);
  });

  it('of a field that may stand in two places, names the one that gave it', () => {
    const subjects = report().fields.filter(({ field }) => field === 'subject');
    expect(subjects.map(({ certainty, tries }) => [certainty, tries.some(({ used }) => used)])).toEqual([
      ['certain', true],
      [undefined, false],
    ]);
  });

  it('counts the conversation by kind, and says which saves have their form here', () => {
    expect(report().talk).toMatchObject({ found: 2, hidden: 1, kinds: { customer: 1, internal: 0 } });
    const states = Object.fromEntries(report().writes.map(({ id, state }) => [id, state]));
    expect(states['details']).toBe('seen');
    expect(new Set(Object.values(states))).toEqual(new Set(['seen', 'lost', 'not-here', 'no-form']));
  });

  it('says whether a note would stay inside', () => {
    const note = { editor: '#note', kind: 'textarea' as const, internal: '#inside' };
    const state = (html: string) => reportOf({ ...practice, note }, `${ORIGIN}/case/1`, html).note?.state;
    expect(state('<p></p>')).toBe('closed');
    expect(state('<textarea id="note"></textarea>')).toBe('not proven');
    expect(state('<textarea id="note"></textarea><b id="inside">x</b>')).toBe('internal');
  });

  it('of a page that shows no case says only that', () => {
    expect(reportOf(practice, `${ORIGIN}/nowhere`, CASE)).toEqual({
      site: 'practice',
      page: null,
      fields: [],
      others: 0,
      labelled: [],
      writes: [],
      attachments: 0,
    });
  });

  it('of a desk that nobody described names the fields that Baton knows, and counts the others', () => {
    const html = '<dl><dt>Status</dt><dd>Open</dd><dt>Shoe size</dt><dd>43</dd></dl>';
    const { fields, others } = reportOf(anyPage, 'https://x.example/tickets/42', html);
    expect(fields).toContainEqual({ field: 'status', certainty: 'guess', tries: [] });
    expect(others).toBe(1);
  });

  it('does not say whose desk somebody taught, nor a selector that holds a word of the page', () => {
    const taught: PageSite = {
      ...anyPage,
      id: 'taught-desk-of-harbour',
      fields: [{ field: 'owner', certainty: 'certain', tries: [{ css: '[title="Ines Duarte"]' }] }],
      pages: [{ id: 'any', path: '/*', kind: 'ticket', full: true }],
    };
    const text = debugText(
      reportOf(taught, 'https://x.example/tickets/42', '<b title="Ines Duarte">Ines Duarte</b>'),
      '1',
    );
    expect(text).toContain('site: taught\n');
    expect(text).toContain('* …: found 1');
    expect(text).not.toMatch(/harbour|Ines/);
  });
});

/** Words that no selector, name or sentence has. */
const word = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom(...'ʘʬʭʞǃßÞþ') });
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('no word of the page is in the report', () => {
  const says = (site: PageSite, path: string, html: string, title: string) => {
    const address = `https://desk-of-somebody.example${path}`;
    jsdom.reconfigure({ url: address });
    show(html);
    document.title = title;
    const hit = pageOf(site, address, document);
    const { fields, entries, attachments } = hit?.ref
      ? readCase(site, hit.page, hit.ref, document, address, 1)
      : { fields: [], entries: [], attachments: [] };
    const report = debugReport(site, hit, document);
    return {
      read: fields.length + entries.length + attachments.length,
      text: JSON.stringify(report) + debugText(report, '1.0'),
    };
  };

  it('on a desk that Baton knows', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 9, maxLength: 9 }), (words) => {
        const [subject, team, owner, mail, author, text, file, title, id] = words.map(escaped);
        const html = CASE.replace('Blank page', subject ?? '')
          .replace('Support', team ?? '')
          .replace('Old', owner ?? '')
          .replace('Dana', author ?? '')
          .replace('Help', `${text} ${mail}`)
          .replace('</ol>', `</ol><ul id="attachments"><li class="file-name">${file}</li></ul>`);
        const { read, text: said } = says(practice, `/case/${encodeURIComponent(id ?? '')}`, html, title ?? '');
        expect(read).toBeGreaterThan(3);
        for (const one of words) expect(said).not.toContain(one);
        expect(said).not.toMatch(/desk-of-somebody/);
      }),
      { numRuns: 25 },
    );
  });

  it('on one that nobody described: not even what it calls its fields', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 9, maxLength: 9 }), (words) => {
        const [subject, label, value, status, author, text, file, title, control] = words.map(escaped);
        const html = `<h1>${subject}</h1><dl><dt>${label}</dt><dd>${value}</dd><dt>Status</dt><dd>${status}</dd></dl>
          <label>${control} <input value="${value}"></label><a href="/f" download>${file}</a>
          <ol><li><b>${author}</b> <time datetime="2026-01-01">x</time><p>${text}</p></li>
          <li><b>${author}</b> <time datetime="2026-01-02">x</time><p>${text}</p></li></ol>`;
        const { read, text: said } = says(anyPage, '/tickets/4711', html, title ?? '');
        expect(read).toBeGreaterThan(4);
        for (const one of [...words, '4711', 'desk-of-somebody']) expect(said).not.toContain(one);
      }),
      { numRuns: 25 },
    );
  });
});
