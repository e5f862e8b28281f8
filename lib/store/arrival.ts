import type { CaseSnapshot, Value } from '../model/case';
import { caseKey } from '../model/case-key';
import { EventPayload } from '../model/event';
import type { Handoff } from '../model/handoff';
import { type KnownMove, MOVING } from '../rules/arrival';
import { reading } from './aside';
import { refOf } from './case-index';
import type { BatonDatabase } from './db';
import { appendIn, readable } from './events';
import { check, takeOne } from './read';
import { rowOf, settledOf } from './sightings';
import type { Settled } from './tables';

/** What a fresh reading says beside what was settled before: the fields to compare, and what is known to have moved since. */
export type Compared = {
  before: Readonly<Record<string, Settled>>;
  now: Readonly<Record<string, Value>>;
  known: readonly KnownMove[];
};

/** What the page showed, and all that is known of the case with it: a page may show a part. */
export type Reading = { shown: CaseSnapshot; whole: CaseSnapshot };

/** When and by whom a page was opened, and the fields whose shown values may not be the desk's (held, or chosen in a form). */
export type Opening = { since: number; by?: string | undefined; doubtful: readonly string[]; now: number };

/**
 * Keeps a reading of a case's page. Fields that the page has shown for the first time since it was opened are compared with what was
 * settled before, and are settled then; `judge` gives the event of what it finds. All in one transaction: of two tabs that see the same
 * change one records it, and neither before the other's word is kept.
 */
export function saveReading(
  { shown, whole }: Reading,
  { since, by, doubtful, now }: Opening,
  judge: (compared: Compared) => EventPayload | null,
): Promise<EventPayload | null> {
  const key = caseKey(whole.ref);
  return reading((db) =>
    db.transaction('rw', db.sightings, db.handoffs, db.events, db.aside, async () => {
      const row = await takeOne(db, 'sightings', key);
      const before = row ? settledOf(row) : {};
      const fresh: Record<string, Value> = {};
      for (const { field, value, id, certainty } of shown.fields) {
        if (certainty !== 'certain' || doubtful.includes(field) || !(MOVING as readonly string[]).includes(field))
          continue;
        if ((before[field]?.at ?? 0) < since)
          fresh[field] ??= { label: value.slice(0, 4000), ...(id === undefined ? {} : { id }) };
      }
      const known = Object.keys(fresh).some((field) => before[field]) ? await knownMoves(db, key) : [];
      const payload = judge({ before, now: fresh, known });
      if (payload) await appendIn(db, [payload], 'baton', now);
      const settled = Object.fromEntries(
        Object.entries(fresh).map(([field, value]) => [field, { value, at: now, ...(by ? { by } : {}) }]),
      );
      await db.sightings.put({ ...rowOf(whole), settled: { ...before, ...settled } });
      return payload;
    }),
  );
}

/** A gate's word may come after its page's successor was read: what an arrival has recorded this lately is no second line. In milliseconds. */
const SAME = 60_000;

/** Adds what went by unjudged to the record; what an arrival has recorded a moment ago is left out. */
export function appendUngated(payloads: readonly EventPayload[], actor: string, now: number): Promise<void> {
  return reading((db) =>
    db.transaction('rw', db.events, async () => {
      const news: EventPayload[] = [];
      for (const payload of payloads) {
        const lines = payload.ref ? readable(await db.events.where('case').equals(caseKey(payload.ref)).toArray()) : [];
        const twice = lines.some(({ at, payload: other }) => {
          const read = EventPayload.safeParse(other);
          return (
            read.success &&
            read.data.kind === 'ungated' &&
            read.data.found === 'arrival' &&
            at > now - SAME &&
            'to' in payload &&
            read.data.to === payload.to
          );
        });
        if (!twice) news.push(payload);
      }
      await appendIn(db, news, actor, now);
    }),
  );
}

/** What Baton let go, on purpose or by policy, and what a gate or an earlier arrival has recorded already. */
async function knownMoves(db: BatonDatabase, key: string): Promise<KnownMove[]> {
  const rows: unknown[] = await db.handoffs.where('[ref.origin+ref.kind+ref.id]').equals(refOf(key)).toArray();
  const lines = readable(await db.events.where('case').equals(key).toArray());
  return [
    ...check('handoffs', rows).good.flatMap(movesOf),
    ...lines.flatMap(({ at, payload }) => {
      const read = EventPayload.safeParse(payload);
      if (!read.success || (read.data.kind !== 'misfire' && read.data.kind !== 'ungated')) return [];
      if (read.data.kind === 'ungated' && read.data.refused) return [];
      const { moves, to } = read.data;
      // Records of the first version name only where it went.
      const old = to === undefined ? [] : MOVING.map((field) => ({ field, to: { label: to } }));
      return (moves ?? old).map((move) => ({ field: move.field, to: move.to, until: at }));
    }),
  ];
}

function movesOf({ state, changes, updatedAt }: Handoff): KnownMove[] {
  if (state === 'failed') return [];
  const until = state === 'sending' || state === 'unconfirmed' ? Number.POSITIVE_INFINITY : updatedAt;
  return changes.map(({ field, to }) => ({ field, to, until }));
}
