import { useId } from 'react';
import type { Playbook } from '../../lib/model/playbook';
import { say } from '../../lib/words/say';
import { triggerWords } from '../dashboard/playbooks/words';
import { Locked } from '../ui/locked';
import { shortTrigger } from './short-trigger';

/** A playbook, and whether it is used here. */
export type Offered = { playbook: Playbook; used: boolean /** The company says so. */; locked?: boolean };

type Props = { offered: readonly Offered[]; onUse(id: string, used: boolean): void };

/** Which handoffs one makes: each with why it has criteria and what it fires on, and a switch. */
export function HandoffsStep({ offered, onUse }: Props) {
  return (
    <ul className="offers">
      {offered.map((one) => (
        <Offer key={one.playbook.id} {...one} onUse={(now) => onUse(one.playbook.id, now)} />
      ))}
    </ul>
  );
}

function Offer({ playbook, used, locked = false, onUse }: Offered & { onUse(used: boolean): void }) {
  const { name, because, trigger } = playbook;
  const id = useId();
  const fires = shortTrigger(trigger);
  return (
    <li className="offer">
      <label className="offer-label">
        <input
          type="checkbox"
          role="switch"
          aria-checked={used}
          className="switch"
          checked={used}
          disabled={locked}
          aria-describedby={`${id}-because ${id}-when`}
          onChange={(event) => onUse(event.target.checked)}
        />
        <span className="offer-name">{name}</span>
        <span className="offer-state" aria-hidden="true">
          {used ? say('welcome_used') : say('welcome_not_used')}
        </span>
      </label>
      {locked && <Locked />}
      <p id={`${id}-because`}>{because}</p>
      <p id={`${id}-when`} className="offer-when">
        {triggerWords(fires.trigger)} {fires.more && say('welcome_fires_more')}
      </p>
    </li>
  );
}
