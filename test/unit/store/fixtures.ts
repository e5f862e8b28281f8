import Dexie from 'dexie';
import type { CaseRef } from '../../../lib/model/case';
import type { EventPayload } from '../../../lib/model/event';
import type { Answer, Handoff } from '../../../lib/model/handoff';
import { DATABASE } from '../../../lib/store/db';
import { closeStore } from '../../../lib/store/store';

export const NOW = Date.UTC(2026, 10, 20, 10, 0, 0);

/** An empty database, as on the first day. */
export async function freshStore(): Promise<void> {
  closeStore();
  await Dexie.delete(DATABASE);
}

export function ref(id = '101', origin = 'https://rt.example'): CaseRef {
  return { origin, kind: 'ticket', id };
}

export function identity(id = '101') {
  return {
    ref: ref(id),
    playbook: 'support-engineering',
    playbookVersion: 1,
    title: `Case ${id}`,
    url: `https://rt.example/Ticket/Display.html?id=${id}`,
  };
}

export function text(value: string, at = NOW): Answer {
  return { value, by: 'person', at };
}

export function handoff(id: string, more: Partial<Handoff> = {}): Handoff {
  return {
    id,
    ...identity(),
    attempt: `attempt-${id}`,
    tab: 7,
    changes: [{ field: 'team', from: { label: 'Support' }, to: { label: 'Engineering' } }],
    state: 'sending',
    from: 'Support',
    to: 'Engineering',
    sender: 'ann',
    answers: {},
    createdAt: NOW,
    updatedAt: NOW,
    ...more,
  };
}

export function sending(id: string, about = '101'): EventPayload {
  return { kind: 'sending', ref: ref(about), handoff: id, wasHeld: true, title: `Case ${about}` };
}
