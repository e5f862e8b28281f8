import { hasAll, isHost, queryOf } from '../capture/address';
import { paramsOf } from '../capture/page';
import type { Attempt, CaseChange, Change, Door } from '../model/attempt';
import type { CaseRef, Value } from '../model/case';
import { caseKey } from '../model/case-key';
import type { PageSite, Write, WriteChange } from '../model/site';
import { sameIn } from '../rules/trigger';
import { itemsOf } from './items';
import { fieldValues, type Place, valuesAt } from './locate';

/** What the page knows that an attempt does not say. */
export type Surroundings = {
  /** The page's own. */
  origin: string;
  /** The desk's word for an id, and for `@nobody`. */
  label(field: string, id: string): string | undefined;
  /** What the case was last seen to hold, as far as this document tells. `drawn`: what the form that is sent came with. */
  before(ref: CaseRef, field: string, drawn?: Value): { value: Value; seenAt?: number } | undefined;
  /** The id of the case that the page shows. */
  shown?(): string | undefined;
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
    if (!(write.doors as Door[]).includes(door) || !(write.methods as string[]).includes(method)) continue;
    const params = paramsOf(write, url, site);
    if (!params) continue;
    query ??= queryOf(url);
    const asked = query;
    if (hasAll(write.query, (name) => asked.get(name))) matched.push({ write, params, query });
  }
  return matched;
}

/** What an attempt would change: one entry a case, however many of its parts change it. Values that stay as they are make no change. */
export function changesIn(attempt: Attempt, matched: readonly Matched[], around: Surroundings): CaseChange[] {
  const found: CaseChange[] = [];
  const judged = new Set<string>();
  for (const { write, params, query } of matched) {
    if (attempt.submitter !== undefined && write.notBy?.includes(attempt.submitter)) continue;
    const kind = JSON.stringify(write.items);
    for (const [n, item] of itemsOf(write.items, attempt).entries()) {
      // Of several writes that an item may be, the first that fits says what it is.
      if (judged.has(kind + n) || !hasAll(write.needs, (name) => fieldValues(item, name))) continue;
      const cases = casesOf(write, { attempt: item, params, query }, around);
      if (!cases) continue;
      judged.add(kind + n);
      found.push(...cases);
    }
  }
  return oneEach(found);
}

/** Null where the write is not about what stands there: another host's, or another kind's id. */
function casesOf(write: Write, place: Place, around: Surroundings): CaseChange[] | null {
  const { host, origin: to } = new URL(place.attempt.url);
  // A frame without an origin of its own (data:, sandboxed) stands for the desk that it speaks to.
  const origin = around.origin === 'null' ? to : around.origin;
  if (to !== origin && !write.hosts?.some((name) => isHost(name, host))) return null;
  const shown = 'page' in write.case && around.shown?.();
  const ids = [...new Set(shown ? [shown] : valuesAt(write.case, place))].filter(
    (id) => id !== '' && id.startsWith(write.idStarts ?? ''),
  );
  if (write.idStarts && ids.length === 0) return null;
  return ids.flatMap((id) => {
    const ref = { origin, kind: write.kind, id };
    const changes = write.changes.flatMap((change) => changeOf(change, ref, place, around));
    return changes.length > 0 ? [{ ref, changes }] : [];
  });
}

/** Several parts of a request may change one case: of each field, what comes last stays. */
function oneEach(found: CaseChange[]): CaseChange[] {
  const cases = new Map<string, CaseChange>();
  for (const { ref, changes } of found) {
    const before = cases.get(caseKey(ref))?.changes ?? [];
    const kept = before.filter(({ field }) => !changes.some((one) => one.field === field));
    cases.set(caseKey(ref), { ref, changes: [...kept, ...changes] });
  }
  return [...cases.values()];
}

/** The cases that a form is about, by whatever its writes name: it tells forms of one address apart. */
export function formCases(attempt: Attempt, matched: readonly Matched[]): string {
  const ids = matched.flatMap(({ write, params, query }) =>
    'body' in write.case ? valuesAt({ ...write.case, each: true }, { attempt, params, query }) : [],
  );
  return [...new Set(ids)].sort().join();
}

/** The names of body fields that the writes look at: a form's other controls are never read. */
export function namesRead(matched: readonly Matched[]): Set<string> {
  const names = new Set<string>();
  for (const { write } of matched) {
    for (const place of [write.case, ...write.changes.map(({ to }) => to)]) if ('body' in place) names.add(place.body);
    for (const name of Object.keys(write.needs ?? {})) names.add(name);
    if (write.items?.body !== undefined) names.add(write.items.body);
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
  const drawn = control?.before && !unchanged?.includes(control.before.id ?? '') ? control.before : undefined;
  const known = around.before(ref, field, drawn);
  if (known && sameIn(field, known.value, value)) return [];
  return [
    {
      field,
      ...(known ? { from: known.value } : {}),
      to: value,
      ...(known?.seenAt !== undefined ? { fromSeenAt: known.seenAt } : {}),
    },
  ];
}

function valueFor(field: string, id: string, shown: string | undefined, around: Surroundings): Value {
  if (id === '@me') return { label: around.me() ?? '@me' };
  if (id === '@nobody') return { label: around.label(field, '@nobody') ?? '@nobody' };
  return { label: shown || around.label(field, id) || id, id };
}
