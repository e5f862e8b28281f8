import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { caseKey } from '../../../lib/model/case-key';
import { type Kept, KeptTexts, MOST_CHARACTERS } from '../../../lib/model/kept';
import { asides } from '../../../lib/store/aside';
import { eraseCase } from '../../../lib/store/erase';
import { exportTable } from '../../../lib/store/export';
import { forgetBefore } from '../../../lib/store/forget';
import { beginSending, settle } from '../../../lib/store/handoffs';
import { forgetKept, forgetKeptBefore, forgetKeptOf, isKept, keepTexts, keptOf } from '../../../lib/store/kept';
import { inStore } from '../../../lib/store/store';
import { freshStore, handoff, NOW, ref } from './fixtures';

const key = caseKey(ref());
const typed = (text: string) => ({ kind: 'lines' as const, name: 'body', label: 'Reply', n: 0, text });
function kept(page: string, part: Partial<Kept> = {}): Kept {
  const of = part.ref ?? ref();
  const id = `${caseKey(of)}|${page}`;
  return { id, key: caseKey(of), ref: of, attempt: 'a1', at: NOW, texts: [typed('Hello')], cut: false, ...part };
}
const texts = async (of = key) => (await keptOf(of)).map((one) => one.texts.map(({ text }) => text).join());

beforeEach(freshStore);

describe('what was typed in a held form', () => {
  it('is kept once for each page, as it is there now', async () => {
    await keepTexts(kept('p1'));
    await keepTexts(kept('p1', { at: NOW + 1, texts: [typed('Hello again')] }));
    await keepTexts(kept('p2', { ref: ref('102') }));
    expect(await texts()).toEqual(['Hello again']);
  });

  it('is not kept any more where the person took all of it away', async () => {
    await keepTexts(kept('p1'));
    await keepTexts(kept('p1', { texts: [] }));
    expect(await texts()).toEqual([]);
  });

  it('takes the place of what it holds whole, from another page: it was put back there', async () => {
    await keepTexts(kept('p1'));
    await keepTexts(kept('p2', { at: NOW + 1, texts: [typed('Hello, and more')] }));
    await keepTexts(kept('p3', { at: NOW + 2, texts: [typed('Something else')] }));
    expect(await texts()).toEqual(['Something else', 'Hello, and more']);
  });

  it('is that of the newest three pages of a case', async () => {
    await inStore((db) => db.kept.put({ id: 'broken', key } as never));
    for (const n of [1, 2, 3, 4]) await keepTexts(kept(`p${n}`, { at: NOW + n, texts: [typed(`text ${n}`)] }));
    expect(await texts()).toEqual(['text 4', 'text 3', 'text 2']);
  });

  it('is known by its attempt, and goes when the person wants that', async () => {
    const one = kept('p1');
    await keepTexts(one);
    expect(await isKept(one.id, 'a1')).toBe(true);
    expect(await isKept(one.id, 'a2')).toBe(false);
    await forgetKept(one.id);
    expect(await isKept(one.id, 'a1')).toBe(false);
  });

  it('goes with what its attempt brought to the desk', async () => {
    await keepTexts(kept('p1'));
    await keepTexts(kept('p2', { attempt: 'a2', texts: [typed('other')] }));
    await forgetKeptOf('a1');
    expect(await texts()).toEqual(['other']);
  });

  it('is bounded in all', () => {
    const half = typed('x'.repeat(MOST_CHARACTERS / 2));
    expect(KeptTexts.safeParse([half, half]).success).toBe(true);
    expect(KeptTexts.safeParse([half, half, typed('x')]).success).toBe(false);
  });
});

describe('when a handoff is over', () => {
  const settleAs = (signal: 'confirmed' | 'refused' | 'lost') =>
    settle({ attempt: 'a1' }, signal, () => null, 'ann', NOW + 5);

  it.each([
    ['confirmed', []],
    ['refused', ['Hello']],
    ['lost', ['Hello']],
  ] as const)('%s', async (signal, left) => {
    // Written down last after the send began: the page was just going.
    await keepTexts(kept('p1', { at: NOW + 1 }));
    await beginSending([handoff('1', { attempt: 'a1' })], [], 'ann', NOW);
    await settleAs(signal);
    expect(await texts()).toEqual(left);
  });

  it('what was typed before in another page of the case is done too, what was typed later is not', async () => {
    await keepTexts(kept('p2', { attempt: 'before', at: NOW - 1 }));
    await keepTexts(kept('p3', { attempt: 'later', at: NOW + 1, texts: [typed('later')] }));
    await keepTexts(kept('p4', { attempt: 'other', at: NOW - 1, ref: ref('102') }));
    await beginSending([handoff('1', { attempt: 'a1' })], [], 'ann', NOW);
    await settleAs('confirmed');
    expect(await texts()).toEqual(['later']);
    expect(await texts(caseKey(ref('102')))).toEqual(['Hello']);
  });
});

describe('what is kept never outlives its case or its time', () => {
  it('goes with the case', async () => {
    await keepTexts(kept('p1'));
    await eraseCase(key);
    expect(await texts()).toEqual([]);
  });

  it('goes by its age, and so does what cannot be read', async () => {
    await keepTexts(kept('old', { at: NOW - 100 }));
    await keepTexts(kept('new', { texts: [typed('new')] }));
    await inStore((db) => db.kept.put({ id: 'broken', key } as never));
    expect(await texts()).toEqual(['new', 'Hello']);
    expect((await forgetBefore(NOW - 50)).kept).toBe(1);
    expect(await texts()).toEqual(['new']);
    await forgetKeptBefore(NOW - 50);
    expect(await inStore((db) => db.kept.count())).toBe(1);
  });

  it('is in no export, not even where it cannot be read', async () => {
    await keepTexts(kept('p1', { texts: [typed('only here')] }));
    await inStore((db) => db.kept.put({ id: 'broken', key, texts: 'only here' } as never));
    await keptOf(key);
    expect(await asides()).toEqual([]);
    const files = await Promise.all(
      (['events', 'handoffs', 'drafts', 'aside'] as const).map((table) => exportTable(table, NOW)),
    );
    expect(files.flat().join()).not.toContain('only here');
  });
});
