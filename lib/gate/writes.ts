import { hasAll, matchPath, queryOf } from '../capture/address';
import type { Attempt, CaseChange, Change, Door } from '../model/attempt';
import type { CaseRef, Value } from '../model/case';
import type { PageSite, Write, WriteChange } from '../model/site';
import { samePerson } from '../rules/people';
import { sameValue } from '../rules/trigger';
import { fieldValues, type Place, valuesAt } from './locate';

/** What the page knows that an attempt does not say. */
export type Surroundings = {
  /** The desk's word for an id, and for `@nobody`. */
  label(field: string, id: string): string | undefined;
  /** What the case holds now, as far as the page or an earlier sighting tells. */
  before(ref: CaseRef, field: string): { value: Value; seenAt?: number } | undefined;
  /** The person signed in. */
  me(): string | undefined;
};

export type Matched = { write: Write; params: Record<string, string>; query: Map<string, string[]> };

/** The writes that an address and method may be, before the body is looked at: what decides whether it is looked at. */
export function writesAt(site: PageSite, door: Door, method: string, address: string): Matched[] {
  const url = new URL(address);
  let query: Map<string, string[]> | undefined;
  const matched: Matched[] = [];
  for (const write of site.writes) {
    if (!write.doors.includes(door) || !(write.methods as string[]).includes(method)) continue;
    const params = matchPath(write.path, url.pathname, site.anyBase);
    if (!params) continue;
    query ??= queryOf(url);
    const asked = query;
    if (hasAll(write.query, (name) => asked.get(name))) matched.push({ write, params, query });
  }
  return matched;
}

/** What an attempt would change, case by case. Values that stay as they are make no change. */
export function changesIn(attempt: Attempt, matched: readonly Matched[], around: Surroundings): CaseChange[] {
  for (const { write, params, query } of matched) {
    if (attempt.submitter !== undefined && write.notBy?.includes(attempt.submitter)) continue;
    if (!hasAll(write.needs, (name) => fieldValues(attempt, name))) continue;
    const place = { attempt, params, query };
    const origin = new URL(attempt.url).origin;
    const ids = [...new Set(valuesAt(write.case, place))].filter((id) => id !== '');
    return ids.flatMap((id) => {
      const ref = { origin, kind: write.kind, id };
      const changes = write.changes.flatMap((change) => changeOf(change, ref, place, around));
      return changes.length > 0 ? [{ ref, changes }] : [];
    });
  }
  return [];
}

/** The names of body fields that the writes look at: a form's other controls are never read. */
export function namesRead(matched: readonly Matched[]): Set<string> {
  const names = new Set<string>();
  for (const { write } of matched) {
    for (const place of [write.case, ...write.changes.map(({ to }) => to)]) if ('body' in place) names.add(place.body);
    for (const name of Object.keys(write.needs ?? {})) names.add(name);
  }
  return names;
}

/** A form may hold a field twice (Request Tracker's Jumbo page: two lists of owners): the last that makes a change is the one that counts. */
function changeOf(change: WriteChange, ref: CaseRef, place: Place, around: Surroundings): Change[] {
  const { to } = change;
  const ids = valuesAt('body' in to ? { ...to, each: true } : to, place);
  return ids.flatMap((id) => changeTo(id, change, ref, place, around)).slice(-1);
}

function changeTo(
  id: string,
  { field, to, unchanged }: WriteChange,
  ref: CaseRef,
  place: Place,
  around: Surroundings,
): Change[] {
  if (unchanged?.includes(id)) return [];
  const control = 'body' in to ? place.attempt.labels?.[to.body]?.find(({ value }) => value === id) : undefined;
  const value = valueFor(field, id, control?.now, around);
  const known =
    control?.before && !unchanged?.includes(control.before.id ?? '')
      ? { value: control.before }
      : around.before(ref, field);
  if (known && (sameValue(known.value, value) || (field === 'owner' && sameOwner(known.value, value)))) return [];
  return [
    {
      field,
      ...(known ? { from: known.value } : {}),
      to: value,
      ...(known && 'seenAt' in known && known.seenAt !== undefined ? { fromSeenAt: known.seenAt } : {}),
    },
  ];
}

/** "amara" takes what "amara (Amara Okafor)" has: a desk writes one person in several ways. Ids, where both are known, have decided already. */
function sameOwner(a: Value, b: Value): boolean {
  return (a.id === undefined || b.id === undefined) && samePerson(a.label, b.label);
}

function valueFor(field: string, id: string, shown: string | undefined, around: Surroundings): Value {
  if (id === '@me') return { label: around.me() ?? '@me' };
  if (id === '@nobody') return { label: around.label(field, '@nobody') ?? '@nobody' };
  return { label: shown || around.label(field, id) || id, id };
}
