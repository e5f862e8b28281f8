import { eraseLine } from '../rules/event-chain';
import type { BatonDatabase } from './db';
import { inStore } from './store';
import type { AsideRow, RowOf } from './tables';

/** How much was forgotten. */
export type Forgotten = Record<'events' | 'drafts' | 'kept' | 'handoffs' | 'sightings' | 'aside' | 'directory', number>;
type Row = { [N in Exclude<keyof Forgotten, 'events' | 'aside'>]: RowOf<N> } & { aside: AsideRow };

/** So many records in one transaction: others come in between. */
const SLICE = 500;

/**
 * Forgets everything that was last touched before a time: drafts, kept texts, handoffs, readings of cases, the desks' words and what was set aside go; of
 * events the payload and salt go, and the bare lines stay, so that the chain still verifies. What is on its way now stays.
 */
export async function forgetBefore(before: number, slice = SLICE): Promise<Forgotten> {
  return {
    events: await eraseLines(before, slice),
    drafts: await drop('drafts', ({ updatedAt }) => updatedAt < before, slice),
    kept: await drop('kept', ({ at }) => at < before, slice),
    handoffs: await drop('handoffs', ({ updatedAt, state }) => updatedAt < before && state !== 'sending', slice),
    sightings: await drop('sightings', ({ at }) => at < before, slice),
    directory: await drop('directory', ({ at }) => at < before, slice),
    aside: await drop('aside', ({ at }) => at < before, slice),
  };
}

/** Also lines that no longer read as events: what they hold goes all the same. */
async function eraseLines(before: number, slice: number): Promise<number> {
  const old = await inStore((db) => db.events.where('at').below(before).primaryKeys());
  return inSlices(old, slice, (db, keys) =>
    db.transaction('rw', db.events, async () => {
      const lines = await db.events.bulkGet(keys as never[]);
      const full = lines.flatMap((line) => (line?.payload === undefined ? [] : [eraseLine(line)]));
      await db.events.bulkPut(full);
      return full.length;
    }),
  );
}

async function drop<N extends keyof Row>(name: N, isOld: (row: Row[N]) => boolean, slice: number): Promise<number> {
  const old = await inStore((db) => db.table<Row[N]>(name).filter(isOld).primaryKeys());
  return inSlices(old, slice, (db, keys) =>
    db.transaction('rw', db.table(name), async () => {
      // Looked at again: somebody may have gone on with it meanwhile.
      const rows = await db.table<Row[N]>(name).bulkGet(keys as never[]);
      const still = keys.filter((_, n) => rows[n] !== undefined && isOld(rows[n]));
      await db.table(name).bulkDelete(still as never[]);
      return still.length;
    }),
  );
}

async function inSlices(
  keys: readonly unknown[],
  slice: number,
  work: (db: BatonDatabase, keys: readonly unknown[]) => PromiseLike<number>,
): Promise<number> {
  let done = 0;
  for (let at = 0; at < keys.length; at += slice) done += await inStore((db) => work(db, keys.slice(at, at + slice)));
  return done;
}
