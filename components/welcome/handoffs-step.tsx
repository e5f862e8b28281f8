import { useId } from 'react';
import type { Playbook } from '../../lib/model/playbook';
import { say } from '../../lib/words/say';
import { triggerWords } from '../dashboard/playbooks/words';
import { shortTrigger } from './short-trigger';

/** A playbook, and whether it is used here. */
export type Offered = { playbook: Playbook; used: boolean };

type Props = { offered: readonly Offered[]; onUse(id: string, used: boolean): void };

/** Which handoffs one makes: each with why it has criteria and what it fires on, and a switch. */
export function HandoffsStep({ offered, onUse }: Props) {
  return (
    <ul className="offers">
      {offered.map(({ playbook, used }) => (
        <Offer key={playbook.id} playbook={playbook} used={used} onUse={(now) => onUse(playbook.id, now)} />
      ))}
    </ul>
  );
}

function Offer({ playbook: { name, because, trigger }, used, onUse }: Offered & { onUse(used: boolean): void }) {
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
          aria-describedby={`${id}-because ${id}-when`}
          onChange={(event) => onUse(event.target.checked)}
        />
        <span className="offer-name">{name}</span>
        <span className="offer-state" aria-hidden="true">
          {used ? say('welcome_used') : say('welcome_not_used')}
        </span>
      </label>
      <p id={`${id}-because`}>{because}</p>
      <p id={`${id}-when`} className="offer-when">
        {triggerWords(fires.trigger)} {fires.more && say('welcome_fires_more')}
      </p>
    </li>
  );
}
