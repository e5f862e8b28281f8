import Dexie from 'dexie';
import { declare } from './declare';
import { StoreError, storeError } from './errors';
import type { Tables } from './tables';
import { versions as shipped } from './versions/all';
import type { DatabaseVersion } from './versions/version';

export type BatonDatabase = Dexie & Tables;

export const DATABASE = 'baton';
/** How long another tab with an old Baton may keep the database from being upgraded before we say so. */
const BLOCKED_AFTER = 3000;

/**
 * The database by a list of versions. It is opened by `opened` alone: Dexie by itself would open a newer database too, and patch it.
 * Strict durability: what is acknowledged is on the disk. No cache: a page never shows what is not saved yet.
 */
export function makeDatabase(versions: readonly DatabaseVersion[] = shipped): BatonDatabase {
  const db = new Dexie(DATABASE, { autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' });
  declare(db, versions);
  // Another tab brings a newer Baton: give way at once, so that its upgrade is not blocked by us.
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  return db as BatonDatabase;
}

/** Databases whose opening waits for an old tab: the browser says so only once. */
const waiting = new WeakSet<BatonDatabase>();

/** Whether its opening waits for an old tab now. */
export const isBlocked = (db: BatonDatabase): boolean => waiting.has(db);

/** Opens the database unless a newer Baton made it. Rejects with `storage-blocked` when an old tab will not let go; opening goes on. */
export async function opened(db: BatonDatabase, blockedAfter = BLOCKED_AFTER): Promise<void> {
  const stored = await storedVersion();
  if (stored > db.verno)
    throw new StoreError('storage-newer', `the database has version ${stored}, this Baton knows ${db.verno}`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let whenBlocked = (): boolean => false;
  const blocked = new Promise<never>((_, reject) => {
    whenBlocked = () => {
      waiting.add(db);
      timer ??= setTimeout(
        () => reject(new StoreError('storage-blocked', 'another tab holds an older version of the database')),
        blockedAfter,
      );
      return false;
    };
  });
  db.on('blocked', whenBlocked);
  if (waiting.has(db)) whenBlocked();
  try {
    await Promise.race([db.open().then(() => waiting.delete(db)), blocked]);
  } catch (error) {
    throw storeError(error);
  } finally {
    clearTimeout(timer);
    db.on('blocked').unsubscribe(whenBlocked);
  }
}

/** The version in the browser's own list, in our counting (Dexie keeps ten times it); 0 where there is no database yet. */
async function storedVersion(): Promise<number> {
  const all = await indexedDB.databases();
  return Math.floor((all.find(({ name }) => name === DATABASE)?.version ?? 0) / 10);
}
