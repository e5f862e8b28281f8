import { type EventKind, type EventLine, EventPayload } from '../model/event';

/** What an event of one kind says. */
export type Says<K extends EventKind> = Extract<EventPayload, { kind: K }>;

/** A line of the record with its payload read. */
export type Fact<P extends EventPayload = EventPayload> = { seq: number; at: number; actor: string; payload: P };

/** What the lines say, in order of their sequence, and how many say nothing any more (erased) or nothing known. */
export function factsOf(lines: readonly EventLine[]): { facts: Fact[]; silent: number } {
  const facts: Fact[] = [];
  for (const { seq, at, actor, payload } of [...lines].sort((a, b) => a.seq - b.seq)) {
    const read = EventPayload.safeParse(payload);
    if (read.success) facts.push({ seq, at, actor, payload: read.data });
  }
  return { facts, silent: lines.length - facts.length };
}

export function only<K extends EventKind>(facts: readonly Fact[], kind: K): Fact<Says<K>>[] {
  return facts.filter((fact): fact is Fact<Says<K>> => fact.payload.kind === kind);
}
