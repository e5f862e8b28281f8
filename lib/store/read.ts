import type { z } from 'zod';
import { asideRow } from './aside-row';
import type { BatonDatabase } from './db';
import { type RowOf, shapes, type TableName } from './tables';

/**
 * Tables whose broken records are moved. Lines of the record of events stay where they are: taking one out would break the chain. Kept texts are
 * not moved: what is set aside is exported.
 */
export type MovableTable = Exclude<TableName, 'events' | 'kept'>;

/** Whether something was moved since the record of events was last brought up to date; true at first, for what an upgrade moved. */
let moved = true;
export function rememberMoved(): void {
  moved = true;
}
export function forgetMoved(): boolean {
  const was = moved;
  moved = false;
  return was;
}

export type Checked<N extends TableName> = { good: RowOf<N>[]; broken: unknown[] };

/** Parts what can be used from what cannot. */
export function check<N extends TableName>(table: N, records: readonly unknown[]): Checked<N> {
  const shape = shapes[table] as unknown as z.ZodType<RowOf<N>>;
  const good: RowOf<N>[] = [];
  const broken: unknown[] = [];
  for (const record of records) {
    const read = shape.safeParse(record);
    if (read.success) good.push(read.data);
    else broken.push(record);
  }
  return { good, broken };
}

/** For reads: the usable ones of records just read. Broken ones are moved, in a transaction of its own that looks at each again. */
export async function usable<N extends MovableTable>(
  db: BatonDatabase,
  table: N,
  records: readonly unknown[],
): Promise<RowOf<N>[]> {
  const { good, broken } = check(table, records);
  if (broken.length > 0)
    await moveIfBroken(
      db,
      table,
      broken.map((record) => keyOf(db, table, record)),
      Date.now(),
    );
  return good;
}

/** For changes: the record under this key. A broken one is moved inside the change's own transaction (it must include `aside`). */
export async function takeOne<N extends MovableTable>(
  db: BatonDatabase,
  table: N,
  key: string,
): Promise<RowOf<N> | undefined> {
  const record: unknown = await db.table(table).get(key);
  if (record === undefined) return undefined;
  const { good } = check(table, [record]);
  if (!good[0]) await move(db, table, key, record, Date.now());
  return good[0];
}

export async function moveIfBroken(
  db: BatonDatabase,
  table: MovableTable,
  keys: readonly unknown[],
  at: number,
): Promise<void> {
  await db.transaction('rw', db.table(table), db.aside, async () => {
    for (const key of keys) {
      const record: unknown = await db.table(table).get(key as string);
      if (record !== undefined && check(table, [record]).broken.length > 0) await move(db, table, key, record, at);
    }
  });
}

async function move(db: BatonDatabase, table: MovableTable, key: unknown, record: unknown, at: number): Promise<void> {
  rememberMoved();
  await db.aside.add(asideRow(table, key, record, whyBroken(table, record), at));
  await db.table(table).delete(key as string);
}

export function keyOf(db: BatonDatabase, table: MovableTable, record: unknown): unknown {
  const path = db.table(table).schema.primKey.keyPath;
  const part = (name: string): unknown => (record as Record<string, unknown>)[name];
  return Array.isArray(path) ? path.map(part) : part(path ?? '');
}

/** What is wrong, by the names of its parts and without the person's own words. */
export function whyBroken(table: TableName, record: unknown): string {
  const read = shapes[table].safeParse(record);
  if (read.success) return '';
  return read.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'record'}: ${issue.code}`)
    .join('; ');
}
