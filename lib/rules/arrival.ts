import type { CaseHandoff, Change } from '../model/attempt';
import type { CaseRef, Value } from '../model/case';
import type { TeamRoster } from '../model/settings';
import { handoffsIn, sameIn, type Triggered } from './trigger';

/** Fields whose change hands over (a trigger's own, tags apart: pages show them together). */
export const MOVING = ['team', 'owner', 'status', 'stage'] as const;

type Values = Readonly<Record<string, Value>>;
/** A change that is known of, and when it was last heard of; always where it is still on its way. */
export type KnownMove = { field: string; to: Value; until: number };

/**
 * The handoff that happened between two readings of a case, if one did and no known change explains it. `since` says when each field was
 * last seen as it was before: what was known of earlier explains nothing.
 */
export function arrivedSince(
  ref: CaseRef,
  before: Values,
  now: Values,
  since: (field: string) => number,
  known: readonly KnownMove[],
  playbooks: readonly Triggered[],
  roster: readonly TeamRoster[],
): CaseHandoff | null {
  const changes = MOVING.flatMap((field): Change[] => {
    const [from, to] = [before[field], now[field]];
    return from && to && !sameIn(field, from, to) ? [{ field, from, to }] : [];
  });
  if (changes.length === 0) return null;
  const all = handoffsIn([{ ref, changes }], playbooks, roster, (_, field) => before[field])[0];
  if (!all) return null;
  // A team that only follows from the owner was last seen when the owner was.
  const seen = (change: Change) => since(change.implied ? 'owner' : change.field);
  const rest = all.changes.filter((change) => !known.some((move) => explains(move, change, seen(change))));
  return rest.length > 0 ? (handoffsIn([{ ref, changes: rest }], playbooks, [], () => undefined)[0] ?? null) : null;
}

/** A move whose word was never known ("5" for queue 5) explains any new value of its field. */
function explains({ field, to, until }: KnownMove, change: Change, since: number): boolean {
  return field === change.field && until >= since && (to.label === to.id || sameIn(field, to, change.to));
}
