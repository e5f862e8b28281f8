import type { Line } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef, CaseSnapshot, Value, Word } from '../model/case';
import { caseKey } from '../model/case-key';
import type { Playbook } from '../model/playbook';
import type { TeamRoster } from '../model/settings';
import { arrivedSince } from '../rules/arrival';
import { fold, knownAs, samePerson, teamsOf } from '../rules/people';
import { type Compared, type Reading, saveReading } from '../store/arrival';
import { wordsOf } from '../store/directory';
import { sightingsOf } from '../store/sightings';
import { fromTo, movesOf } from './send';
import type { TabState } from './tab-state';

/** A handoff that no gate of this browser saw leave. */
export type Arrival = { handoff: CaseHandoff; line: Line };
type Known = { playbooks: readonly Playbook[]; roster: readonly TeamRoster[] };

/** When the tab began to show this case, in milliseconds: its document's loading, or the move to it inside one. */
export function shownSince(state: TabState, ref: CaseRef, loadedAt: number, now: number): number {
  const { seen, seenSince } = state;
  if (!seen) return loadedAt;
  return caseKey(seen) === caseKey(ref) ? Math.max(seenSince ?? 0, loadedAt) : now;
}

/** Keeps a reading, and records a handoff that happened since the case was last seen, once. Null where there was none. */
export async function keepReading(
  reading: Reading,
  state: TabState,
  me: string | undefined,
  now: number,
  { playbooks, roster }: Known,
): Promise<Arrival | null> {
  const { ref, fields, url } = reading.whole;
  let found: Arrival | null = null;
  const words = await namesOf(reading.whole);
  const withNames = (values: Record<string, Value>) => {
    const { owner } = values;
    return owner ? { ...values, owner: knownAs(owner, words) } : values;
  };
  const judge = ({ before, now: fresh, known }: Compared) => {
    const values = Object.fromEntries(Object.entries(before).map(([field, { value }]) => [field, value]));
    const handoff = arrivedSince(
      ref,
      withNames(values),
      withNames(fresh),
      (field) => before[field]?.at ?? 0,
      known,
      playbooks,
      roster,
    );
    const playbook = playbooks.find(({ id }) => id === handoff?.playbook);
    if (!handoff || !playbook) return null;
    const last = handoff.changes.map((change) => before[change.implied ? 'owner' : change.field]).find(Boolean);
    const subject = fields.find(({ field }) => field === 'subject')?.value;
    const route = fromTo({ handoff, playbook, snapshot: reading.whole });
    found = { handoff, line: lineOf(route, values['owner']?.label, me, roster) };
    return {
      kind: 'ungated' as const,
      why: 'arrival',
      found: 'arrival' as const,
      ref,
      playbook: playbook.id,
      playbookVersion: playbook.version,
      ...(subject ? { title: subject.slice(0, 1000) } : {}),
      url,
      ...(route.from ? { from: route.from.slice(0, 300) } : {}),
      to: route.to.slice(0, 300),
      ...(last ? { seenAt: last.at } : {}),
      ...(last?.by ? { seenBy: last.by } : {}),
      moves: movesOf(handoff),
    };
  };
  const doubtful = [...state.holds.flatMap(({ handoffs }) => handoffs), ...(state.pending ? [state.pending] : [])]
    .filter((one) => caseKey(one.ref) === caseKey(ref))
    .flatMap(({ changes }) => changes.map(({ field }) => field));
  await saveReading(reading, { since: state.seenSince ?? now, by: me, doubtful, now }, judge);
  return found;
}

/** What the desk calls people, where a case shows another name for its owner than before: it may be the same person, written otherwise on this page. */
async function namesOf({ ref, fields }: CaseSnapshot): Promise<Word[]> {
  const [before] = await sightingsOf([ref]);
  const [was, is] = [before?.values['owner']?.label, fields.find(({ field }) => field === 'owner')?.value];
  return was === undefined || is === undefined || samePerson(was, is) ? [] : wordsOf(ref.origin);
}

/** Whoever had the case, or works in the team that did, is asked to add what is missing; anybody else is told. */
function lineOf(
  { from, to }: { from?: string; to: string },
  owner: string | undefined,
  me: string | undefined,
  roster: readonly TeamRoster[],
): Line {
  const sender =
    me !== undefined &&
    ((from !== undefined && teamsOf(me, roster).some((team) => fold(team) === fold(from))) ||
      (owner !== undefined && samePerson(owner, me)));
  return sender
    ? { key: 'line_arrived_yours', subs: [to.slice(0, 300)], tone: 'warn' }
    : { key: 'line_arrived', subs: [to.slice(0, 300)], tone: 'plain' };
}
