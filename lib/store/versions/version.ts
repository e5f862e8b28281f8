/** A record as it lies in the database, before anything is known about its shape. */
export type StoredRecord = Record<string, unknown>;

/**
 * One version of the database, as data. `stores` names only the tables that this version adds or indexes anew (null removes one).
 * `upgrade` turns a record of the version before into one of this version, table by table; it may throw, and the record then
 * goes aside. There is none for `events`: their digests cover the payload, so a line is never rewritten.
 */
export type DatabaseVersion = {
  version: number;
  stores: Record<string, string | null>;
  upgrade?: Record<string, (record: StoredRecord) => StoredRecord>;
};
