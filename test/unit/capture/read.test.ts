// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readFirst } from '../../../lib/capture/read';
import { manyLines, oneLine } from '../../../lib/capture/visible';
import type { Try } from '../../../lib/model/site';
import { show } from './shown';

const read = (html: string, ...tries: Try[]) => readFirst(show(html), tries)?.text;

describe('a value is read from what the person sees', () => {
  it.each([
    ['display', '<b style="display:none">hidden</b>'],
    ['visibility', '<b style="visibility:hidden">hidden</b>'],
    ['opacity', '<b style="opacity:0">hidden</b>'],
    ['the hidden attribute', '<b hidden>hidden</b>'],
    ['what it stands in', '<div style="display:none"><b>hidden</b></div>'],
    ['a style of the page', '<style>.x b{display:none}</style><i class="x"><b>hidden</b></i>'],
    ['a fold that is closed', '<details><summary>more</summary><b>hidden</b></details>'],
  ])('not where it is hidden by %s', (_, html) => {
    expect(read(html, { css: 'b' })).toBeUndefined();
    expect(read(`${html}<b>shown</b>`, { css: 'b' })).toBe('shown');
  });

  it('the hidden copy in an edit form is passed over, wherever it stands', () => {
    const copy = '<form style="display:none"><span class="owner">amara</span></form>';
    for (const html of [`${copy}<p class="owner">jonas</p>`, `<p class="owner">jonas</p>${copy}`])
      expect(read(html, { css: '.owner' })).toBe('jonas');
  });

  it('and from what it does not see only where the site says so', () => {
    expect(read('<b hidden>amara</b>', { css: 'b', hidden: true })).toBe('amara');
  });
});

it('a password is never read', () => {
  const html = '<input type="password" value="secret"><input value="open">';
  expect(read(html, { css: 'input', read: 'value' })).toBe('open');
});

describe('the tries', () => {
  it('are made in order until one gives a text', () => {
    const html = '<i></i><b> </b><u>found</u><s>late</s>';
    expect(read(html, { css: 'q' }, { css: 'i' }, { css: 'b' }, { css: 'u' }, { css: 's' })).toBe('found');
    expect(read(html, { css: 'q' })).toBeUndefined();
  });

  it('a text that means "no value" is none', () => {
    const none: Try = { css: 'b', empty: ['(no value)', 'Not set'] };
    expect(read('<b>(No Value)</b>', none)).toBeUndefined();
    expect(read('<b>not set</b><b>S2</b>', none)).toBe('S2');
    expect(read('<b>(no value) yet</b>', none)).toBe('(no value) yet');
  });

  it('keep what stands after a mark, or before one', () => {
    const html = '<b>#1: Invoice: blank page</b>';
    expect(read(html, { css: 'b', after: ': ' })).toBe('Invoice: blank page');
    expect(read(html, { css: 'b', after: ': ', before: ':' })).toBe('Invoice');
    expect(read('<b>no mark here</b>', { css: 'b', after: ': ', before: '|' })).toBe('no mark here');
    expect(read('<b>#1: </b>', { css: 'b', after: ': ' })).toBe('#1:');
  });

  it('read one line, many lines, a control or an attribute', () => {
    expect(read('<p>one<br>two  three</p>', { css: 'p' })).toBe('one two three');
    expect(read('<p>one<br>two  three<span> four</span></p>', { css: 'p', read: 'lines' })).toBe('one\ntwo three four');
    expect(read('<div><p>one</p><p>two</p></div>', { css: 'div', read: 'lines' })).toBe('one\n\ntwo');
    expect(read('<input value="typed">', { css: 'input', read: 'value' })).toBe('typed');
    expect(read('<select><option>a<option selected> b </select>', { css: 'select', read: 'value' })).toBe('b');
    expect(read('<b>x</b>', { css: 'b', read: 'value' })).toBeUndefined();
    expect(read('<time datetime="2026-11-20">today</time>', { css: 'time', read: '@datetime' })).toBe('2026-11-20');
    expect(read('<time>today</time>', { css: 'time', read: '@datetime' })).toBeUndefined();
  });

  it(':scope reads the element itself', () => {
    const row = show('<p>one</p>').querySelector('p') as Element;
    expect(readFirst(row, [{ css: ':scope' }])?.text).toBe('one');
  });

  it('a password typed into the page is only read where a site asks for that very control', () => {
    expect(
      read('<b><input type="password" value="hush"></b>', { css: 'b' }, { css: 'b', read: 'lines' }),
    ).toBeUndefined();
  });
});

describe('text', () => {
  it('is cut at twenty thousand characters', () => {
    expect(read(`<p>${'x'.repeat(200_000)}</p>`, { css: 'p' })).toHaveLength(20_000);
    expect(manyLines('x\n'.repeat(200_000))).toHaveLength(20_000);
  });

  it('markup in it stays text', () => {
    const html = '<p>&lt;img src=x onerror=alert(1)&gt; &lt;script&gt;</p>';
    expect(read(html, { css: 'p' })).toBe('<img src=x onerror=alert(1)> <script>');
  });

  it('folds white space, and keeps line breaks where they count', () => {
    expect(oneLine(' a\u00a0\n\t b ')).toBe('a b');
    expect(manyLines(' a \u00a0 b \r\n\n\n\n c ')).toBe('a b\n\nc');
  });
});
