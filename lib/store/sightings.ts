import type { CaseRef, CaseSnapshot, Value } from '../model/case';
import { caseKey } from '../model/case-key';
import { reading } from './aside';
import { takeOne, usable } from './read';
import type { Settled, SightingRow } from './tables';

type Values = Record<string, Value>;

/** Keeps what a reading of the case's page gave, in place of the one before. What was settled stays: see `saveReading`. */
export function saveSighting(snapshot: CaseSnapshot): Promise<void> {
  const row = rowOf(snapshot);
  return reading((db) =>
    db.transaction('rw', db.sightings, db.aside, async () => {
      // A broken one is set aside here, never overwritten.
      const before = await takeOne(db, 'sightings', row.key);
      await db.sightings.put(before ? { ...row, settled: settledOf(before) } : row);
    }),
  );
}

/** Adds values that the desk confirmed without showing the case's page: a change that was sent. */
export function saveValues(ref: CaseRef, values: Values, at: number): Promise<void> {
  const key = caseKey(ref);
  return reading((db) =>
    db.transaction('rw', db.sightings, db.aside, async () => {
      const before = await takeOne(db, 'sightings', key);
      const settled = { ...(before && settledOf(before)) };
      // An id without its word ("5" for queue 5) would look like another value on the next page.
      for (const [field, value] of Object.entries(values)) if (value.label !== value.id) settled[field] = { value, at };
      await db.sightings.put({ ...before, key, ref, values: { ...before?.values, ...values }, settled, at });
    }),
  );
}

/** The last sighting of each of these cases that was ever seen. */
export function sightingsOf(refs: readonly CaseRef[]): Promise<SightingRow[]> {
  return reading(async (db) => {
    const rows: unknown[] = await db.sightings.bulkGet(refs.map(caseKey));
    return usable(
      db,
      'sightings',
      rows.filter((row) => row !== undefined),
    );
  });
}

/** The cases whose page was read last, the newest first. */
export function newestSightings(most: number): Promise<SightingRow[]> {
  return reading(async (db) => {
    const rows = db.sightings.orderBy('at').reverse();
    return usable(
      db,
      'sightings',
      await rows
        .filter(({ snapshot }) => snapshot !== undefined)
        .limit(most)
        .toArray(),
    );
  });
}

/** Forgets cases not seen since: their drafts, handoffs and events stay. Returns how many. */
export function forgetSightings(before: number): Promise<number> {
  return reading((db) => db.transaction('rw', db.sightings, () => db.sightings.where('at').below(before).delete()));
}

/** The row of a reading. The first reading of a field counts: sites list their most certain try first. */
export function rowOf(snapshot: CaseSnapshot): SightingRow {
  const values: Values = {};
  for (const { field, value, id } of snapshot.fields)
    values[field] ??= { label: value.slice(0, 4000), ...(id === undefined ? {} : { id }) };
  return { key: caseKey(snapshot.ref), ref: snapshot.ref, values, snapshot, at: snapshot.seenAt };
}

/** What the desk gave for each field, and when. A row of the first version does not tell that apart from what its last page showed. */
export function settledOf({ settled, values, at }: SightingRow): Record<string, Settled> {
  return settled ?? Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, at }]));
}
