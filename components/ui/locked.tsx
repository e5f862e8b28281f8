import { say } from '../../lib/words/say';
import { LockIcon } from './icons';

/** Beside what the company set: it is shown, and cannot be changed here. */
export function Locked() {
  return (
    <p className="locked">
      <LockIcon /> {say('policy_set')}
    </p>
  );
}
