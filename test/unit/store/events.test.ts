import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { caseKey } from '../../../lib/model/case-key';
import { asides } from '../../../lib/store/aside';
import { makeDatabase, opened } from '../../../lib/store/db';
import { openDrafts, saveAnswer } from '../../../lib/store/drafts';
import { eraseCase } from '../../../lib/store/erase';
import { append, eventsAfter, eventsOf } from '../../../lib/store/events';
import { beginSending, handoffsOf } from '../../../lib/store/handoffs';
import { saveValues, sightingsOf } from '../../../lib/store/sightings';
import { verifyAll } from '../../../lib/store/verify';
import { freshStore, handoff, identity, NOW, ref, sending, text } from './fixtures';

beforeEach(freshStore);

/** Writes past the store, as a tamperer or a broken disk would. */
async function behindItsBack(change: (db: ReturnType<typeof makeDatabase>) => Promise<unknown>): Promise<void> {
  const db = makeDatabase();
  await opened(db);
  await change(db);
  db.close();
}

describe('the record of events', () => {
  it('never forks, with many callers at once and from two contexts', async () => {
    vi.resetModules();
    const other = await import('../../../lib/store/events');
    expect(other.append).not.toBe(append);
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? append : other.append)([sending(`a${n}`), sending(`b${n}`)], 'ann', NOW - n),
      ),
    );
    const lines = await eventsAfter(0, 1000);
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
    expect(await verifyAll()).toEqual({ lines: 80, erased: 0, fault: null });
    (await import('../../../lib/store/store')).closeStore();
  });

  it('holds nothing of what was practised', async () => {
    const practised = { ...sending('p'), ref: { ...ref('1'), origin: 'chrome-extension://abcdefghijklmnop' } };
    expect(await append([practised, sending('real')], 'ann', NOW)).toHaveLength(1);
    expect((await eventsAfter(0, 10)).map(({ case: of }) => of)).toEqual([expect.stringContaining('https://')]);
  });

  it('salts every line anew', async () => {
    const lines = await append([sending('1'), sending('1')], 'ann', NOW);
    expect(new Set(lines.map(({ salt }) => salt)).size).toBe(2);
    expect(new Set(lines.map(({ digest }) => digest)).size).toBe(2);
  });

  it('is verified in parts, and says how far it is', async () => {
    await append(
      Array.from({ length: 25 }, (_, n) => sending(`${n}`)),
      'ann',
      NOW,
    );
    const seen: number[] = [];
    expect((await verifyAll((lines) => seen.push(lines), 10)).lines).toBe(25);
    expect(seen).toEqual([10, 20, 25]);
  });

  it('shows a line that was changed, one that is missing, and one that cannot be read', async () => {
    await append(
      Array.from({ length: 6 }, (_, n) => sending(`${n}`)),
      'ann',
      NOW,
    );
    await behindItsBack((db) => db.events.update(5, { actor: 'eve' }));
    expect((await verifyAll()).fault).toEqual({ seq: 5, why: 'digest' });
    await behindItsBack((db) => db.events.delete(3));
    expect((await verifyAll()).fault).toEqual({ seq: 4, why: 'sequence' });
    await behindItsBack((db) => db.events.update(2, { at: 'then' as never }));
    expect((await verifyAll(undefined, 1)).fault).toEqual({ seq: 2, why: 'unreadable' });
  });

  it('goes on after a line that cannot be read', async () => {
    await append([sending('1')], 'ann', NOW);
    await behindItsBack((db) => db.events.update(1, { kind: 5 as never }));
    await append([sending('2')], 'ann', NOW);
    expect((await eventsOf(caseKey(ref()))).map(({ seq }) => seq)).toEqual([2]);
    expect(await asides()).toEqual([]);
  });
});

describe('erasing a case', () => {
  it('takes everything about it and leaves a record that still verifies', async () => {
    for (const id of ['101', '1015']) {
      await saveAnswer(identity(id), 'steps', text(`secret ${id}`), NOW);
      await saveValues(ref(id), { owner: { label: `owner ${id}` } }, NOW);
      await beginSending([handoff(`h${id}`, identity(id))], [sending(`h${id}`, id)], 'ann', NOW);
    }
    const asideOf = (id: string) => ({
      table: 'drafts',
      key: id,
      why: '',
      at: NOW,
      noted: 1 as const,
      record: { ref: ref(id), answers: `secret ${id}` },
    });
    await behindItsBack((db) => db.aside.bulkAdd([asideOf('101'), asideOf('1015')]));

    expect(await eraseCase(caseKey(ref()))).toEqual({ events: 1, drafts: 1, handoffs: 1, sightings: 1, aside: 1 });

    expect(await verifyAll()).toEqual({ lines: 2, erased: 1, fault: null });
    expect(await eventsOf(caseKey(ref()))).toEqual([]);
    expect(await handoffsOf(caseKey(ref()))).toEqual([]);
    expect(await sightingsOf([ref()])).toEqual([]);
    const left = JSON.stringify([await eventsAfter(0, 10), await openDrafts(), await asides()]);
    expect(left).not.toMatch(/secret 101\b|Case 101\b/);
    expect((await openDrafts()).map((draft) => draft.ref.id)).toEqual(['1015']);
    await append([sending('next')], 'ann', NOW);
    expect((await verifyAll()).fault).toBeNull();
  });

  it('takes the words of a line that cannot be read too', async () => {
    await append([{ kind: 'misfire', ref: ref(), title: 'secret title' }], 'ann', NOW);
    await behindItsBack((db) => db.events.update(1, { at: 'then' as never }));
    await eraseCase(caseKey(ref()));
    expect(JSON.stringify(await eventsAfter(0, 10))).not.toContain('secret');
  });

  it('does not take a case whose id begins with the same words and a bar', async () => {
    await saveAnswer(identity('101'), 'steps', text('one'), NOW);
    await saveAnswer(identity('101|b'), 'steps', text('two'), NOW);
    await eraseCase(caseKey(ref('101')));
    expect((await openDrafts()).map((draft) => draft.ref.id)).toEqual(['101|b']);
  });
});
