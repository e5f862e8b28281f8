import type { Word } from '../model/case';
import { joinNames } from '../rules/people';
import { reading } from './aside';
import { usable } from './read';
import { WordRow } from './tables';

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

/** Keeps words that a page's lists have for ids. A person whom another page calls otherwise keeps both names. */
export function saveIds(origin: string, words: readonly Word[], at: number): Promise<void> {
  if (words.length === 0) return Promise.resolve();
  return reading((db) =>
    db.transaction('rw', db.directory, async () => {
      const rows: unknown[] = await db.directory.bulkGet(words.map(({ field, id }) => [origin, field, id]));
      const known = rows.map((row) => WordRow.safeParse(row).data?.label);
      const joined = words.map(({ field, id, label }, n) => {
        const before = field === 'owner' && known[n] !== id ? known[n] : undefined;
        return { origin, field, id, label: before ? joinNames(before, label).slice(0, 300) : label, at };
      });
      await db.directory.bulkPut(joined);
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
