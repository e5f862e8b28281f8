import type { DraftStatus } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import { caseKey } from '../model/case-key';
import { costOf } from '../rules/cost';
import { judge, known, stillHandsOver } from './judge';
import type { InForce } from './playbooks';
import { record } from './record';
import { about, debtOf } from './send';

type How = { attempt: string; me: string | undefined; tab: number };

/** Attempts that were counted already: a retry of one is no second handoff. The newest are remembered. */
const counted = new Set<string>();
const REMEMBERED = 200;

/** Of a playbook in the shadow nothing is missing, and nothing is said. */
export function silentStatus(playbook: string): DraftStatus {
  return { playbook, met: true, missing: 0, revision: 0, silent: true };
}

/** Records what playbooks in the shadow would have held of an attempt, for what, and what that would have cost. Holds up nothing. */
export async function countShadow(
  handoffs: readonly CaseHandoff[],
  inForce: Promise<InForce>,
  { attempt, me, tab }: How,
): Promise<void> {
  try {
    const { shadow: playbooks } = await inForce;
    const theirs = handoffs.filter(({ playbook }) => playbooks.some(({ id }) => id === playbook));
    if (theirs.length === 0 || counted.has(attempt)) return;
    if (counted.size >= REMEMBERED) counted.clear();
    counted.add(attempt);
    const all = await known(theirs);
    const now = Date.now();
    const real = theirs.filter((one) => stillHandsOver(one, all.seen.get(caseKey(one.ref)), playbooks, now));
    const judged = await judge(real, playbooks, me, now, all);
    await record(
      judged.map((one) => ({
        ...about(one, attempt),
        kind: 'shadow' as const,
        missing: one.playbook.onMissing === 'warn' ? [] : debtOf(one),
        seconds: costOf(one.playbook, one.evaluation),
      })),
      me,
      tab,
    );
  } catch {
    // A store that does not answer counts nothing; what is sent goes all the same.
  }
}
