import type { LessonView } from '../../lib/model/teaching';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { Act } from './lead-view';
import { troubleWords } from './lead-words';
import { Places } from './places';
import { Point, PointKeys } from './point';

type Props = { view: LessonView; act: Act };

/** The second step: one handoff, as the person always does it, while Baton watches which request it makes. */
export function HandoffStep({ view, act }: Props) {
  const { watching, requests, lacks, places } = view;
  const found = places.length > 0;
  const waits = watching && !found;
  const ready = !lacks && (found || (!watching && view.control !== undefined));
  const again = requests > 0 && !waits;
  const unsure = !found || places[0]?.sure === 'guess';
  return (
    <>
      {waits && <Watching requests={requests} />}
      {!waits && requests > 0 && <Places view={view} act={act} />}
      {again && unsure && <Control view={view} act={act} />}
      {lacks && lacks !== 'no-write' && <Notice tone="warn">{troubleWords(lacks)}</Notice>}
      <div className="lead-foot">
        {!watching && !again && (
          <Button look="main" onClick={() => act({ do: 'watch', on: true })}>
            {say('teach_watch')}
          </Button>
        )}
        {waits && <Button onClick={() => act({ do: 'watch', on: false })}>{say('teach_watch_end')}</Button>}
        {ready && (
          <Button look={again ? 'main' : 'plain'} onClick={() => act({ do: 'step', step: 'others' })}>
            {say('teach_next')}
          </Button>
        )}
        {again && (
          <Button look={ready ? 'quiet' : 'main'} onClick={() => act({ do: 'watch', on: true })}>
            {say('teach_watch_again')}
          </Button>
        )}
        <Button look="quiet" onClick={() => act({ do: 'step', step: 'fields' })}>
          {say('teach_back')}
        </Button>
      </div>
      {!watching && !again && <Control view={view} act={act} />}
    </>
  );
}

function Watching({ requests }: { requests: number }) {
  return (
    <div className="watching" role="status">
      <span className="watching-dot" aria-hidden="true" />
      <div>
        <p className="watching-words">{say('teach_watching')}</p>
        {requests > 0 && <p className="lead-small">{sayCount('teach_watched', requests)}</p>}
      </div>
    </div>
  );
}

/** The control that hands over: of use where the request does not say enough. */
function Control({ view, act }: Props) {
  const aiming = view.aim !== undefined && 'control' in view.aim;
  const name = say('teach_control');
  return (
    <div className="control">
      <p className="control-name">
        {name}
        {view.control !== undefined && !aiming && (
          <b>
            <bdi>{view.control}</bdi>
          </b>
        )}
      </p>
      <Point aim={{ control: true }} name={name} aiming={aiming} again={view.control !== undefined} act={act} />
      {aiming && <PointKeys />}
      {!aiming && view.control === undefined && <p className="lead-small">{say('teach_control_what')}</p>}
    </div>
  );
}
