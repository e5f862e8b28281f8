import type { CaseSnapshot } from '../model/case';
import type { Draft } from '../model/handoff';
import type { Playbook } from '../model/playbook';
import { evaluate } from '../rules/evaluate';

/** How many things a draft still needs, by what the page last said; null where its playbook is gone. */
export function stillMissing(
  draft: Draft,
  playbook: Playbook | undefined,
  snapshot: CaseSnapshot | undefined,
  recent: readonly string[],
  now: number,
): number | null {
  if (!playbook) return null;
  return evaluate({ playbook, draft, snapshot, changes: [], url: draft.url, recent, now }).missing;
}
