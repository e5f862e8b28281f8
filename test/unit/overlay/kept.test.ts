// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptRow } from '../../../lib/messages/kept-protocol';
import { makeKept, putBack, statesOn } from '../../../lib/overlay/kept';

const REPLY = 'We look into it, and you hear from us on Friday.';
const text = (more: Partial<KeptRow['texts'][number]> = {}) => ({
  kind: 'lines' as const,
  name: 'body',
  label: 'Reply',
  n: 0,
  text: REPLY,
  ...more,
});
const row = (...texts: KeptRow['texts']): KeptRow => ({ id: 'r1', at: 1, texts, cut: false });
const AREA = '<textarea name="body" aria-label="Reply"></textarea>';
const put = (html: string) => document.body.replaceChildren(document.createRange().createContextualFragment(html));
const area = () => document.querySelector('textarea') as HTMLTextAreaElement;
const stateOf = (one = text(), talk = '') => statesOn(document, [row(one)], talk)[0]?.[0];

beforeEach(() => {
  Element.prototype.checkVisibility = function () {
    return !this.closest('[hidden]');
  };
  put(AREA);
});

describe('how a kept text stands on the page', () => {
  it('its field is empty, holds something else, is hidden or not there', () => {
    expect(stateOf()).toBe('empty');
    area().value = 'Something else';
    expect(stateOf()).toBe('filled');
    area().hidden = true;
    expect(stateOf()).toBe('missing');
    put('');
    expect(stateOf()).toBe('missing');
  });

  it('it is there: in a field, with more around it, or said by the page or its conversation', () => {
    area().value = `${REPLY}\n-- \nAmara`;
    expect(stateOf()).toBe('shown');
    put(`<ol><li><p>We look into it,</p><p>and you hear from us on <b>Friday</b>.</p></li></ol>${AREA}`);
    expect(stateOf()).toBe('shown');
    put(AREA);
    expect(stateOf(text(), REPLY)).toBe('shown');
  });

  it('a short text stands on a page by chance', () => {
    put(`<p>Thanks for the note</p>${AREA}`);
    expect(stateOf(text({ text: 'Thanks' }))).toBe('empty');
    area().value = 'Thanks!';
    expect(stateOf(text({ text: 'Thanks' }))).toBe('shown');
    area().value = '?!';
    expect(stateOf(text({ text: '?!' }))).toBe('shown');
  });
});

describe('putting it back', () => {
  it('writes as a person would: the page hears of it', () => {
    const heard: string[] = [];
    for (const type of ['focus', 'input', 'change']) area().addEventListener(type, () => heard.push(type));
    expect(putBack(document, text())).toBe('shown');
    expect(area().value).toBe(REPLY);
    expect(heard).toEqual(['focus', 'input', 'change']);
  });

  it('overwrites nothing, and says why', () => {
    area().value = 'Something else';
    expect(putBack(document, text())).toBe('filled');
    expect(area().value).toBe('Something else');
    put('');
    expect(putBack(document, text())).toBe('missing');
  });

  it('goes into an editor line by line, by the browser’s own command', () => {
    put('<div contenteditable aria-label="Reply"></div>');
    const done: string[] = [];
    Object.assign(document, { execCommand: (...of: unknown[]) => done.push(of.filter(Boolean).join(' ')) });
    putBack(document, text({ kind: 'rich', name: '', text: 'One\n\nTwo' }));
    expect(done).toEqual(['insertText One', 'insertParagraph', 'insertParagraph', 'insertText Two']);
  });
});

describe('what the tab says', () => {
  let kept: KeptRow[];
  const names: (string | null)[] = [];
  const lines: unknown[] = [];
  const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };
  const make = () =>
    makeKept(
      document,
      () => '',
      (name) => names.push(name),
      (line) => lines.push(line),
    );
  beforeEach(() => {
    vi.useFakeTimers();
    names.length = 0;
    lines.length = 0;
    kept = [row(text())];
    vi.stubGlobal('chrome', { runtime: { id: 'baton', sendMessage: async () => ({ ok: { kept } }) } });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('names the field once the desk had time to put its own draft back; a line says so once', async () => {
    const it = make();
    it.told(ref, true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(names).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    it.told(ref, true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(names).toEqual(['Reply']);
    expect(lines).toMatchObject([{ key: 'line_kept', tone: 'plain' }]);
  });

  it('says nothing where the page shows the text, and no more once it does', async () => {
    area().value = REPLY;
    make().told(ref, true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([names, lines]).toEqual([[], []]);

    area().value = '';
    const it = make();
    it.told(ref, true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(it.answer(kept, { id: 'r1', n: 0 })).toEqual({ states: [['shown']], put: 'shown' });
    expect(names).toEqual(['Reply', null]);
  });

  it('says nothing of the case before', async () => {
    const it = make();
    it.told(ref, true);
    it.told({ ...ref, id: '2' }, false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(names).toEqual([]);
  });
});
