import type { BatonDatabase } from './db';
import { inStore } from './store';

export type ExportTable = 'events' | 'handoffs' | 'drafts' | 'aside';

/**
 * A table as the parts of one JSON text: every record as it lies there, also those that cannot be read. Read in pieces, so
 * that a long record is never in memory twice. `seen` hears how far it is.
 */
export async function exportTable(
  table: ExportTable,
  now: number,
  seen?: (rows: number) => void,
  piece = 500,
): Promise<string[]> {
  const parts = [`{"format":"baton-export","table":${JSON.stringify(table)},"at":${now},"rows":[`];
  let last: unknown = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (;;) {
    const rows = await inStore((db) => after(db, table, last).limit(piece).toArray());
    if (rows.length === 0) break;
    for (const row of rows) {
      parts.push(`${count === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`);
      count += 1;
    }
    last = (rows.at(-1) as Record<string, unknown>)[KEYS[table]];
    seen?.(count);
  }
  return [...parts, '\n]}\n'];
}

const KEYS = { events: 'seq', handoffs: 'id', drafts: 'key', aside: 'id' } as const satisfies Record<
  ExportTable,
  string
>;

function after(db: BatonDatabase, table: ExportTable, last: unknown) {
  return db
    .table<unknown>(table)
    .where(':id')
    .above(last as string);
}
