import { type ReactNode, useEffect, useRef } from 'react';
import { say, type WordKey } from '../../lib/words/say';
import { Button } from '../ui/button';
import { ShortcutLine } from '../ui/shortcut-line';
import { STEPS, type Step, stepFrom } from './steps';

const WORDS = {
  desks: ['welcome_desks', 'welcome_desks_why'],
  who: ['welcome_who', 'welcome_who_why'],
  handoffs: ['welcome_handoffs', 'welcome_handoffs_why'],
} as const satisfies Record<Step, readonly [WordKey, WordKey]>;

type Props = {
  step: Step;
  children: ReactNode;
  onStep(step: Step): void;
  /** To the practice desk. */
  onPractise(): void;
  onLeave(): void;
  /** The keys that open Baton (`ui/shortcut-line`). */
  shortcut?: string | null | undefined;
  onShortcut(): void;
};

/** The frame around one step: how far one is, back and on, and a way out of all of it. */
export function WelcomeView({ step, children, onStep, onPractise, onLeave, shortcut, onShortcut }: Props) {
  const [title, why] = WORDS[step];
  const back = stepFrom(step, -1);
  const on = stepFrom(step, 1);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // At first the page has the focus as the browser gives it.
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <>
      <header className="welcome-top">
        <p className="welcome-name">{say('welcome_name')}</p>
        <Button look="quiet" onClick={onLeave}>
          {say('welcome_leave')}
        </Button>
      </header>
      <main>
        <ol className="progress" aria-label={say('welcome_progress')}>
          {STEPS.map((one) => (
            <li key={one} aria-current={one === step ? 'step' : undefined} className="progress-step">
              <span className="only-read">{say(WORDS[one][0])}</span>
            </li>
          ))}
        </ol>
        <h1 ref={heading} tabIndex={-1}>
          {say(title)}
        </h1>
        <p className="welcome-why">{say(why)}</p>
        {children}
        <p className="welcome-ways">
          {on ? (
            <Button look="main" onClick={() => onStep(on)}>
              {say('welcome_next')}
            </Button>
          ) : (
            <>
              <Button look="main" onClick={onPractise}>
                {say('welcome_practise')}
              </Button>
              <Button onClick={onLeave}>{say('welcome_finish')}</Button>
            </>
          )}
          {back && <Button onClick={() => onStep(back)}>{say('welcome_back')}</Button>}
          {on && (
            <Button look="quiet" onClick={() => onStep(on)}>
              {say('welcome_skip')}
            </Button>
          )}
        </p>
        <ShortcutLine keys={shortcut} onChange={onShortcut} />
      </main>
    </>
  );
}
