import { AT_CONTROL, type LessonView, type TeachPlace } from '../../lib/model/teaching';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { CheckIcon } from '../ui/icons';
import { Notice } from '../ui/notice';
import type { Act } from './lead-view';
import { placeWords } from './lead-words';

/** What was seen to hand over; where several requests may, the person says which. */
export function Places({ view, act }: { view: LessonView; act: Act }) {
  const { places, control, chosen, requests } = view;
  const each = places.filter(({ watched }, n) => places.findIndex((one) => one.watched === watched) === n);
  const first = each[0];
  if (!first)
    return (
      <Notice tone="warn">
        {sayCount('teach_none', requests)} {say(control === undefined ? 'teach_none_point' : 'teach_none_control')}
      </Notice>
    );
  if (each.length === 1 && control === undefined)
    return (
      <>
        <Place place={first} />
        {first.sure === 'guess' && <Notice tone="warn">{say('teach_guess')}</Notice>}
      </>
    );
  return (
    <fieldset className="places">
      <legend>{say('teach_which')}</legend>
      {each.map((place) => (
        <label key={place.watched} className="place-choice">
          <input
            type="radio"
            name="place"
            checked={(chosen ?? first.watched) === place.watched}
            onChange={() => act({ do: 'choose', watched: place.watched })}
          />
          <Words place={place} />
        </label>
      ))}
      {control !== undefined && (
        <label className="place-choice">
          <input
            type="radio"
            name="place"
            checked={chosen === AT_CONTROL}
            onChange={() => act({ do: 'choose', watched: AT_CONTROL })}
          />
          <span>{say('teach_hold_control', control)}</span>
        </label>
      )}
    </fieldset>
  );
}

function Place({ place }: { place: TeachPlace }) {
  return (
    <p className="place">
      <span className="row-mark">
        <CheckIcon />
      </span>
      <Words place={place} />
    </p>
  );
}

function Words({ place }: { place: TeachPlace }) {
  return (
    <span className={place.sure === 'guess' ? 'place-guess' : undefined}>
      <bdi>{placeWords(place)}</bdi>
    </span>
  );
}
