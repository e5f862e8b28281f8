import { useState } from 'react';
import type { Mode } from '../../../lib/model/settings';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { changeWords } from '../editor/words';
import type { Offered } from './shown';
import { triggerWords } from './words';

type Props = {
  title: string;
  offered: readonly Offered[];
  failed: boolean;
  /** Takes all of them over; those that are new here come in force so. */
  onTake(mode: Mode): void;
  onLeave(): void;
};

/** What is asked is read out, and keys go on from there. */
const focused = (title: HTMLElement | null) => title?.focus();

const CHOICES = { shadow: 'playbooks_take_shadow', armed: 'playbooks_take_armed', off: 'playbooks_take_off' } as const;

/** What is about to be taken over: what it changes first, then the press. */
export function OfferedList({ title, offered, failed, onTake, onLeave }: Props) {
  const [mode, setMode] = useState<Mode>('shadow');
  return (
    <section className="bring" aria-labelledby="offered-title">
      <h4 id="offered-title" className="bring-title" tabIndex={-1} ref={focused}>
        {title}
      </h4>
      <ul className="playbook-offered">
        {offered.map(({ playbook, changes }) => (
          <li key={playbook.id}>
            <strong dir="auto">{playbook.name}</strong>
            {changes === null ? (
              <p className="section-why" dir="auto">
                {say('playbooks_offered_new')} {triggerWords(playbook.trigger)}
              </p>
            ) : changes.length === 0 ? (
              <p className="section-why">{say('playbooks_offered_same')}</p>
            ) : (
              <ul className="playbook-changes">
                {changes.map((change) => (
                  <li key={JSON.stringify(change)} dir="auto">
                    {changeWords(change)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {offered.some(({ changes }) => changes === null) && (
        <fieldset className="radios">
          <legend className="label">{say('playbooks_take_how')}</legend>
          {(['shadow', 'armed', 'off'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="take-mode" checked={mode === one} onChange={() => setMode(one)} />
              <span>{say(CHOICES[one])}</span>
            </label>
          ))}
        </fieldset>
      )}
      {failed && (
        <Notice tone="warn" urgent>
          {say('playbooks_take_failed')}
        </Notice>
      )}
      <p className="actions">
        <Button look="main" onClick={() => onTake(mode)}>
          {say('playbooks_take')}
        </Button>
        <Button onClick={onLeave}>{say('playbooks_leave')}</Button>
      </p>
    </section>
  );
}
