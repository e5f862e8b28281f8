import type { LessonView } from '../../lib/model/teaching';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { OnwardIcon } from '../ui/icons';
import type { Act } from './lead-view';

const ORDER = ['fields', 'handoff', 'others'] as const;
const NAMES = { fields: 'teach_step_fields', handoff: 'teach_step_handoff', others: 'teach_step_others' } as const;

/** Which desk is taught, how far it is, and the way out. */
export function LeadHead({ view: { host, step, side }, act }: { view: LessonView; act: Act }) {
  const other = side === 'left' ? 'right' : 'left';
  const move = say(side === 'left' ? 'panel_to_right' : 'panel_to_left');
  return (
    <header className="lead-head">
      <div className="lead-line">
        <h1 className="lead-name">
          {say('teach_title')} <bdi>{host}</bdi>
        </h1>
        <Button
          look="icon"
          className={`lead-to-${other}`}
          aria-label={move}
          title={move}
          onClick={() => act({ do: 'side', side: other })}
        >
          <OnwardIcon />
        </Button>
        <Button look="quiet" onClick={() => act({ do: 'stop' })}>
          {say('teach_stop')}
        </Button>
      </div>
      <ol className="lead-steps">
        {ORDER.map((one, n) => (
          <li
            key={one}
            aria-current={one === step ? 'step' : undefined}
            data-done={n < ORDER.indexOf(step) || undefined}
          >
            {say(NAMES[one])}
          </li>
        ))}
      </ol>
    </header>
  );
}
