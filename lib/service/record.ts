import type { EventPayload } from '../model/event';
import { storeError } from '../store/errors';
import { append } from '../store/events';
import { markTab } from './icon';
import { inTime } from './in-time';

/** Adds to the record. What cannot be recorded is never silent: the icon says that something went by unrecorded. */
export async function record(payloads: EventPayload[], actor: string | undefined, tab: number): Promise<void> {
  if (payloads.length === 0) return;
  try {
    // Whoever waits for this is a person: what is written late is written all the same.
    await inTime(append(payloads, actor ?? '', Date.now()));
  } catch (error) {
    await markTab(tab, storeError(error).code);
  }
}
