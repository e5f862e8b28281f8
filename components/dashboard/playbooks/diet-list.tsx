import type { Demotion } from '../../../lib/audit/diet';
import { sayCount } from '../../../lib/words/count';
import { say } from '../../../lib/words/say';
import { Fold } from '../../ui/fold';
import { hashOf } from '../places';

const WHY = { 'never-missing': 'playbooks_diet_never_missing', junk: 'playbooks_diet_junk' } as const;

/** Criteria that need not block any more, each with what it is proposed for. */
export function DietList({ diet, playbook }: { diet: readonly Demotion[]; playbook: string }) {
  return (
    <Fold summary={sayCount('playbooks_diet', diet.length)}>
      <ul className="playbook-diet">
        {diet.map(({ criterion, label, why, count, of }) => (
          <li key={criterion}>
            <strong dir="auto">{label}</strong> <span>{say(WHY[why], String(count), String(of))}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={hashOf({ name: 'playbook', id: playbook })}>{say('playbooks_diet_do')}</a>
      </p>
    </Fold>
  );
}
