import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventLine, EventPayload } from '../model/event';
import { canonicalJson } from './canonical-json';

/** What the first line names as its predecessor. */
export const NO_PREVIOUS = '0'.repeat(64);

type NewEntry = { at: number; actor: string; payload: EventPayload; salt: string; case?: string };
type Verified = { ok: true } | { ok: false; seq: number; why: string };

/**
 * The line that follows `previous` (null for the first). The hash covers sequence, time, kind, digest and the previous hash;
 * the digest covers payload, actor and case with the salt. So everything is covered, and payload, actor, case and salt can be
 * erased together without breaking the chain. `salt` must be random and never used twice: else names could be guessed from digests.
 */
export function nextLine(previous: EventLine | null, entry: NewEntry): EventLine {
  const { at, actor, payload, salt } = entry;
  const open = { at, actor, payload, salt, ...(entry.case === undefined ? {} : { case: entry.case }) };
  const line = {
    seq: (previous?.seq ?? 0) + 1,
    kind: payload.kind,
    ...open,
    digest: digestOf(open),
    previous: previous?.hash ?? NO_PREVIOUS,
  };
  return { ...line, hash: hashOf(line) };
}

/** The line without what it says about people and cases; it still verifies in its place. The actor is left empty. */
export function eraseLine(line: EventLine): EventLine {
  const { seq, at, kind, digest, previous, hash } = line;
  return { seq, at, kind, actor: '', digest, previous, hash };
}

/**
 * Whether the lines are the whole record from its first line on, unaltered; else the first line that is not, and why
 * (`truncated`, `sequence`, `link`, `hash`, `digest`, `half-erased`). A missing end cannot be seen from the lines alone.
 * A long record is verified in parts: `after` is the last line of the part before.
 */
export function verify(lines: readonly EventLine[], after: EventLine | null = null): Verified {
  let previous = after;
  for (const line of lines) {
    const why = faultOf(line, previous);
    if (why !== null) return { ok: false, seq: line.seq, why };
    previous = line;
  }
  return { ok: true };
}

function faultOf(line: EventLine, previous: EventLine | null): string | null {
  if (line.seq !== (previous?.seq ?? 0) + 1) return previous === null ? 'truncated' : 'sequence';
  if (line.previous !== (previous?.hash ?? NO_PREVIOUS)) return previous === null ? 'truncated' : 'link';
  if (line.hash !== hashOf(line)) return 'hash';
  return openFault(line);
}

/** An erased line carries nothing but what the hash covers; a whole one must match its digest. */
function openFault(line: EventLine): string | null {
  const { payload, salt, actor } = line;
  if (payload === undefined && salt === undefined)
    return actor === '' && line.case === undefined ? null : 'half-erased';
  if (payload === undefined || salt === undefined) return 'half-erased';
  const said = { payload, salt, actor, ...(line.case === undefined ? {} : { case: line.case }) };
  return line.digest === digestOf(said) ? null : 'digest';
}

/** The canonical form holds no line break, so where the salt ends cannot be moved. */
function digestOf(open: { payload: unknown; salt: string; actor: string; case?: string }): string {
  return hex(`${open.salt}\n${canonicalJson({ actor: open.actor, case: open.case, payload: open.payload })}`);
}

function hashOf({ seq, at, kind, digest, previous }: Omit<EventLine, 'hash'>): string {
  return hex(canonicalJson([seq, at, kind, digest, previous]));
}

function hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
