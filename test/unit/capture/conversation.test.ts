// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { readEntries } from '../../../lib/capture/conversation';
import type { Conversation } from '../../../lib/model/site';
import { show } from './shown';

const talk: Conversation = {
  entry: 'li',
  idFrom: 'id',
  author: [{ css: '.by' }],
  at: [{ css: 'time', read: '@datetime' }],
  text: [{ css: '.text', read: 'lines' }],
  head: '.head',
  kinds: [
    { kind: 'internal', says: 'Comments added' },
    { kind: 'customer', css: '.customer' },
  ],
  otherwise: 'unknown',
};
const message = (n: number, more = '') =>
  `<li id="m${n}" ${more}><span class="head"><b class="by">amara</b> wrote</span><time datetime="2026-11-${10 + (n % 20)}"></time><div class="text">message ${n}</div></li>`;
const texts = (html: string, how: Partial<Conversation> = {}, limit?: number) =>
  readEntries(show(`<ul>${html}</ul>`), { ...talk, ...how }, limit).map(({ text }) => text);

describe('an entry of the conversation', () => {
  it('has an id, an author, a time and its text', () => {
    expect(readEntries(show(message(1)), talk)).toEqual([
      { id: 'm1', author: 'amara', at: '2026-11-11', kind: 'unknown', text: 'message 1' },
    ]);
  });

  it('is of the kind that its mark or its head says first', () => {
    const kinds = (html: string) => readEntries(show(html), talk).map(({ kind }) => kind);
    expect(kinds(message(1, 'class="customer"'))).toEqual(['customer']);
    expect(kinds(message(1).replace('wrote', '- Comments added'))).toEqual(['internal']);
    expect(kinds(message(1, 'class="customer"').replace('wrote', '- Comments added'))).toEqual(['internal']);
    // What a customer writes does not change what kind it is.
    expect(kinds(message(1, 'class="customer"').replace('message 1', 'Comments added'))).toEqual(['customer']);
  });

  it('without text is none, and without author or time is one all the same', () => {
    expect(readEntries(show('<li></li><li><div class="text"> </div></li>'), talk)).toEqual([]);
    expect(readEntries(show('<li><div class="text">x</div></li>'), talk)).toEqual([
      { author: '', kind: 'unknown', text: 'x' },
    ]);
  });

  describe('that shows its text only while it is opened', () => {
    const [first, second] = ['#m1', '#m2'];
    const fold = (root: ParentNode, css: string) => root.querySelector(`${css} .text`)?.remove();
    const said = (root: ParentNode) => readEntries(root, talk).map(({ text }) => text);

    it('keeps what it said, for as long as it stands there', () => {
      const root = show(`<ul>${message(1)}${message(2)}</ul>`);
      fold(root, second);
      expect(said(root)).toEqual(['message 1']);
      root.querySelector(second)?.insertAdjacentHTML('beforeend', '<div class="text">opened</div>');
      expect(said(root)).toEqual(['message 1', 'opened']);
      fold(root, first);
      fold(root, second);
      expect(said(root)).toEqual(['message 1', 'opened']);
      root.querySelector(first)?.remove();
      expect(said(root)).toEqual(['opened']);
    });

    it('is another one where the desk uses its place again, and one without an id keeps nothing', () => {
      const root = show(`<ul>${message(1)}<li><div class="text">x</div></li></ul>`);
      expect(said(root)).toEqual(['message 1', 'x']);
      fold(root, first);
      fold(root, 'li:last-child');
      root.querySelector(first)?.setAttribute('id', 'm9');
      expect(said(root)).toEqual([]);
    });
  });

  it('is one of several of the same save: who, when and the id stand around them', () => {
    const save = message(7).replace('</li>', '<ul><i>Status changed</i></ul></li>');
    const how = {
      entry: '.text, ul ul',
      of: 'li',
      text: [{ css: ':scope' }],
      kinds: [{ kind: 'event' as const, css: 'ul' }],
    };
    expect(readEntries(show(`<ul>${save}</ul>`), { ...talk, ...how })).toEqual([
      { id: 'm7', author: 'amara', at: '2026-11-17', kind: 'unknown', text: 'message 7' },
      { id: 'm7', author: 'amara', at: '2026-11-17', kind: 'event', text: 'Status changed' },
    ]);
  });

  it('that is hidden is not read', () => {
    expect(texts(message(1) + message(2, 'hidden') + message(3, 'style="display:none"'))).toEqual(['message 1']);
  });

  it('never says more than the protocol takes', () => {
    const [entry] = readEntries(
      show(
        `<li id="${'i'.repeat(500)}"><b class="by">${'a'.repeat(500)}</b><time datetime="${'t'.repeat(500)}"></time><div class="text">${'x'.repeat(200_000)}</div></li>`,
      ),
      talk,
    );
    expect(entry).toMatchObject({ author: 'a'.repeat(300), at: 't'.repeat(100), text: 'x'.repeat(20_000) });
    expect(entry?.id?.length).toBeLessThanOrEqual(128);
  });
});

describe('a long conversation', () => {
  const many = Array.from({ length: 1_000 }, (_, n) => message(n)).join('');

  it('gives its newest twenty, the oldest of them first', () => {
    const read = texts(many);
    expect(read).toHaveLength(20);
    expect([read[0], read.at(-1)]).toEqual(['message 980', 'message 999']);
  });

  it('also where the newest stand first', () => {
    const read = texts(many, { newestFirst: true });
    expect([read[0], read.at(-1)]).toEqual(['message 19', 'message 0']);
  });

  it('also where people choose which end comes first: its ids tell, and what has none began it', () => {
    const began = '<li><div class="text">the first words</div></li>';
    for (const html of [
      began + message(9) + message(10),
      began + message(10) + message(9),
      message(10) + message(9) + began,
    ])
      expect(texts(html, { byId: true })).toEqual(['the first words', 'message 9', 'message 10']);
  });

  it('and touches only those twenty', () => {
    const root = show(`<ul>${many}</ul>`);
    const proto = HTMLElement.prototype as { checkVisibility: () => boolean };
    const seen = vi.spyOn(proto, 'checkVisibility');
    readEntries(root, talk);
    const touched = new Set(seen.mock.contexts.map((one) => (one as unknown as Element).closest('li')?.id));
    seen.mockRestore();
    expect(touched.size).toBe(20);
  });
});
