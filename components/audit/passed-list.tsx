import type { Fact, Says } from '../../lib/audit/facts';
import { clock } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { CaseTitle, type Opener } from './case-title';
import { Route } from './route';
import { Rows } from './rows';
import { Tag } from './tag';
import { whyWords } from './why-words';
import { momentWords } from './words';

export type Passed = Fact<Says<'misfire'>> | Fact<Says<'ungated'>>;
type Props = {
  passed: readonly Passed[];
  opener: Opener /** Of several days: each line says which. */;
  days?: boolean;
};

/** What passed without a checklist, newest first: taken for a handoff by mistake, not checked, or found when the case was next seen. */
export function PassedList({ passed, opener, days = false }: Props) {
  return (
    <Rows
      rows={[...passed]
        .sort((a, b) => b.seq - a.seq)
        .map(({ seq, at, payload }) => (
          <li key={seq} className="row">
            <span className="row-title">
              <CaseTitle
                title={payload.title ?? (payload.ref ? '' : say('popup_no_case'))}
                id={payload.ref?.id ?? ''}
                url={payload.url ?? ''}
                opener={opener}
              />
            </span>
            <span className="row-side">
              <PassedTag payload={payload} />
            </span>
            <span className="row-foot">
              {payload.kind === 'ungated' && <How payload={payload} />}
              {days ? momentWords(at) : clock(at)}
            </span>
          </li>
        ))}
    />
  );
}

function PassedTag({ payload }: { payload: Passed['payload'] }) {
  if (payload.kind === 'misfire') return <Tag>{say('popup_misfire')}</Tag>;
  const words = payload.found === 'arrival' ? 'popup_arrived' : payload.refused ? 'popup_refused' : 'popup_ungated';
  return <Tag tone="warn">{say(words)}</Tag>;
}

function How({ payload: { found, why, from, to, seenAt, seenBy } }: { payload: Says<'ungated'> }) {
  const seen = seenAt === undefined ? '' : momentWords(seenAt);
  return (
    <>
      {to && (
        <>
          <Route from={from} to={to} />
          {' · '}
        </>
      )}
      {found !== 'arrival' && (
        <>
          <span dir="auto">{whyWords(why)}</span>
          {' · '}
        </>
      )}
      {found === 'arrival' && seen && (
        <>
          <span dir="auto">{seenBy ? say('popup_last_seen_by', seen, seenBy) : say('popup_last_seen', seen)}</span>
          {' · '}
        </>
      )}
    </>
  );
}
