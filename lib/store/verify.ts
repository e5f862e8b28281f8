import { EventLine } from '../model/event';
import { verify } from '../rules/event-chain';
import { eventsAfter } from './events';

/** Whether the record of events is whole: how many lines were looked at, how many of them erased, and the first that is not right. */
export type RecordCheck = { lines: number; erased: number; fault: null | { seq: number; why: string } };

/** Verifies the whole record in parts, so that a long one needs no more memory than a short one. `seen` hears how far it is. */
export async function verifyAll(seen?: (lines: number) => void, part = 1000): Promise<RecordCheck> {
  const result: RecordCheck = { lines: 0, erased: 0, fault: null };
  let previous: EventLine | null = null;
  for (;;) {
    const stored: unknown[] = await eventsAfter(previous?.seq ?? Number.NEGATIVE_INFINITY, part);
    if (stored.length === 0) return result;
    for (const one of stored) {
      const read = EventLine.safeParse(one);
      if (!read.success) return { ...result, fault: { seq: Number((one as { seq: unknown }).seq), why: 'unreadable' } };
      const verified = verify([read.data], previous);
      if (!verified.ok) return { ...result, fault: { seq: verified.seq, why: verified.why } };
      previous = read.data;
      result.lines += 1;
      if (read.data.payload === undefined) result.erased += 1;
    }
    seen?.(result.lines);
  }
}
