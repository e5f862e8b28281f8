import type { EventPayload } from '../model/event';
import { storeError } from '../store/errors';
import { append } from '../store/events';
import { markTab } from './icon';

/** Adds to the record. What cannot be recorded is never silent: the icon says that something went by unrecorded. */
export async function record(payloads: EventPayload[], actor: string | undefined, tab: number): Promise<void> {
  try {
    await append(payloads, actor ?? '', Date.now());
  } catch (error) {
    await markTab(tab, storeError(error).code);
  }
}
