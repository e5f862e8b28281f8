import type { ReactNode } from 'react';
import type { HandoffState } from '../../lib/model/handoff';
import { stateWords } from './words';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

/** A word about a row, told apart by its words first and by colour second. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

const TONES: Record<HandoffState, Tone> = {
  sending: 'plain',
  unconfirmed: 'warn',
  sent: 'good',
  failed: 'bad',
  accepted: 'good',
  returned: 'warn',
  expired: 'warn',
  closed: 'plain',
};

export function StateTag({ state }: { state: HandoffState }) {
  return <Tag tone={TONES[state]}>{stateWords(state)}</Tag>;
}
