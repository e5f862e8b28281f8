// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { entriesOn } from '../../../lib/capture/conversation';
import { Older } from '../../../lib/capture/older';
import type { Conversation } from '../../../lib/model/site';
import { show } from './shown';

const talk: Conversation = {
  entry: 'li',
  idFrom: 'id',
  author: [{ css: 'b' }],
  at: [],
  text: [{ css: 'p', read: 'lines' }],
  kinds: [],
  otherwise: 'customer',
};
const message = (n: number, text = `message ${n}`, more = '') =>
  `<li id="m${n}" ${more}><b>amara</b><p>${text}</p></li>`;

function conversation(html: string, how: Partial<Conversation> = {}) {
  const said = { ...talk, ...how };
  const elements = entriesOn(show(`<ul>${html}</ul>`), said);
  const older = new Older(said);
  /** Takes at most this many steps; gives how many were taken, and whether what was read was new. */
  const take = (most = Number.POSITIVE_INFINITY) => {
    const before = older.revision;
    const steps = older.missing(elements);
    let taken = 0;
    while (taken < most && !steps.next().done) taken += 1;
    return { taken, any: older.revision > before };
  };
  return { older, elements, take, known: () => older.known(elements).map(({ text }) => text) };
}

describe('the older entries of a conversation', () => {
  it('are read one at a step, newest first, and kept in the order of the page', () => {
    const { take, known } = conversation(message(1) + message(2) + message(3));
    expect(known()).toEqual([]);
    take(2);
    expect(known()).toEqual(['message 2', 'message 3']);
    expect(take()).toEqual({ taken: 3, any: true });
    expect(known()).toEqual(['message 1', 'message 2', 'message 3']);
  });

  it('also where the newest stand first', () => {
    const { take, known } = conversation(message(3) + message(2) + message(1), { newestFirst: true });
    take(1);
    expect(known()).toEqual(['message 3']);
    take();
    expect(known()).toEqual(['message 1', 'message 2', 'message 3']);
  });

  it('are read once, and again where something in them changed', () => {
    const { older, elements, take, known } = conversation(message(1) + message(2));
    take();
    expect(take().any).toBe(false);
    for (const text of document.querySelectorAll('p')) text.textContent = `new ${text.textContent}`;
    older.changed(elements[1]?.querySelector('p')?.firstChild as Node);
    // What was read stays known until it is read anew.
    expect(known()).toEqual(['message 1', 'message 2']);
    expect(take().any).toBe(true);
    expect(known()).toEqual(['message 1', 'new message 2']);
  });

  it('are read again where the desk uses an element for another entry', () => {
    const { elements, take, known } = conversation(message(1));
    take();
    elements[0]?.setAttribute('id', 'm7');
    (document.querySelector('p') as Element).textContent = 'message 7';
    expect(take().any).toBe(true);
    expect(known()).toEqual(['message 7']);
  });

  it('that are hidden are read once they are shown', () => {
    const { take, known } = conversation(message(1, 'folded away', 'hidden') + message(2));
    take();
    expect(known()).toEqual(['message 2']);
    document.querySelector('li')?.removeAttribute('hidden');
    expect(take().any).toBe(true);
    expect(known()).toEqual(['folded away', 'message 2']);
  });

  it('that say nothing are passed over', () => {
    const { take, known } = conversation(message(1) + message(2, '') + message(3));
    take();
    expect(known()).toEqual(['message 1', 'message 3']);
  });

  it('are kept up to a limit, the newest of them', () => {
    const { take, known, elements } = conversation(
      Array.from({ length: 30 }, (_, n) => message(n, 'x'.repeat(20_000))).join(''),
    );
    // 20 times 20,000 characters are as much as there is room for; one more is read to know that it is too much.
    expect(take().taken).toBe(20);
    expect(known()).toHaveLength(20);
    expect(elements).toHaveLength(30);
  });
});

it('of a conversation no more entries are taken than the protocol does, and those are the newest', () => {
  const root = show(`<ul>${Array.from({ length: 1_100 }, (_, n) => message(n)).join('')}</ul>`);
  const ids = entriesOn(root, talk).map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([1_000, 'm100', 'm1099']);
});
