import type { LessonView } from '../../lib/model/teaching';
import { say } from '../../lib/words/say';
import type { Act } from './lead-view';

/** Which part of the address is the case's number, where several may be it. */
export function CaseNumber({ ids, chosen, act }: { ids: LessonView['ids']; chosen: string | undefined; act: Act }) {
  return (
    <fieldset className="case-number">
      <legend>{say('teach_case_number')}</legend>
      <div className="pills">
        {ids.map(({ id, where }) => (
          <label key={id} title={where}>
            <input type="radio" name="case" checked={id === chosen} onChange={() => act({ do: 'case', id })} />
            <bdi>{id}</bdi>
            <small>
              <bdi>{where}</bdi>
            </small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
