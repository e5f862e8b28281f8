import { caseKey } from '../model/case-key';
import type { Handoff } from '../model/handoff';
import { Kept } from '../model/kept';
import type { BatonDatabase } from './db';
import { inStore } from './store';

/** Of so many pages of one case the texts are kept: the newest. */
const MOST_PAGES = 3;

/** Keeps what stands in a page now in the place of what was kept of it before. Without texts nothing of it is kept. */
export function keepTexts(kept: Kept): Promise<void> {
  return inStore((db) =>
    db.transaction('rw', db.kept, async () => {
      if (kept.texts.length === 0) return db.kept.delete(kept.id);
      const others = (await rowsOf(db, kept.key)).filter(({ id }) => id !== kept.id);
      // Put back and held again, it would be offered twice.
      const isHere = ({ texts }: Kept) => texts.every(({ text }) => kept.texts.some((one) => one.text.includes(text)));
      const rest = others.filter((one) => !isHere(one));
      await db.kept.bulkDelete([...others.filter(isHere), ...rest.slice(MOST_PAGES - 1)].map(({ id }) => id));
      await db.kept.put(kept);
    }),
  );
}

/** What is kept of a case, newest first. */
export function keptOf(key: string): Promise<Kept[]> {
  return inStore((db) => rowsOf(db, key));
}

/** What cannot be read is offered to nobody; it goes with the rest of the case, or by its age. */
async function rowsOf(db: BatonDatabase, key: string): Promise<Kept[]> {
  const rows: unknown[] = await db.kept.where('key').equals(key).toArray();
  const good = rows.flatMap((row) => {
    const read = Kept.safeParse(row);
    return read.success ? [read.data] : [];
  });
  return good.sort((a, b) => b.at - a.at);
}

/** Whether something of this attempt is kept under this id. */
export function isKept(id: string, attempt: string): Promise<boolean> {
  return inStore(async (db) => (await db.kept.get(id))?.attempt === attempt);
}

export function forgetKept(id: string): Promise<void> {
  return inStore((db) => db.transaction('rw', db.kept, () => db.kept.delete(id)));
}

/** What an attempt has brought to the desk need not be kept any more. */
export function forgetKeptOf(attempt: string): Promise<void> {
  return inStore((db) =>
    db.transaction('rw', db.kept, async () => {
      await db.kept.where('attempt').equals(attempt).delete();
    }),
  );
}

/** A handoff arrived: what was typed with it and before it is done. Inside the current transaction. */
export async function keptSent(db: BatonDatabase, { ref, attempt, createdAt }: Handoff): Promise<void> {
  await db.kept.where('attempt').equals(attempt).delete();
  await db.kept
    .where('key')
    .equals(caseKey(ref))
    .filter(({ at }) => at <= createdAt)
    .delete();
}

/** Forgets what was typed before a time. */
export function forgetKeptBefore(before: number): Promise<void> {
  return inStore((db) =>
    db.transaction('rw', db.kept, async () => {
      await db.kept.filter(({ at }) => !(at >= before)).delete();
    }),
  );
}
