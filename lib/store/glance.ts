import type { EventLine } from '../model/event';
import type { Draft, Handoff } from '../model/handoff';
import { holdsSomething } from './drafts';
import { readable } from './events';
import { check, keyOf, type MovableTable } from './read';
import { inStore } from './store';

/** A record that could not be used while looking. */
export type Broken = { table: MovableTable; key: unknown };

/** What the popup shows of a day, and how much of it that is. Only reads, so that it can be drawn live. */
export type Glance = {
  handoffs: Handoff[];
  handoffCount: number;
  /** Of earlier days, whose outcome nobody has seen to this day. */
  unconfirmed: Handoff[];
  lines: EventLine[];
  lineCount: number;
  drafts: Draft[];
  broken: Broken[];
};

/** However much is stored, no more than these are read. */
export const GLANCE = { handoffs: 50, unconfirmed: 20, lines: 300, drafts: 50 } as const;

/** What happened since a time, newest first, and the open drafts. Counts come from the indexes alone. */
export function glance(since: number): Promise<Glance> {
  return inStore(async (db) => {
    const today = () => db.handoffs.where('createdAt').aboveOrEqual(since);
    const written = () => db.events.where('at').aboveOrEqual(since);
    const [handoffs, handoffCount, before, lines, lineCount, drafts] = await Promise.all([
      today().reverse().limit(GLANCE.handoffs).toArray(),
      today().count(),
      db.handoffs
        .where('[state+createdAt]')
        .between(['unconfirmed', 0], ['unconfirmed', since])
        .reverse()
        .limit(GLANCE.unconfirmed)
        .toArray(),
      written().reverse().limit(GLANCE.lines).toArray(),
      written().count(),
      db.drafts.orderBy('updatedAt').reverse().limit(GLANCE.drafts).toArray(),
    ]);
    const read = { handoffs: check('handoffs', handoffs), drafts: check('drafts', drafts) };
    const broken = (['handoffs', 'drafts'] as const).flatMap((table) =>
      read[table].broken.map((record): Broken => ({ table, key: keyOf(db, table, record) })),
    );
    return {
      handoffs: read.handoffs.good,
      handoffCount,
      unconfirmed: check('handoffs', before).good,
      lines: readable(lines),
      lineCount,
      drafts: read.drafts.good.filter(holdsSomething),
      broken,
    };
  });
}
