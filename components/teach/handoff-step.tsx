import type { LessonView } from '../../lib/model/teaching';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { Act } from './lead-view';
import { Places } from './places';
import { Point, PointKeys } from './point';

/** The second step: one handoff, as the person always does it, while Baton watches which request it makes. */
export function HandoffStep({ view, act }: { view: LessonView; act: Act }) {
  const aiming = view.aim !== undefined && 'control' in view.aim;
  const { watching, requests, lacks } = view;
  const seen = requests > 0;
  return (
    <>
      {watching && (
        <p className="watching" role="status">
          <span className="watching-dot" aria-hidden="true" />
          {seen ? sayCount('teach_watched', requests) : say('teach_watching')}
        </p>
      )}
      {seen && <Places view={view} act={act} />}
      {!watching && !seen && (
        <>
          <div className="row row-open">
            <span className="row-name">{say('teach_control')}</span>
            {view.control !== undefined && !aiming && (
              <span className="row-value">
                <bdi>{view.control}</bdi>
              </span>
            )}
            <Point
              aim={{ control: true }}
              name={say('teach_control')}
              aiming={aiming}
              again={view.control !== undefined}
              act={act}
            />
          </div>
          {aiming ? <PointKeys /> : <p className="lead-small">{say('teach_control_what')}</p>}
        </>
      )}
      {!watching && seen && lacks === 'no-write' && view.control === undefined && (
        <Point aim={{ control: true }} name={say('teach_control')} aiming={aiming} again={false} act={act} />
      )}
      <div className="lead-foot">
        {!watching && !seen && (
          <Button look="main" onClick={() => act({ do: 'watch', on: true })}>
            {say('teach_watch')}
          </Button>
        )}
        {(seen || (!watching && view.control !== undefined)) && !lacks && (
          <Button look={seen ? 'main' : 'plain'} onClick={() => act({ do: 'step', step: 'others' })}>
            {say('teach_next')}
          </Button>
        )}
        {watching && !seen && <Button onClick={() => act({ do: 'watch', on: false })}>{say('teach_watch_end')}</Button>}
        {seen && (
          <Button look={lacks ? 'main' : 'quiet'} onClick={() => act({ do: 'watch', on: true })}>
            {say('teach_watch_again')}
          </Button>
        )}
        <Button look="quiet" onClick={() => act({ do: 'step', step: 'fields' })}>
          {say('teach_back')}
        </Button>
      </div>
      {lacks && lacks !== 'no-write' && <Notice tone="warn">{say('teach_lacks_case')}</Notice>}
    </>
  );
}
