import { useId, useState } from 'react';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Locked } from '../ui/locked';
import { Notice } from '../ui/notice';
import { keepWords } from './policy-place';
import { Section } from './section';

/** In days; 0 keeps all. */
const CHOICES = [0, 30, 90, 180, 365, 730];

type Props = { keepDays: number; locked: boolean; failed: boolean; onKeep(days: number): void };

/** How long things are kept. Less than before asks once more, with the safe answer under the finger: what is erased is gone. */
export function KeepPlace({ keepDays, locked, failed, onKeep }: Props) {
  const id = useId();
  const [asked, setAsked] = useState<number | null>(null);
  const choose = (days: number) => {
    if (days !== 0 && (keepDays === 0 || days < keepDays)) return setAsked(days);
    setAsked(null);
    onKeep(days);
  };
  const choices = [...new Set([...CHOICES, keepDays])].sort((a, b) => (a || Infinity) - (b || Infinity));
  return (
    <Section title={say('policy_keep')} why={say('policy_keep_why')}>
      <div className="keep">
        <div>
          <label className="label" htmlFor={id}>
            {say('policy_keep_label')}
          </label>
          <select
            id={id}
            className="input"
            value={asked ?? keepDays}
            disabled={locked}
            onChange={(event) => choose(Number(event.target.value))}
          >
            {choices.map((days) => (
              <option key={days} value={days}>
                {keepWords(days)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {locked && <Locked />}
      {asked !== null && (
        <Notice tone="warn" urgent>
          <span>{sayCount('policy_keep_sure', asked)}</span>
          <Button
            onClick={() => {
              setAsked(null);
              onKeep(asked);
            }}
          >
            {say('policy_keep_yes')}
          </Button>
          <Button autoFocus onClick={() => setAsked(null)}>
            {say('policy_keep_no')}
          </Button>
        </Notice>
      )}
      <p className="count" role="status">
        {failed && say('policy_not_saved')}
      </p>
    </Section>
  );
}
