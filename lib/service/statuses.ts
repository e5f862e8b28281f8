import type { DraftStatus } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import { caseKey } from '../model/case-key';
import type { Handoff } from '../model/handoff';
import type { Playbook } from '../model/playbook';
import { alreadyThere, judge, known, statusOf } from './judge';
import { armedPlaybooks } from './playbooks';
import { fromTo } from './send';
import { tellAllTabs } from './tell';

/** How far the draft of what a form would hand over is; null where no playbook asks for one. */
export async function statusOfPending(
  handoff: CaseHandoff,
  playbooks: readonly Playbook[],
): Promise<DraftStatus | null> {
  const now = Date.now();
  const all = await known([handoff]);
  const [judged] = await judge([handoff], playbooks, undefined, now, all);
  if (!judged) return null;
  const done = alreadyThere(handoff, all.seen.get(caseKey(handoff.ref)), now);
  return { ...statusOf(judged), ...(done ? { done: fromTo(judged).to } : {}) };
}

/** Handoffs ended: their drafts are gone, or drafts again, and every page that shows the case hears of it. */
export async function tellStatusesOf(moved: readonly Handoff[]): Promise<void> {
  const [first] = moved;
  if (!first) return;
  const ended = moved.filter(({ state }) => state === 'sent' || state === 'failed');
  const handoffs = ended.map(({ ref, playbook }) => ({ ref, playbook, changes: [] }));
  for (const judged of await judge(handoffs, await armedPlaybooks(first.ref.origin), undefined, Date.now())) {
    const { ref } = judged.handoff;
    const sent = ended.find(
      (one) => one.state === 'sent' && one.playbook === judged.playbook.id && caseKey(one.ref) === caseKey(ref),
    );
    await tellAllTabs({ tell: 'draft', ref, status: { ...statusOf(judged), ...(sent ? { done: sent.to } : {}) } });
  }
}
