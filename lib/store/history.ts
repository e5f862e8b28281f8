import type { EventKind, EventLine } from '../model/event';
import type { Handoff, HandoffState } from '../model/handoff';
import { refOf } from './case-index';
import { readable } from './events';
import type { Broken } from './glance';
import { check, keyOf } from './read';
import { inStore } from './store';

/** A page of handoffs, newest first, and how many there are in all. Only reads, so that it can be drawn live. */
export type Handoffs = { handoffs: Handoff[]; count: number; broken: Broken[] };

/** Of one state, where one is named. */
export function handoffsFrom(since: number, limit: number, state?: HandoffState): Promise<Handoffs> {
  return inStore(async (db) => {
    const found = () =>
      state === undefined
        ? db.handoffs.where('createdAt').aboveOrEqual(since)
        : db.handoffs.where('[state+createdAt]').between([state, since], [state, Number.POSITIVE_INFINITY]);
    const [rows, count] = await Promise.all([found().reverse().limit(limit).toArray(), found().count()]);
    const { good, broken } = check('handoffs', rows);
    return {
      handoffs: good,
      count,
      broken: broken.map((row): Broken => ({ table: 'handoffs', key: keyOf(db, 'handoffs', row) })),
    };
  });
}

/** The newest lines of one kind since a time. */
export function linesOf(kind: EventKind, since: number, limit: number): Promise<EventLine[]> {
  return inStore(async (db) => {
    const lines = db.events.where('[kind+at]').between([kind, since], [kind, Number.POSITIVE_INFINITY]);
    return readable(await lines.reverse().limit(limit).toArray());
  });
}

/** Everything that is known of one case, for its timeline. */
export function caseHistory(key: string, limit = 1000): Promise<{ lines: EventLine[]; handoffs: Handoff[] }> {
  return inStore(async (db) => {
    const [lines, rows] = await Promise.all([
      db.events.where('case').equals(key).limit(limit).toArray(),
      db.handoffs.where('[ref.origin+ref.kind+ref.id]').equals(refOf(key)).limit(limit).toArray(),
    ]);
    return { lines: readable(lines), handoffs: check('handoffs', rows).good };
  });
}

/** The keys of all cases with this number, on whatever desk, of which anything is kept. By keys alone. */
export function casesNumbered(id: string): Promise<string[]> {
  return inStore(async (db) => {
    const [seen, written, sent, drafts] = await Promise.all([
      db.sightings.toCollection().primaryKeys(),
      db.events.orderBy('case').uniqueKeys(),
      db.handoffs.orderBy('[ref.origin+ref.kind+ref.id]').uniqueKeys(),
      db.drafts.toCollection().primaryKeys(),
    ]);
    const keys = [
      ...(seen as string[]),
      ...(written as string[]),
      ...(sent as unknown as string[][]).map((parts) => parts.join('|')),
      // A draft's key is its case's, a bar, and its playbook, whose name holds none.
      ...(drafts as string[]).map((key) => key.slice(0, key.lastIndexOf('|'))),
    ];
    return [...new Set(keys)].filter((key) => refOf(key)[2] === id).sort();
  });
}
