// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  fieldAt,
  lettersOf,
  pageLetters,
  placeOf,
  textField,
  textFields,
  textIn,
} from '../../../lib/capture/text-field';

const put = (html: string) => document.body.replaceChildren(document.createRange().createContextualFragment(html));
const one = (css: string) => document.querySelector<HTMLElement>(css) as HTMLElement;
beforeEach(() => document.body.replaceChildren());

describe('a text field', () => {
  it.each([
    ['a text area', '<textarea id="x"></textarea>', true],
    ['a line of text', '<input id="x">', true],
    ['an address of mail', '<input id="x" type="email">', true],
    ['an editor', '<div id="x" contenteditable></div>', true],
    ['a password', '<input id="x" type="password">', false],
    ['a hidden field', '<input id="x" type="hidden">', false],
    ['a file', '<input id="x" type="file">', false],
    ['a box', '<input id="x" type="checkbox">', false],
    ['a search', '<input id="x" type="search">', false],
    ['a list that is searched by words', '<input id="x" role="combobox">', false],
    ['a field that cannot be written in', '<textarea id="x" readonly></textarea>', false],
    ['the number of a card', '<input id="x" autocomplete="section-a cc-number">', false],
    ['a code that is sent', '<input id="x" autocomplete="one-time-code">', false],
    ['a text named a token', '<input id="x" name="api_token">', false],
    ['a text labelled a password', '<label>Wi-Fi password <input id="x"></label>', false],
    ['a text area labelled a passphrase', '<textarea id="x" aria-label="Passphrase"></textarea>', false],
    ['a secretary', '<label>Note for the secretary <input id="x"></label>', true],
    ['a part that is not written in', '<div contenteditable="false" id="x"></div>', false],
  ])('%s: %s', (_, html, is) => {
    put(html);
    expect(textField(one('#x')) !== null).toBe(is);
    expect(textFields(document)).toHaveLength(is ? 1 : 0);
  });

  it('of an editor is all of it, whatever part is touched', () => {
    put('<div id="editor" contenteditable="true"><p>a <b id="part">b</b></p><div contenteditable="true">c</div></div>');
    expect(textField(one('#part'))).toBe(one('#editor'));
    expect(textFields(document)).toEqual([one('#editor')]);
  });
});

describe('the text of a field', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['One<br>Two', 'One\nTwo'],
    ['<p>a\n   <b>b</b>&nbsp;c</p>', 'a b c'],
    ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['<p>\u200b</p>', ''],
    ['<p>Hello <span contenteditable="false">@Jonas</span></p><style>p {}</style>', 'Hello @Jonas'],
  ])('%s', (html, text) => {
    put(`<div contenteditable>${html}</div>`);
    expect(textIn(one('div'))).toBe(text);
  });

  it('of a text area is as it stands, up to the limit', () => {
    put('<textarea></textarea>');
    (one('textarea') as HTMLTextAreaElement).value = '  a\n\n b ';
    expect(textIn(one('textarea'))).toBe('  a\n\n b ');
    expect(textIn(one('textarea'), 3)).toBe('  a');
  });
});

describe('the place of a field', () => {
  it('is found again by name and label, and by its number among equals', () => {
    put('<textarea aria-label="Note"></textarea><textarea aria-label="Note" class="second"></textarea>');
    const place = placeOf(one('.second'), textFields(document));
    expect(place).toEqual({ kind: 'lines', name: '', label: 'Note', n: 1 });
    expect(fieldAt(place, textFields(document))).toBe(one('.second'));
    put('<textarea aria-label="Note"></textarea>');
    expect(fieldAt(place, textFields(document))).toBe(one('textarea'));
  });

  it('is found by the only label, or the only name, where the page changed the other', () => {
    put('<label for="r12">Reply</label><textarea id="r12"></textarea>');
    const place = placeOf(one('textarea'), textFields(document));
    expect(place).toEqual({ kind: 'lines', name: 'r12', label: 'Reply', n: 0 });
    put('<label for="r99">Reply</label><textarea id="r99"></textarea>');
    expect(fieldAt(place, textFields(document))).toBe(one('textarea'));
    put('<textarea name="r12" aria-label="Answer"></textarea>');
    expect(fieldAt(place, textFields(document))).toBe(one('textarea'));
  });

  it('is no other field', () => {
    put('<textarea name="a" aria-label="A"></textarea>');
    const place = placeOf(one('textarea'), textFields(document));
    put('<textarea name="b" aria-label="B"></textarea><div contenteditable aria-label="A"></div>');
    expect(fieldAt(place, textFields(document))).toBeUndefined();
  });
});

it('the letters of a page are those that it says, not those in its fields', () => {
  put(
    '<p>Hé, <b>you</b> 2!</p><textarea>no</textarea><div contenteditable>no</div><script type="text/plain">no</script>',
  );
  expect(pageLetters(document)).toBe('héyou2');
  expect(lettersOf('Hé you-2')).toBe('héyou2');
});
