import type { TaughtField } from '../../lib/model/lesson';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { CheckIcon, CloseIcon, OpenIcon } from '../ui/icons';
import type { Act } from './lead-view';
import { fieldWords } from './lead-words';
import { Point } from './point';

type Props = { field: string; known: TaughtField | undefined; found: boolean; aiming: boolean; act: Act };

/** One field: what is read of it now, or the way to point at it. */
export function FieldRow({ field, known, found, aiming, act }: Props) {
  const name = fieldWords(field);
  return (
    <li className={known ? 'row' : 'row row-open'}>
      <span className="row-mark">{known ? <CheckIcon /> : <OpenIcon />}</span>
      <span className="row-name">{name}</span>
      {known && !aiming && (
        <span className="row-value">
          <bdi>{known.read || say('teach_empty')}</bdi>
          {found && <span className="row-found">{say('teach_found')}</span>}
        </span>
      )}
      <Point aim={{ field }} name={name} aiming={aiming} again={known !== undefined} act={act} />
      {known && !aiming && (
        <Button
          look="icon"
          title={say('teach_leave_out')}
          aria-label={`${say('teach_leave_out')}: ${name}`}
          onClick={() => act({ do: 'drop', field })}
        >
          <CloseIcon />
        </Button>
      )}
    </li>
  );
}
