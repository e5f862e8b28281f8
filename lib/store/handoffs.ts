import type { EventPayload } from '../model/event';
import type { Handoff, HandoffState } from '../model/handoff';
import { next, type Signal } from '../rules/life';
import { textsOf } from '../rules/normalise';
import { reading } from './aside';
import { refOf } from './case-index';
import type { BatonDatabase } from './db';
import { appendIn } from './events';
import { keptSent } from './kept';
import { check, usable } from './read';
import { draftAgain, draftSent } from './returning';

/** Handoffs of one attempt, or a single one. */
export type Which = { attempt: string } | { handoff: string };

/** Records that these are about to leave, with their events, all or nothing. Resolves once the disk has it: only then may the request go. */
export function beginSending(
  handoffs: readonly Handoff[],
  payloads: readonly EventPayload[],
  actor: string,
  now: number,
): Promise<void> {
  return reading((db) =>
    db.transaction('rw', db.handoffs, db.events, async () => {
      await db.handoffs.bulkAdd([...handoffs]);
      await appendIn(db, payloads, actor, now);
    }),
  );
}

/**
 * Moves handoffs along by what became of them. The rules say whether the signal still means anything, so hearing it twice
 * changes nothing and writes nothing. Returns those that changed, as they are now.
 */
export function settle(
  which: Which,
  signal: Signal,
  eventOf: (handoff: Handoff) => EventPayload | null,
  actor: string,
  now: number,
): Promise<Handoff[]> {
  return reading((db) =>
    db.transaction('rw', [db.handoffs, db.drafts, db.events, db.aside, db.kept], async () => {
      const found: unknown[] =
        'attempt' in which
          ? await db.handoffs.where('attempt').equals(which.attempt).toArray()
          : [await db.handoffs.get(which.handoff)];
      const changed: Handoff[] = [];
      const payloads: EventPayload[] = [];
      for (const handoff of check('handoffs', found.filter(Boolean)).good) {
        const state = next(handoff.state, signal);
        if (state === null || state === handoff.state) continue;
        const moved = { ...handoff, state, updatedAt: now };
        await db.handoffs.put(moved);
        if (state === 'sent') {
          await draftSent(db, moved, now);
          await keptSent(db, moved);
          await closeOthers(db, moved, now);
        }
        if (state === 'failed') await draftAgain(db, moved, now);
        changed.push(moved);
        const payload = eventOf(moved);
        if (payload) payloads.push(payload);
      }
      await appendIn(db, payloads, actor, now);
      return changed;
    }),
  );
}

/**
 * The same handoff sent before, with no answer that anybody saw, is over once one of them arrived: the desk's page cannot say which
 * of them it shows, and one arrival is one `sent`.
 */
async function closeOthers(db: BatonDatabase, sent: Handoff, now: number): Promise<void> {
  const { origin, kind, id } = sent.ref;
  const all: unknown[] = await db.handoffs.where('[ref.origin+ref.kind+ref.id]').equals([origin, kind, id]).toArray();
  const open = check('handoffs', all).good.filter(({ state }) => state === 'sending' || state === 'unconfirmed');
  for (const one of open)
    if (one.attempt !== sent.attempt && one.playbook === sent.playbook && one.to === sent.to)
      await db.handoffs.put({ ...one, state: 'failed', updatedAt: now });
}

export function readHandoff(id: string): Promise<Handoff | undefined> {
  return reading(async (db) => (await usable(db, 'handoffs', [await db.handoffs.get(id)].filter(Boolean)))[0]);
}

/** Handoffs that left a tab and are not known to have arrived. */
export function sendingOf(tab: number): Promise<Handoff[]> {
  return reading(async (db) => {
    const sending = await usable(db, 'handoffs', await db.handoffs.where('state').equals('sending').toArray());
    return sending.filter((handoff) => handoff.tab === tab);
  });
}

/** Handoffs that began to leave so long ago (or, by a clock that was set back since, so far ahead), and are not known to have arrived. */
export function sendingSince(age: number, now: number): Promise<Handoff[]> {
  return reading(async (db) => {
    const sending = await usable(db, 'handoffs', await db.handoffs.where('state').equals('sending').toArray());
    return sending.filter(({ createdAt }) => Math.abs(now - createdAt) > age);
  });
}

/** Handoffs of a case whose outcome nobody has seen yet: reading the case may tell. */
export function unsettledOf(key: string): Promise<Handoff[]> {
  return reading(async (db) => {
    const handoffs = await usable(
      db,
      'handoffs',
      await db.handoffs.where('[ref.origin+ref.kind+ref.id]').equals(refOf(key)).toArray(),
    );
    return handoffs.filter(({ state }) => state === 'sending' || state === 'unconfirmed');
  });
}

/** The newest handoffs of a desk whose outcome nobody has seen yet. */
export function unsettledAt(origin: string, limit = 100): Promise<Handoff[]> {
  return reading(async (db) => {
    const rows = await db.handoffs.where('state').anyOf('sending', 'unconfirmed').toArray();
    const open = (await usable(db, 'handoffs', rows)).filter(({ ref }) => ref.origin === origin);
    return open.sort((a, b) => b.createdAt - a.createdAt).slice(0, limit);
  });
}

/** All handoffs of a case, oldest first. */
export function handoffsOf(key: string): Promise<Handoff[]> {
  return reading(async (db) => {
    const handoffs = await usable(
      db,
      'handoffs',
      await db.handoffs.where('[ref.origin+ref.kind+ref.id]').equals(refOf(key)).toArray(),
    );
    return handoffs.sort((a, b) => a.createdAt - b.createdAt);
  });
}

/** Newest first. */
export function handoffsSince(time: number, limit = 500): Promise<Handoff[]> {
  return reading(async (db) =>
    usable(db, 'handoffs', await db.handoffs.where('createdAt').aboveOrEqual(time).reverse().limit(limit).toArray()),
  );
}

const LEFT: readonly HandoffState[] = ['sent', 'accepted', 'returned', 'expired', 'closed'];

/**
 * The texts of a playbook's last handoffs, as the rules compare them. Only of those that left: the answers of a failed or
 * unconfirmed one may yet be needed again, and would be refused as copies of themselves.
 */
export function recentTexts(playbook: string, count = 5): Promise<string[]> {
  return reading(async (db) => {
    const last = await db.handoffs
      .where('[playbook+createdAt]')
      .between([playbook, -Infinity], [playbook, []])
      .reverse()
      .limit(count * 4)
      .toArray();
    const left = (await usable(db, 'handoffs', last)).filter(({ state }) => LEFT.includes(state)).slice(0, count);
    return [...new Set(left.flatMap(({ answers }) => textsOf(answers)))];
  });
}
