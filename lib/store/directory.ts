import { reading } from './aside';
import { usable } from './read';
import type { WordRow } from './tables';

/** Keeps the desk's words for its ids, as its own selects name them. Words not shown this time stay. */
export function saveWords(
  origin: string,
  words: readonly { field: string; id: string; label: string }[],
  at: number,
): Promise<void> {
  if (words.length === 0) return Promise.resolve();
  return reading((db) =>
    db.transaction('rw', db.directory, async () => {
      await db.directory.bulkPut(
        words.map((word) => ({ origin, field: word.field, id: word.id, label: word.label, at })),
      );
    }),
  );
}

/** Everything that one desk's selects were seen to name. */
export function wordsOf(origin: string): Promise<WordRow[]> {
  return reading(async (db) =>
    usable(db, 'directory', await db.directory.where('[origin+field+id]').between([origin], [origin, []]).toArray()),
  );
}

/** Forgets a desk that was removed. */
export function forgetWords(origin: string): Promise<number> {
  return reading((db) =>
    db.transaction('rw', db.directory, () =>
      db.directory.where('[origin+field+id]').between([origin], [origin, []]).delete(),
    ),
  );
}
