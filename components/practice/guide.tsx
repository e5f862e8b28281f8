import { useEffect, useRef } from 'react';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';

/** How far the person is: choosing whom it goes to, answering what is missing, or through. */
export type Phase = 'choose' | 'held' | 'done';

const LINES = {
  choose: ['welcome_practice_choose', 'welcome_practice_choose_more'],
  held: ['welcome_practice_held', 'welcome_practice_held_more'],
  done: ['welcome_practice_done', 'welcome_practice_done_more'],
} as const;

type Props = { phase: Phase; onDashboard(): void; onLeave(): void };

/** The two or three lines that lead through the first handoff, and where to find things after it. */
export function Guide({ phase, onDashboard, onLeave }: Props) {
  const [line, more] = LINES[phase];
  const end = useRef<HTMLElement>(null);
  useEffect(() => {
    if (phase === 'done') end.current?.focus();
  }, [phase]);
  return (
    <section ref={end} className="guide" tabIndex={-1} aria-label={say('welcome_practice_guide')}>
      <div role="status">
        <p className="guide-line">{say(line)}</p>
        <p className="guide-more">{say(more)}</p>
      </div>
      {phase === 'done' && (
        <p className="guide-ways">
          <Button look="main" onClick={onLeave}>
            {say('welcome_close')}
          </Button>
          <Button onClick={onDashboard}>{say('welcome_dashboard')}</Button>
        </p>
      )}
    </section>
  );
}
