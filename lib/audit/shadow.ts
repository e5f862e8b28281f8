import type { EventLine } from '../model/event';
import { factsOf, only } from './facts';

/** What a playbook in the shadow saw: handoffs, those of them that it would have held, for what, and what each would have cost. */
export type ShadowFigures = {
  seen: number;
  held: number;
  /** Seconds of a handoff that would have been held: half of them would have taken longer. Null where none would. */
  seconds: number | null;
  /** What would have been missing, the most frequent first. */
  missing: { criterion: string; label: string; count: number }[];
};

/** The figures of one playbook, from the lines of kind `shadow` since it went into the shadow. */
export function shadowFigures(lines: readonly EventLine[], playbook: string, since: number): ShadowFigures {
  const { facts } = factsOf(lines.filter(({ at }) => at >= since));
  const seen = only(facts, 'shadow').filter(({ payload }) => payload.playbook === playbook);
  const held = seen.filter(({ payload }) => payload.missing.length > 0);
  const counts = new Map<string, ShadowFigures['missing'][number]>();
  for (const { criterion, label } of held.flatMap(({ payload }) => payload.missing))
    counts.set(criterion, { criterion, label, count: (counts.get(criterion)?.count ?? 0) + 1 });
  return {
    seen: seen.length,
    held: held.length,
    seconds: median(held.map(({ payload }) => payload.seconds)),
    missing: [...counts.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label)),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
