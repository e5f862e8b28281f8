import type Dexie from 'dexie';
import type { Transaction } from 'dexie';
import { asideRow } from './aside-row';
import type { DatabaseVersion, StoredRecord } from './versions/version';

/** Tells Dexie every version. Records that a step cannot bring along go to `aside` inside the upgrade's own transaction. */
export function declare(db: Dexie, versions: readonly DatabaseVersion[]): void {
  for (const { version, stores, upgrade } of versions) {
    const declared = db.version(version).stores(stores);
    if (upgrade) declared.upgrade((tx) => bringAlong(tx, version, upgrade));
  }
}

async function bringAlong(
  tx: Transaction,
  version: number,
  steps: NonNullable<DatabaseVersion['upgrade']>,
): Promise<void> {
  for (const [table, step] of Object.entries(steps)) {
    const stuck: ReturnType<typeof asideRow>[] = [];
    await tx
      .table<StoredRecord>(table)
      .toCollection()
      .modify((record, context) => {
        const cursor = context as unknown as { value?: StoredRecord; primKey: unknown };
        const before = structuredClone(record);
        try {
          cursor.value = step(record);
        } catch (error) {
          stuck.push(asideRow(table, cursor.primKey, before, `version ${version}: ${String(error)}`, Date.now()));
          delete cursor.value;
        }
      });
    if (stuck.length > 0) await tx.table('aside').bulkAdd(stuck);
  }
}
