import type { EventPayload } from '../model/event';
import { storeError } from '../store/errors';
import { append } from '../store/events';
import { markTab } from './icon';
import { inTime } from './in-time';
import type { TabHold } from './tab-state';

/** Adds to the record. What cannot be recorded is never silent: the icon says that something went by unrecorded. */
export async function record(payloads: EventPayload[], actor: string | undefined, tab: number): Promise<void> {
  if (payloads.length === 0) return;
  try {
    // A person waits for this. A line that is written too late is still written.
    await inTime(append(payloads, actor ?? '', Date.now()));
  } catch (error) {
    await markTab(tab, storeError(error).code);
  }
}

/** Records that what was held was taken back: one event for each case. `why`: the record's word. */
export function recordCancelled(
  holds: readonly TabHold[],
  why: string,
  actor: string | undefined,
  tab: number,
): Promise<void> {
  const payloads = holds.flatMap(({ attempt, handoffs }) =>
    handoffs.map(({ ref, playbook, title, url }) => ({
      kind: 'cancelled' as const,
      ref,
      playbook,
      attempt,
      why,
      ...(title ? { title } : {}),
      ...(url ? { url } : {}),
    })),
  );
  return record(payloads, actor, tab);
}
