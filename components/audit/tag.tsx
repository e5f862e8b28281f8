import type { ReactNode } from 'react';
import type { Handoff, HandoffState } from '../../lib/model/handoff';
import { say } from '../../lib/words/say';
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

/** How far a handoff is; one that went with things missing says that too. */
export function HandoffTags({ handoff: { state, override } }: { handoff: Handoff }) {
  return (
    <>
      <StateTag state={state} />
      {override && (
        <>
          {' '}
          <Tag tone="warn">{say('audit_incomplete')}</Tag>
        </>
      )}
    </>
  );
}

export function StateTag({ state }: { state: HandoffState }) {
  return <Tag tone={TONES[state]}>{stateWords(state)}</Tag>;
}
