import { caseKey } from '../model/case-key';
import { EventLine, type EventPayload } from '../model/event';
import { isPractice } from '../model/practice';
import { nextLine } from '../rules/event-chain';
import type { BatonDatabase } from './db';
import { inStore } from './store';

/**
 * Adds lines to the record. One read-write transaction over `events` reads the last line and writes the next, and the
 * database lets one such transaction run at a time, in whichever page or worker it was begun: the chain never forks.
 */
export function append(payloads: readonly EventPayload[], actor: string, now: number): Promise<EventLine[]> {
  return inStore((db) => db.transaction('rw', db.events, () => appendIn(db, payloads, actor, now)));
}

/** The same inside a transaction that is already open and includes `events`. */
export async function appendIn(
  db: BatonDatabase,
  payloads: readonly EventPayload[],
  actor: string,
  now: number,
): Promise<EventLine[]> {
  // What is practised is no part of the record.
  const real = payloads.filter(({ ref }) => !ref || !isPractice(ref));
  if (real.length === 0) return [];
  const lines: EventLine[] = [];
  let last = (await db.events.orderBy('seq').last()) ?? null;
  for (const payload of real) {
    const about = payload.ref ? { case: caseKey(payload.ref) } : {};
    last = nextLine(last, { at: now, actor, payload, salt: salt(), ...about });
    lines.push(last);
  }
  await db.events.bulkAdd(lines);
  return lines;
}

/** The lines about one case, oldest first. Lines that cannot be read are left out here; `verifyAll` names them. */
export function eventsOf(key: string, limit = 500): Promise<EventLine[]> {
  return inStore(async (db) => readable(await db.events.where('case').equals(key).limit(limit).sortBy('seq')));
}

/** Lines in order of their sequence, from the one after `seq`: for export, in parts. */
export function eventsAfter(seq: number, limit: number): Promise<EventLine[]> {
  return inStore((db) => db.events.where('seq').above(seq).limit(limit).toArray());
}

export function readable(lines: readonly unknown[]): EventLine[] {
  return lines.flatMap((line) => {
    const read = EventLine.safeParse(line);
    return read.success ? [read.data] : [];
  });
}

/** 128 bits, so that a digest of an erased payload cannot be guessed back. */
function salt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
