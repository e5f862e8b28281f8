import type { EventPayload } from '../model/event';
import type { BatonDatabase } from './db';
import { appendIn } from './events';
import { forgetMoved, type MovableTable, moveIfBroken, rememberMoved } from './read';
import { inStore } from './store';
import type { AsideRow } from './tables';

/** A use of the store that may find broken records: when it moved any, the record of events says so before the answer is given. */
export async function reading<T>(work: (db: BatonDatabase) => PromiseLike<T>): Promise<T> {
  const result = await inStore(work);
  if (forgetMoved()) {
    // What was asked for is there; a line that cannot be written now (a full disk) is written by a later use.
    await noteAsides(Date.now()).catch(rememberMoved);
  }
  return result;
}

/** Everything that was set aside, newest first. */
export function asides(limit = 1000): Promise<AsideRow[]> {
  return inStore((db) => db.aside.orderBy(':id').reverse().limit(limit).toArray());
}

/**
 * Writes a `set-aside` line for each record that has none yet, and marks it, in one transaction: however the move came
 * about (an upgrade, a read), and even where the browser stopped in between. Returns how many.
 */
export function noteAsides(now: number): Promise<number> {
  return inStore((db) =>
    db.transaction('rw', db.aside, db.events, async () => {
      const rows = await db.aside.where('noted').equals(0).toArray();
      const payloads = rows.map(
        (row): EventPayload => ({ kind: 'set-aside', table: row.table, why: withoutWords(row.why) }),
      );
      await appendIn(db, payloads, 'baton', now);
      await db.aside.bulkPut(rows.map((row) => ({ ...row, noted: 1 as const })));
      return rows.length;
    }),
  );
}

/** Moves these records aside if they are still broken: for pages that may only look while they draw. */
export async function tidy(found: readonly { table: MovableTable; key: unknown }[]): Promise<void> {
  if (found.length === 0) return;
  await reading(async (db) => {
    for (const { table, key } of found) await moveIfBroken(db, table, [key], Date.now());
  });
}

/** An upgrade's error may quote the record: the line names the step alone, the row aside keeps the rest. */
function withoutWords(why: string): string {
  return why.replace(/^(version \d+):[\s\S]*$/, '$1');
}
