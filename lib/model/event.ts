import { z } from 'zod';
import { Door } from './attempt';
import { CaseRef, FieldName, Value } from './case';
import { Debt } from './handoff';

const base = {
  ref: CaseRef.optional(),
  playbook: z.string().optional(),
  playbookVersion: z.number().optional(),
  title: z.string().max(1000).optional(),
  url: z.string().max(2000).optional(),
};
const moved = {
  from: z.string().max(300).optional(),
  to: z.string().max(300).optional(),
  attempt: z.string().optional(),
};

/** What a change did to a case, field by field: kept where there is no handoff to look it up in. */
export const Move = z.object({ field: FieldName, from: Value.optional(), to: Value });
export type Move = z.infer<typeof Move>;

/** What happened, by kind. Case words are in the payload alone, so that erasing it leaves a chain that still verifies. */
export const EventPayload = z.discriminatedUnion('kind', [
  /** An attempt was stopped; what was missing then. */
  z.object({ ...base, ...moved, kind: z.literal('held'), door: Door, missing: z.array(Debt) }),
  /** The change is about to leave: written before the request goes. */
  z.object({ ...base, ...moved, kind: z.literal('sending'), handoff: z.string(), wasHeld: z.boolean() }),
  z.object({
    ...base,
    ...moved,
    kind: z.literal('sent'),
    handoff: z.string(),
    proof: z.enum(['response', 'page', 'visit']),
  }),
  z.object({ ...base, ...moved, kind: z.literal('failed'), handoff: z.string(), why: z.string().max(300) }),
  z.object({
    ...base,
    ...moved,
    kind: z.literal('override'),
    handoff: z.string(),
    reason: z.string().max(2000),
    missing: z.array(Debt),
  }),
  /** A playbook in the shadow saw a handoff: what it would have held it for, and about how long that would have taken, in seconds. */
  z.object({
    ...base,
    ...moved,
    kind: z.literal('shadow'),
    missing: z.array(Debt),
    seconds: z.number().nonnegative(),
  }),
  z.object({ ...base, ...moved, kind: z.literal('misfire'), moves: z.array(Move).max(20).optional() }),
  z.object({ ...base, ...moved, kind: z.literal('cancelled'), why: z.string().max(300) }),
  /** A change that may have been a handoff went by without a verdict. */
  z.object({
    ...base,
    ...moved,
    kind: z.literal('ungated'),
    /** A code that `components/audit/why-words.ts` has words for; a sentence in records of the first version. */
    why: z.string().max(300),
    /** By the gate that could not judge it, or when the case was next seen: then no gate of this browser saw it leave. */
    found: z.enum(['gate', 'arrival']).optional(),
    /** Policy stopped it: it did not go by. */
    refused: z.literal(true).optional(),
    /** When the case was last seen as it was before, and who was signed in then. */
    seenAt: z.number().optional(),
    seenBy: z.string().max(300).optional(),
    moves: z.array(Move).max(20).optional(),
  }),
  z.object({ ...base, kind: z.literal('desk-allowed'), origin: z.string(), site: z.string() }),
  z.object({ ...base, kind: z.literal('desk-removed'), origin: z.string() }),
  z.object({ ...base, kind: z.literal('set-aside'), table: z.string(), why: z.string().max(500) }),
]);
export type EventPayload = z.infer<typeof EventPayload>;
export type EventKind = EventPayload['kind'];

/** One line of the append-only record. Order comes from `seq`, never from the clock. */
export const EventLine = z.object({
  seq: z.number().int().positive(),
  at: z.number(),
  kind: z.string(),
  actor: z.string().max(300),
  /** Absent when the event was erased. */
  payload: z.unknown().optional(),
  salt: z.string().optional(),
  digest: z.string().length(64),
  previous: z.string().length(64),
  hash: z.string().length(64),
  /** Indexed copies for look-up, erased with the payload. */
  case: z.string().optional(),
});
export type EventLine = z.infer<typeof EventLine>;
