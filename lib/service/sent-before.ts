import type { CaseHandoff } from '../model/attempt';
import { caseKey, draftKey } from '../model/case-key';
import type { Handoff } from '../model/handoff';
import { sameValue } from '../rules/trigger';
import { handoffsSince } from '../store/handoffs';
import { type Known, shows } from './judge';

/** A page that was open before another tab sent its case may be pressed so much later, in milliseconds. */
const STALE = 30 * 60_000;

/**
 * Of some handoffs of a tab those that another tab has not sent already: a page that was open before shows the old team still, and what is saved there
 * changes nothing any more. Only where the case was not seen elsewhere since: it may have come back.
 */
export async function notSentBefore(
  tab: number,
  handoffs: readonly CaseHandoff[],
  all: Known,
  now: number,
): Promise<CaseHandoff[]> {
  const there = handoffs.filter((one) => shows(all.seen.get(caseKey(one.ref)), one));
  if (there.length === 0) return [...handoffs];
  const sent = (await handoffsSince(now - STALE)).filter((one) => one.tab !== tab && one.state === 'sent');
  return handoffs.filter((one) => !there.includes(one) || !sent.some((before) => isSame(before, one)));
}

function isSame(sent: Handoff, { ref, playbook, changes }: CaseHandoff): boolean {
  return (
    draftKey(sent.ref, sent.playbook) === draftKey(ref, playbook) &&
    changes.every(({ field, to }) => sent.changes.some((one) => one.field === field && sameValue(one.to, to)))
  );
}
