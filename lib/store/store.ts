import { type BatonDatabase, isBlocked, makeDatabase, opened } from './db';
import { StoreError, storeError } from './errors';

const db = makeDatabase();
let opening: Promise<void> | null = null;

/** Opens the store, once however many ask; after a failure the next call tries again. */
export async function openStore(): Promise<void> {
  if (db.isOpen()) return;
  opening ??= opened(db).finally(() => {
    opening = null;
  });
  await opening;
}

/** Every use of the database goes through here: it is open, and whatever is thrown is a StoreError. */
export async function inStore<T>(work: (db: BatonDatabase) => PromiseLike<T>): Promise<T> {
  try {
    if (!db.isOpen()) await openStore();
    return await work(db);
  } catch (error) {
    throw storeError(error);
  }
}

/** What is said of a database that does not answer in the time that somebody waits. */
export function notAnswering(): StoreError {
  const code = isBlocked(db) ? 'storage-blocked' : 'storage-error';
  return new StoreError(code, 'the database did not answer in time');
}

/** Lets go of the database (tests, and pages that are about to close). */
export function closeStore(): void {
  db.close();
}
