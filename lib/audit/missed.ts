import type { EventLine } from '../model/event';
import type { Window } from './day';
import { factsOf } from './facts';
import { firstHolds } from './today';

/** How often a criterion was missing when an attempt was first held. `share` is of the playbook's held attempts; null where those are too few. */
export type Missed = {
  playbook: string;
  criterion: string;
  label: string;
  count: number;
  of: number;
  share: number | null;
};

/** With fewer than this a percentage says more than is known. */
export const ENOUGH = 20;

/** The criteria most often missing, and what the counts are about. */
export function mostMissed(
  lines: readonly EventLine[],
  since: number,
  until: number,
): { window: Window; missed: Missed[] } {
  const { facts } = factsOf(lines.filter(({ at }) => at >= since && at < until));
  const holds = firstHolds(facts);
  const perPlaybook = new Map<string, number>();
  const counts = new Map<string, Missed>();
  for (const { payload } of holds) {
    const playbook = payload.playbook ?? '';
    perPlaybook.set(playbook, (perPlaybook.get(playbook) ?? 0) + 1);
    for (const { criterion, label } of payload.missing) {
      const key = `${playbook}|${criterion}`;
      const before = counts.get(key);
      counts.set(key, { playbook, criterion, label, count: (before?.count ?? 0) + 1, of: 0, share: null });
    }
  }
  const missed = [...counts.values()].map((one) => {
    const of = perPlaybook.get(one.playbook) ?? 0;
    return { ...one, of, share: of < ENOUGH ? null : one.count / of };
  });
  missed.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  return { window: { since, until, n: holds.length }, missed };
}
