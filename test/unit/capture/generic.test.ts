// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { fieldsFrom } from '../../../lib/capture/generic/fields';
import { keyIn } from '../../../lib/capture/generic/key';
import { lookAt } from '../../../lib/capture/generic/look';
import { pairsOn } from '../../../lib/capture/generic/pairs';
import { readGeneric } from '../../../lib/capture/generic/read';
import { momentOf, timeIn } from '../../../lib/capture/generic/times';
import * as labels from '../../../lib/capture/labels';
import { CaseSnapshot } from '../../../lib/model/case';
import { show } from './shown';

const pairs = (html: string) => pairsOn(lookAt(show(html), labels)).map(({ label, value }) => `${label} = ${value}`);
const read = (html: string) => readGeneric(show(html), 'Title', '7', labels);
const repeat = (times: number, part: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => part(n)).join('');

describe('the key in an address', () => {
  it.each([
    ['/tickets/42', '42'],
    ['/tickets/42/history', '42'],
    ['/project/7/tickets/42', '42'],
    ['/browse/OPS-12', 'OPS-12'],
    ['/incident/INC0012345', 'INC0012345'],
    ['/requests/2026-118', '2026-118'],
    ['/t/printer-on-fire/9032', '9032'],
    ['/t/9032-printer-on-fire', '9032'],
    ['/ticket-4711.html', '4711'],
    ['/show_bug.cgi?id=17', '17'],
    ['/view.php?action=2&ticket_id=42&page=3', '42'],
    ['/tickets/42?comment=7#comment-9', '42'],
    ['/app#/tickets/OPS-214?tab=2', 'OPS-214'],
    ['/app#!/tickets/5', '5'],
    ['/web#id=42&model=lead', '42'],
    ['/r/65f1c0ffee65f1c0ffee65f1', '65f1c0ffee65f1c0ffee65f1'],
  ])('%s is %s', (address, key) => expect(keyIn(new URL(address, 'https://x.example'))).toBe(key));

  it.each(['/', '/tickets', '/tickets?page=3', '/v2/new', '/tickets/new#step-2', '/list?id=all', '/a?id=..%2F1'])(
    '%s has none',
    (address) => expect(keyIn(new URL(address, 'https://x.example'))).toBeUndefined(),
  );
});

describe('labels and their values', () => {
  it.each([
    ['<dl><dt>Status</dt><dd>Open</dd></dl>', 'Status = Open'],
    ['<div role="term">Colour</div><div role="definition">red</div>', 'Colour = red'],
    ['<table><tr><th>Colour</th><td>red</td></tr></table>', 'Colour = red'],
    ['<table><tr><td>Colour:</td><td>red</td></tr></table>', 'Colour = red'],
    ['<table><tr><td>Status</td><td>Open</td></tr></table>', 'Status = Open'],
    ['<div role="row"><div role="rowheader">Colour</div><div role="cell">red</div></div>', 'Colour = red'],
    ['<label>Colour <input value="red"></label>', 'Colour = red'],
    ['<label for="a">Colour:*</label><input id="a" value="red">', 'Colour = red'],
    ['<b>Status:</b> Open', 'Status = Open'],
    ['<p>Status: Open</p>', 'Status = Open'],
    ['Status: Open<br>', 'Status = Open'],
    ['<div><div><span>Status</span></div><div>Open</div></div>', 'Status = Open'],
    ['<button aria-label="Status: Open">Open</button>', 'Status = Open'],
    ['<span id="l"></span><span aria-labelledby="n">Open</span><i id="n" hidden>Status</i>', 'Status = Open'],
  ])('%s says %s', (html, pair) => expect(pairs(html)).toEqual([pair]));

  it.each([
    '<dl><dt hidden>Status</dt><dd>Open</dd></dl>',
    '<dl><dt>Status</dt><dd style="display:none">Open</dd></dl>',
    '<nav><dl><dt>Status</dt><dd>Open</dd></dl></nav>',
    '<table><tr><th>Number</th><th>Status</th></tr><tr><td>4</td><td>Open</td></tr></table>',
    '<table><tr><td>Status</td><td>a</td><td>b</td><td>c</td><td>d</td><td>e</td></tr></table>',
    '<label>Password <input type="password" value="hush"></label>',
    '<label>Card <input autocomplete="cc-number" value="4111"></label>',
    '<label>Status <select><option value="">Choose</option></select></label>',
    '<form><label>Status <input value="Closed"></label><input type="search"></form>',
    '<button aria-label="Status: Closed">Open</button>',
    '<p>What is the status</p><p>of this?</p>',
    '<a href="/x">Status</a> <a href="/y">Open</a>',
  ])('%s says none', (html) => expect(pairs(html)).toEqual([]));

  it('a control counts as it came, not as it was chosen since', () => {
    const body = show('<label>Status <select><option selected>Open<option>Closed</select></label>');
    (body.querySelector('select') as HTMLSelectElement).value = 'Closed';
    expect(pairsOn(lookAt(body, labels))[0]?.value).toBe('Open');
  });
});

describe('how sure a field is', () => {
  const sure = (html: string) =>
    Object.fromEntries(
      fieldsFrom(pairsOn(lookAt(show(html), labels)), labels).map(({ field, certainty }) => [field, certainty]),
    );

  it('certain where the page states it, a guess where it only looks so', () => {
    expect(sure('<label>Impact <input value="S2"></label><p>Priority: High</p>')).toEqual({
      severity: 'certain',
      priority: 'guess',
    });
  });

  it('a guess where another place says otherwise', () => {
    expect(sure('<label>Impact <input value="S2"></label><p>Severity: S1</p>')).toEqual({ severity: 'guess' });
  });

  it('what hands a case over is never certain', () => {
    const fields = ['Team', 'Owner', 'Status', 'Stage'].map((name) => `<label>${name} <input value="x"></label>`);
    expect(new Set(Object.values(sure(fields.join(''))))).toEqual(new Set(['guess']));
  });

  it('JSON-LD counts as far as a person sees the same words', () => {
    const said = (shown: string) =>
      sure(`<script type="application/ld+json">{"@type":"Question","priority":"High"}</script>${shown}`);
    expect(said('<p>High</p>')).toEqual({ priority: 'certain' });
    expect(said('<p hidden>High</p>')).toEqual({});
  });
});

describe('times', () => {
  it.each([
    ['Posted by Dana on 2026-11-20 10:05', '2026-11-20 10:05'],
    ['Von Anke am 18.11.2026 um 07:20 Uhr', '18.11.2026 um 07:20 Uhr'],
    ['Nov 18, 2026 at 9:14 AM', 'Nov 18, 2026 at 9:14 AM'],
    ['Fri, 20 November 2026 10:00', 'Fri, 20 November 2026 10:00'],
    ['3 hours ago', '3 hours ago'],
    ['vor 2 Tagen', 'vor 2 Tagen'],
    ['9:14', '9:14'],
  ])('%s names %s', (text, at) => expect(timeIn(text)?.at).toBe(at));

  it.each(['Crane 4', 'Version 2.10.3', '12345678', 'Room 1204 is closed'])('%s names none', (text) =>
    expect(timeIn(text)).toBeNull(),
  );

  it('come in an order, days first where dots stand between', () => {
    expect(momentOf('02.11.2026 10:00')).toBeLessThan(momentOf('01.12.2026 09:00'));
  });
});

describe('a page without end', () => {
  const message = (n: number) => `<li><b>Ann B</b> <time datetime="2026-01-01">x</time><p>Text ${n}</p></li>`;
  it.each([
    ['labels', repeat(3_000, (n) => `<label>Status <input value="${n}"></label>`)],
    ['lines', repeat(5_000, () => '<div>Status</div>')],
    ['rows', `<table>${repeat(2_000, (n) => `<tr><td>Owner:</td><td>${n}</td></tr>`)}</table>`],
    ['messages', `<ol>${repeat(1_500, message)}</ol>`],
    ['one message', `<ol>${repeat(2, () => message(1).replace('Text', `${'<p>x</p>'.repeat(2_000)}`))}</ol>`],
    ['names', repeat(3_000, () => '<span aria-label="Status: x" aria-labelledby="a b c">x</span>')],
  ])('of %s is looked at in part alone, and gives what the protocol takes', (_, html) => {
    const body = show(html);
    const look = vi
      .spyOn(HTMLElement.prototype as unknown as { checkVisibility(): boolean }, 'checkVisibility')
      .mockReturnValue(true);
    const shown = vi.spyOn(HTMLElement.prototype, 'innerText', 'get').mockReturnValue('shown');
    const told = readGeneric(body, 'Title', '7', labels);
    expect(look.mock.calls.length).toBeLessThanOrEqual(2_500);
    expect(shown.mock.calls.length).toBeLessThanOrEqual(1_000);
    vi.restoreAllMocks();
    const { ref, ...rest } = { ref: { origin: 'https://x.example', kind: 'ticket', id: '7' }, site: 'generic' };
    const health = { light: 'green', missing: [] };
    const snapshot = { ref, ...rest, ...told, url: 'https://x.example/7', health, seenAt: 1 };
    expect(CaseSnapshot.safeParse(snapshot).error).toBeUndefined();
  });

  it('keeps the newest of a conversation', () => {
    const { entries } = read(`<ol>${repeat(100, message)}</ol>`);
    expect(entries.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, n) => `Text ${n + 80}`));
  });
});
