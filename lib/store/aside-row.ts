import type { AsideRow } from './tables';

/** The row that keeps a record which could not be used. */
export function asideRow(table: string, key: unknown, record: unknown, why: string, at: number): AsideRow {
  return {
    table,
    key: typeof key === 'string' ? key : JSON.stringify(key),
    why: why.slice(0, 500),
    at,
    noted: 0,
    record,
  };
}
