import type { LessonView } from '../../lib/model/teaching';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import type { Act } from './lead-view';
import { fieldWords } from './lead-words';

/** The third step: what would be read on other cases. */
export function OthersStep({ view, act }: { view: LessonView; act: Act }) {
  const { tried, fields } = view;
  return (
    <>
      <ul className="tried" hidden={tried.length === 0}>
        {tried.map(({ id, values }) => (
          <li key={id} className="tried-case">
            <h3>
              <bdi>{id}</bdi>
            </h3>
            <dl>
              {fields.map(({ field }) => (
                <div key={field} className={values[field] ? undefined : 'tried-missing'}>
                  <dt>{fieldWords(field)}</dt>
                  <dd>
                    <bdi>{values[field] || say('teach_not_there')}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {tried.length < 3 && <p className="lead-small">{sayCount('teach_more_cases', 3 - tried.length)}</p>}
      <div className="lead-foot">
        <Button look="main" onClick={() => act({ do: 'use' })}>
          {say(tried.length > 0 ? 'teach_use' : 'teach_use_unseen')}
        </Button>
        <Button look="quiet" onClick={() => act({ do: 'step', step: 'handoff' })}>
          {say('teach_back')}
        </Button>
      </div>
    </>
  );
}
