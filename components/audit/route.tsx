import { say } from '../../lib/words/say';
import { OnwardIcon } from '../ui/icons';
import { OnlyRead } from '../ui/only-read';

/** From whom to whom. */
export function Route({ from, to }: { from: string | undefined; to: string | undefined }) {
  return (
    <span className="route">
      <span dir="auto">{from || say('audit_from_unknown')}</span>
      <span className="route-onward">
        <OnwardIcon />
      </span>
      <OnlyRead>{say('audit_to')}</OnlyRead>
      <span dir="auto">{to || say('audit_to_unknown')}</span>
    </span>
  );
}
