import type { CaseChange, CaseHandoff, Change } from '../model/attempt';
import type { Value } from '../model/case';
import type { Trigger } from '../model/playbook';
import type { TeamRoster } from '../model/settings';
import { fold, samePerson, teamsOf } from './people';

/** The part of a playbook that tells a handoff from any other change. */
export type Triggered = { id: string; trigger: Trigger };

/** What a case is known to hold now, by field; used where a change itself does not say what it starts from. */
export type Known = (change: CaseChange, field: string) => Value | undefined;

/** The changes that hand over, each with the first playbook that it triggers. A change that hands nothing over is left out. */
export function handoffsIn(
  all: readonly CaseChange[],
  playbooks: readonly Triggered[],
  roster: readonly TeamRoster[],
  known: Known,
): CaseHandoff[] {
  return all.flatMap((one) => {
    const changes = withImpliedTeam(one, playbooks, roster, known).filter(
      (change) => !sameValue(change.from, change.to),
    );
    const playbook = playbooks.find(
      ({ trigger }) => trigger.kinds.includes(one.ref.kind) && changes.some((change) => triggers(trigger, change)),
    );
    return playbook ? [{ ref: one.ref, playbook: playbook.id, changes }] : [];
  });
}

/** Equal where both ids are known by their ids, else by their words. An unknown value equals nothing. */
export function sameValue(a: Value | undefined, b: Value): boolean {
  if (!a) return false;
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id;
  return bare(a.label) === bare(b.label);
}

/** Equal as a desk means it in this field: a person may be written in several ways. Ids, where both are known, decide. */
export function sameIn(field: string, a: Value, b: Value): boolean {
  return (
    sameValue(a, b) || (field === 'owner' && (a.id === undefined || b.id === undefined) && samePerson(a.label, b.label))
  );
}

function triggers(trigger: Trigger, change: Change): boolean {
  return trigger.any.some(
    ({ field, from, to }) =>
      field === change.field && among(to, change.to) && (!from || !change.from || among(from, change.from)),
  );
}

function among(names: readonly string[], value: Value): boolean {
  return names.some((name) => bare(name) === bare(value.label) || name === value.id);
}

/** Without what parts words: "Closed won" is `closedwon` and `CLOSED_WON` where a desk's requests say it. */
function bare(text: string): string {
  return fold(text).replace(/[\s_-]+/g, '');
}

/**
 * A new owner who works in another team than the case's hands the case to that team, though no team field changes
 * (Request Tracker's reply form). An explicit change of team in the same attempt says more and wins.
 */
function withImpliedTeam(
  one: CaseChange,
  playbooks: readonly Triggered[],
  roster: readonly TeamRoster[],
  known: Known,
): Change[] {
  const owner = one.changes.find(({ field }) => field === 'owner');
  if (!owner || one.changes.some(({ field }) => field === 'team')) return one.changes;
  const to = teamsOf(owner.to.label, roster);
  const now = known(one, 'team') ?? teamOfOwner(owner.from, roster);
  if (to.length === 0 || (now && to.some((team) => fold(team) === fold(now.label)))) return one.changes;
  // Somebody in several teams takes the case as one of them: the one that a playbook waits for, if any does.
  const awaited = (label: string) =>
    playbooks.some(({ trigger }) => trigger.any.some((on) => on.field === 'team' && among(on.to, { label })));
  const label = to.find(awaited) ?? (to[0] as string);
  return [...one.changes, { field: 'team', ...(now ? { from: now } : {}), to: { label }, implied: true }];
}

function teamOfOwner(owner: Value | undefined, roster: readonly TeamRoster[]): Value | undefined {
  const team = owner && teamsOf(owner.label, roster)[0];
  return team === undefined ? undefined : { label: team };
}
