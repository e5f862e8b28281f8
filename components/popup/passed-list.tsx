import type { Fact, Says } from '../../lib/audit/facts';
import { clock } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { CaseTitle, type Opener } from '../audit/case-title';
import { Rows } from '../audit/rows';
import { Tag } from '../audit/tag';

type Passed = Fact<Says<'misfire'>> | Fact<Says<'ungated'>>;

/** What passed without a checklist: taken for a handoff by mistake, or seen by nobody. */
export function PassedList({ passed, opener }: { passed: readonly Passed[]; opener: Opener }) {
  return (
    <Rows
      rows={[...passed]
        .sort((a, b) => b.seq - a.seq)
        .map(({ seq, at, payload }) => (
          <li key={seq} className="row">
            <span className="row-title">
              <CaseTitle
                title={payload.title ?? ''}
                id={payload.ref?.id ?? ''}
                url={payload.url ?? ''}
                opener={opener}
              />
            </span>
            <span className="row-side">
              <Tag tone={payload.kind === 'ungated' ? 'warn' : 'plain'}>
                {say(payload.kind === 'ungated' ? 'popup_ungated' : 'popup_misfire')}
              </Tag>
            </span>
            <span className="row-foot">
              {payload.kind === 'ungated' && (
                <>
                  <span dir="auto">{payload.why}</span>
                  {' · '}
                </>
              )}
              {clock(at)}
            </span>
          </li>
        ))}
    />
  );
}
