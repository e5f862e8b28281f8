import { caseKey } from '../model/case-key';
import type { EventLine } from '../model/event';
import { startOfDay, type Window } from './day';
import { type Fact, factsOf, only, type Says } from './facts';

/** What became of a held attempt, as far as this browser saw. */
export type HeldEnd = 'sent' | 'override' | 'misfire' | 'cancelled' | 'ungated' | 'open';
export type Held = { fact: Fact<Says<'held'>>; end: HeldEnd };

/** A local calendar day in the record. `unconfirmed` left and were not seen to arrive or fail; `silent` lines were erased. */
export type Today = {
  window: Window;
  silent: number;
  sent: number;
  failed: number;
  unconfirmed: number;
  held: Held[];
  overrides: Fact<Says<'override'>>[];
  misfires: Fact<Says<'misfire'>>[];
  /** Went by unchecked. */
  ungated: Fact<Says<'ungated'>>[];
  /** Found when the case was next seen: no gate of this browser saw it leave. */
  arrived: Fact<Says<'ungated'>>[];
  /** Stopped, because it could not be checked. */
  refused: Fact<Says<'ungated'>>[];
};

/** What happened on the day of `now`. Lines of other days are left out, whatever was handed in. */
export function today(lines: readonly EventLine[], now: number): Today {
  const since = startOfDay(now);
  const until = startOfDay(now, -1);
  const ofToday = lines.filter(({ at }) => at >= since && at < until);
  const { facts, silent } = factsOf(ofToday);
  const all = only(facts, 'ungated');
  const ids = (kind: 'sending' | 'sent' | 'failed') => new Set(only(facts, kind).map(({ payload }) => payload.handoff));
  const sent = ids('sent');
  const failed = ids('failed');
  const open = [...ids('sending')].filter((id) => !sent.has(id) && !failed.has(id));
  return {
    window: { since, until: Math.min(now, until), n: ofToday.length },
    silent,
    sent: sent.size,
    failed: failed.size,
    unconfirmed: open.length,
    held: firstHolds(facts).map((fact) => ({ fact, end: endOf(fact, facts) })),
    overrides: only(facts, 'override'),
    misfires: only(facts, 'misfire'),
    ungated: all.filter(({ payload }) => payload.found !== 'arrival' && !payload.refused),
    arrived: all.filter(({ payload }) => payload.found === 'arrival'),
    refused: all.filter(({ payload }) => payload.refused === true),
  };
}

/** One hold for each attempt and case: pressing again while it is held is no second attempt, and what was missing first counts. */
export function firstHolds(facts: readonly Fact[]): Fact<Says<'held'>>[] {
  const seen = new Set<string>();
  return only(facts, 'held').filter((fact) => {
    const id = attemptOf(fact);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function endOf(held: Fact<Says<'held'>>, facts: readonly Fact[]): HeldEnd {
  const id = attemptOf(held);
  const after = facts
    .filter((fact) => fact.seq > held.seq && attemptOf(fact) === id)
    .map(({ payload }) => payload.kind);
  if (after.includes('override')) return 'override';
  if (after.includes('sending') || after.includes('sent')) return 'sent';
  if (after.includes('misfire')) return 'misfire';
  if (after.includes('cancelled')) return 'cancelled';
  return after.includes('ungated') ? 'ungated' : 'open';
}

/** Attempt and case together: one attempt may carry several cases. Without an attempt's name a line stands for itself. */
function attemptOf({ seq, payload }: Fact): string {
  const attempt = 'attempt' in payload ? payload.attempt : undefined;
  return `${attempt ?? `line ${seq}`}|${payload.ref ? caseKey(payload.ref) : ''}`;
}
