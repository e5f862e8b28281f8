import type { HandoffState } from '../model/handoff';

/** What can happen to a handoff. `lost`: nobody saw how the request ended. */
export type Signal = 'confirmed' | 'refused' | 'lost' | 'accept' | 'return' | 'expire' | 'close';

/** Every step of a handoff's life. A failed one is a draft again, so nothing leads out of it. */
const LIFE: Readonly<Record<HandoffState, Readonly<Partial<Record<Signal, HandoffState>>>>> = {
  sending: { confirmed: 'sent', refused: 'failed', lost: 'unconfirmed' },
  unconfirmed: { confirmed: 'sent', refused: 'failed' },
  sent: { accept: 'accepted', return: 'returned', expire: 'expired', close: 'closed' },
  // Late is better than never: an expired handoff can still be taken or given back.
  expired: { accept: 'accepted', return: 'returned', close: 'closed' },
  accepted: { close: 'closed' },
  returned: { close: 'closed' },
  failed: {},
  closed: {},
};

/** The state after a signal; null where the signal has no meaning in this state. */
export function next(state: HandoffState, signal: Signal): HandoffState | null {
  return LIFE[state][signal] ?? null;
}

/** Whether anything can still happen to a handoff in this state. */
export function isOpen(state: HandoffState): boolean {
  return Object.keys(LIFE[state]).length > 0;
}
