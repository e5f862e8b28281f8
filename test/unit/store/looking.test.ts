import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseSnapshot } from '../../../lib/model/case';
import { tidy } from '../../../lib/store/aside';
import { makeDatabase, opened } from '../../../lib/store/db';
import { saveAnswer } from '../../../lib/store/drafts';
import { append } from '../../../lib/store/events';
import { exportTable } from '../../../lib/store/export';
import { GLANCE, glance } from '../../../lib/store/glance';
import { beginSending } from '../../../lib/store/handoffs';
import { healthOf } from '../../../lib/store/health';
import { caseHistory, casesNumbered, handoffsFrom, linesOf } from '../../../lib/store/history';
import { saveSighting, saveValues } from '../../../lib/store/sightings';
import { freshStore, handoff, identity, NOW, ref, sending, text } from './fixtures';

beforeEach(freshStore);
afterEach(() => void vi.restoreAllMocks());

const MANY = 1500;

/** Counts the records that the database hands out, by whichever way Dexie asks for them. */
function countReads(): { rows: number } {
  const reads = { rows: 0 };
  const next = IDBCursor.prototype.continue;
  vi.spyOn(IDBCursor.prototype, 'continue').mockImplementation(function (this: IDBCursor, key?: IDBValidKey) {
    reads.rows += 1;
    return key === undefined ? next.call(this) : next.call(this, key);
  });
  for (const of of [IDBIndex, IDBObjectStore]) {
    const all = of.prototype.getAll as (this: unknown, ...asked: unknown[]) => IDBRequest;
    vi.spyOn(of.prototype, 'getAll').mockImplementation(function (this: unknown, ...asked: unknown[]) {
      const [options, count] = asked as [{ count?: number } | null, number | undefined];
      reads.rows += count ?? options?.count ?? Number.POSITIVE_INFINITY;
      return all.apply(this, asked);
    });
  }
  return reads;
}

async function seedMany(): Promise<void> {
  const some = Array.from({ length: MANY }, (_, n) => n);
  await beginSending(
    some.map((n) => handoff(`${n}`, { createdAt: NOW + n, state: 'sent' })),
    [],
    'ann',
    NOW,
  );
  await append(
    some.map((n) => sending(`${n}`)),
    'ann',
    NOW,
  );
}

describe('the glance', () => {
  it('reads no more rows with many stored than it shows, and counts them all', async () => {
    await seedMany();
    await saveAnswer(identity(), 'steps', text('one'), NOW);
    const reads = countReads();
    const day = await glance(NOW);
    expect(reads.rows).toBeLessThanOrEqual(GLANCE.handoffs + GLANCE.unconfirmed + GLANCE.lines + GLANCE.drafts + 3);
    expect(day).toMatchObject({ handoffCount: MANY, lineCount: MANY });
    expect([day.handoffs.length, day.lines.length, day.drafts.length]).toEqual([GLANCE.handoffs, GLANCE.lines, 1]);
    expect(day.handoffs[0]?.id).toBe(String(MANY - 1));
  });

  it('leaves out earlier days', async () => {
    await seedMany();
    expect(await glance(NOW + MANY)).toMatchObject({ handoffs: [], handoffCount: 0 });
  });

  it('only looks: a broken record is named, and moved when it is tidied', async () => {
    const db = makeDatabase();
    await opened(db);
    await db.table('drafts').add({ key: 'k', updatedAt: NOW, answers: 3 });
    const { broken } = await glance(NOW);
    expect(broken).toEqual([{ table: 'drafts', key: 'k' }]);
    expect(await db.drafts.count()).toBe(1);
    await tidy([...broken, { table: 'drafts', key: 'gone' }]);
    expect([await db.drafts.count(), await db.aside.count(), await db.events.count()]).toEqual([0, 1, 1]);
    db.close();
  });
});

describe('history', () => {
  it('gives the newest handoffs of a window and how many there are', async () => {
    await seedMany();
    const reads = countReads();
    const { handoffs, count } = await handoffsFrom(NOW + 10, 20);
    expect([handoffs.length, count, handoffs[0]?.id]).toEqual([20, MANY - 10, String(MANY - 1)]);
    expect(reads.rows).toBeLessThanOrEqual(21);
  });

  it('gives those of one state alone', async () => {
    await beginSending(
      [handoff('1'), handoff('2', { state: 'failed' }), handoff('3', { state: 'failed', createdAt: NOW - 1 })],
      [],
      'ann',
      NOW,
    );
    expect(await handoffsFrom(NOW, 10, 'failed')).toMatchObject({ handoffs: [{ id: '2' }], count: 1 });
  });

  it('gives the lines of one kind in a window, newest first', async () => {
    await append([sending('1'), { kind: 'misfire', ref: ref() }], 'ann', NOW);
    await append([{ kind: 'misfire', ref: ref() }], 'ann', NOW + 5);
    expect((await linesOf('misfire', NOW, 10)).map(({ seq }) => seq)).toEqual([3, 2]);
    expect((await linesOf('misfire', NOW + 1, 10)).map(({ seq }) => seq)).toEqual([3]);
  });

  it('gives all of one case', async () => {
    await beginSending(
      [handoff('1'), handoff('2', { ref: ref('102') })],
      [sending('1'), sending('2', '102')],
      'ann',
      NOW,
    );
    const { lines, handoffs } = await caseHistory('https://rt.example|ticket|101');
    expect([lines.map(({ seq }) => seq), handoffs.map(({ id }) => id)]).toEqual([[1], ['1']]);
  });

  it('finds a case by its number wherever a trace of it is, and no other', async () => {
    await saveAnswer(identity('7'), 'a', text('one'), NOW);
    await saveValues(ref('7', 'https://b.example'), {}, NOW);
    await append([sending('1', '77'), { kind: 'misfire', ref: ref('7', 'https://c.example') }], 'ann', NOW);
    await beginSending([handoff('1', { ref: ref('7', 'https://d.example') })], [], 'ann', NOW);
    const at = (host: string) => `https://${host}.example|ticket|7`;
    expect(await casesNumbered('7')).toEqual([at('b'), at('c'), at('d'), at('rt')]);
  });
});

describe('health', () => {
  const snapshot = (id: string, origin: string, light: 'green' | 'red', seenAt: number): CaseSnapshot => ({
    ref: ref(id, origin),
    site: 's',
    url: origin,
    fields: [],
    entries: [],
    attachments: [],
    health: { light, missing: [] },
    seenAt,
  });

  it('is that of the last reading of a case on this desk', async () => {
    await saveSighting(snapshot('1', 'https://a.example', 'red', NOW));
    await saveSighting(snapshot('2', 'https://a.example', 'green', NOW + 1));
    await saveSighting(snapshot('3', 'https://b.example', 'red', NOW + 2));
    expect((await healthOf('https://a.example'))?.light).toBe('green');
    expect(await healthOf('https://c.example')).toBeNull();
  });
});

describe('a copy of a table', () => {
  it('is one JSON text with every record, also those that cannot be read', async () => {
    await seedMany();
    const db = makeDatabase();
    await opened(db);
    await db.table('events').add({ seq: MANY + 1, odd: true });
    db.close();
    const copy = JSON.parse((await exportTable('events', NOW)).join('')) as { table: string; rows: { seq: number }[] };
    expect(copy.table).toBe('events');
    expect(copy.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: MANY + 1 }, (_, n) => n + 1));
    expect(JSON.parse((await exportTable('drafts', NOW)).join(''))).toMatchObject({ rows: [] });
  });
});
