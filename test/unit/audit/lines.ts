import type { CaseRef } from '../../../lib/model/case';
import type { EventLine, EventPayload } from '../../../lib/model/event';
import type { Handoff } from '../../../lib/model/handoff';
import { nextLine } from '../../../lib/rules/event-chain';

export const ref = (id = '101'): CaseRef => ({ origin: 'https://rt.example', kind: 'ticket', id });

/** A record in which these things happened at these times. */
export function record(...happened: [at: number, payload: EventPayload][]): EventLine[] {
  const lines: EventLine[] = [];
  for (const [at, payload] of happened)
    lines.push(nextLine(lines.at(-1) ?? null, { at, actor: 'ann', payload, salt: String(lines.length) }));
  return lines;
}

export const held = (attempt: string, missing: string[] = ['steps'], id = '101', playbook = 'p'): EventPayload => ({
  kind: 'held',
  ref: ref(id),
  playbook,
  attempt,
  door: 'form',
  missing: missing.map((criterion) => ({ criterion, label: `The ${criterion}` })),
});
export const sending = (handoff: string, attempt = handoff): EventPayload => ({
  kind: 'sending',
  ref: ref(),
  handoff,
  attempt,
  wasHeld: false,
});
export const sent = (handoff: string): EventPayload => ({ kind: 'sent', ref: ref(), handoff, proof: 'response' });
export const failed = (handoff: string): EventPayload => ({ kind: 'failed', ref: ref(), handoff, why: 'refused' });
export const override = (handoff: string, attempt: string): EventPayload => ({
  kind: 'override',
  ref: ref(),
  handoff,
  attempt,
  reason: 'Customer is down',
  missing: [{ criterion: 'steps', label: 'The steps' }],
});

export function handoff(id: string, more: Partial<Handoff>): Handoff {
  return {
    id,
    ref: ref(),
    playbook: 'p',
    playbookVersion: 1,
    attempt: id,
    tab: 1,
    changes: [],
    state: 'sent',
    title: 'Case',
    url: 'https://rt.example/101',
    to: 'Engineering',
    answers: {},
    createdAt: 0,
    updatedAt: 0,
    ...more,
  };
}
