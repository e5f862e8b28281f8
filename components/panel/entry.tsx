import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { CheckIcon, OpenIcon } from '../ui/icons';
import { OnlyRead } from '../ui/only-read';
import { Field, type Offers } from './fields/field';
import type { Item } from './items';
import { problemWords } from './problem-words';
import { fieldId } from './sections';
import type { SheetActions } from './sheet-actions';

type Props = {
  item: Item;
  offers: Offers;
  actions: SheetActions;
  /** The person has been here, or pressed the main button: now the problem is named. */
  looked: boolean;
  /** Where the value was read, for a guess that is being corrected. */
  source?: string;
};

/** One criterion, open to be filled in: what it is, why it matters, the field, and what is not right yet. */
export function Entry({ item, offers, actions, looked, source }: Props) {
  const { criterion, met, answer, keys } = item;
  const id = fieldId(criterion.id);
  const problem = looked && !met && item.problem ? problemWords(criterion, item.problem) : '';
  const single = !['choice', 'rows', 'attachment', 'confirmation'].includes(criterion.kind);
  const level = criterion.level === 'block' ? '' : say('panel_level_soft');
  return (
    <div className={met ? 'entry entry-met' : 'entry'} data-criterion={criterion.id}>
      <div className="entry-head">
        <span className="entry-mark">{met ? <CheckIcon /> : <OpenIcon />}</span>
        <h3 className="entry-label">
          <label id={`${id}-label`} htmlFor={single ? id : undefined}>
            <bdi>{criterion.label}</bdi>
          </label>
          <OnlyRead>{met ? say('panel_mark_met') : level || say('panel_mark_missing')}</OnlyRead>
        </h3>
      </div>
      <p id={`${id}-why`} className="entry-why">
        <bdi>{criterion.why}</bdi>
      </p>
      <Field
        criterion={criterion}
        offers={offers}
        id={id}
        value={answer?.value}
        onChange={(value) => actions.onAnswer(keys, criterion.id, value)}
        labelledBy={`${id}-label`}
        describedBy={problem ? `${id}-problem ${id}-why` : `${id}-why`}
        invalid={problem !== ''}
        required={criterion.level === 'block'}
      />
      {problem && (
        <p id={`${id}-problem`} className="entry-problem">
          {problem}
        </p>
      )}
      {(source || item.page || (item.of > 1 && item.short > 0 && item.short < item.of)) && (
        <p className="entry-foot">
          {source && <span>{source}</span>}
          {item.of > 1 && item.short > 0 && item.short < item.of && (
            <span>{sayCount('panel_short_in', item.short, String(item.of))}</span>
          )}
          {item.page && (
            <Button look="quiet" onClick={() => actions.onAnswer(keys, criterion.id, null)}>
              {say('panel_use_page')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
