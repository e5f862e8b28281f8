import type { CaseRef, CaseSnapshot, Value } from '../model/case';
import { caseKey } from '../model/case-key';
import { reading } from './aside';
import { takeOne, usable } from './read';
import type { SightingRow } from './tables';

type Values = Record<string, Value>;

/** Keeps what a reading of the case's page gave, in place of the one before. */
export function saveSighting(snapshot: CaseSnapshot): Promise<void> {
  const row: SightingRow = {
    key: caseKey(snapshot.ref),
    ref: snapshot.ref,
    values: valuesOf(snapshot),
    snapshot,
    at: snapshot.seenAt,
  };
  return reading((db) =>
    db.transaction('rw', db.sightings, db.aside, async () => {
      // A broken one is set aside here, never overwritten.
      await takeOne(db, 'sightings', row.key);
      await db.sightings.put(row);
    }),
  );
}

/** Adds values known by another way than reading the page: a change that was sent, a row of a list. */
export function saveValues(ref: CaseRef, values: Values, at: number): Promise<void> {
  const key = caseKey(ref);
  return reading((db) =>
    db.transaction('rw', db.sightings, db.aside, async () => {
      const before = await takeOne(db, 'sightings', key);
      await db.sightings.put({ ...before, key, ref, values: { ...before?.values, ...values }, at });
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

/** Forgets cases not seen since: their drafts, handoffs and events stay. Returns how many. */
export function forgetSightings(before: number): Promise<number> {
  return reading((db) => db.transaction('rw', db.sightings, () => db.sightings.where('at').below(before).delete()));
}

/** The first reading of a field counts: sites list their most certain try first. */
function valuesOf(snapshot: CaseSnapshot): Values {
  const values: Values = {};
  for (const { field, value, id } of snapshot.fields)
    values[field] ??= { label: value.slice(0, 4000), ...(id === undefined ? {} : { id }) };
  return values;
}
