import type { Missed } from '../../lib/audit/missed';
import { caseKey } from '../../lib/model/case-key';
import { type Handoff, HandoffState } from '../../lib/model/handoff';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import type { Opener } from '../audit/case-title';
import { type Passed, PassedList } from '../audit/passed-list';
import { Route } from '../audit/route';
import { HandoffTags } from '../audit/tag';
import { momentWords, stateWords } from '../audit/words';
import { type Filter, filterHandoffs } from './filter';
import { MissedList } from './missed-list';
import { hashOf } from './places';
import { Section } from './section';

type Props = {
  handoffs: readonly Handoff[];
  /** All of the window and state, of which `handoffs` are the newest. */
  count: number;
  days: number;
  missed: readonly Missed[];
  /** Held attempts that `missed` counts. */
  held: number;
  /** What went by without a checklist in these days. */
  passed: readonly Passed[];
  opener: Opener;
  filter: Filter;
  onFilter(filter: Filter): void;
};

/** The handoffs of the last days: by state and by words, each opening its timeline. */
export function HandoffsPlace({ handoffs, count, days, missed, held, passed, opener, filter, onFilter }: Props) {
  const shown = filterHandoffs(handoffs, filter);
  return (
    <Section title={say('dashboard_handoffs')} why={sayCount('dashboard_handoffs_why', days)}>
      <MissedList missed={missed} held={held} days={days} />
      <div className="filter">
        <label>
          <span className="label">{say('dashboard_filter_text')}</span>
          <input
            className="input"
            type="search"
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          />
        </label>
        <label>
          <span className="label">{say('dashboard_filter_state')}</span>
          <select
            className="input"
            value={filter.state}
            onChange={(event) => onFilter({ ...filter, state: event.target.value as Filter['state'] })}
          >
            <option value="">{say('dashboard_filter_all')}</option>
            {HandoffState.options.map((state) => (
              <option key={state} value={state}>
                {stateWords(state)}
              </option>
            ))}
          </select>
        </label>
        <p className="filter-count" role="status">
          {say('dashboard_shown', String(shown.length), String(count))}
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="empty">
          {say(count === 0 && filter.state === '' ? 'dashboard_handoffs_none' : 'dashboard_filter_none')}
        </p>
      ) : (
        <Table handoffs={shown} />
      )}
      {count > handoffs.length && <p className="empty">{sayCount('dashboard_newest', handoffs.length)}</p>}
      {passed.length > 0 && (
        <>
          <h3 className="sub-title">
            {say('dashboard_passed')} <span className="count">{passed.length}</span>
          </h3>
          <p className="section-why">{say('dashboard_passed_why')}</p>
          <PassedList passed={passed} opener={opener} days />
        </>
      )}
    </Section>
  );
}

function Table({ handoffs }: { handoffs: readonly Handoff[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say('dashboard_col_case')}</th>
          <th scope="col">{say('dashboard_col_route')}</th>
          <th scope="col">{say('dashboard_col_who')}</th>
          <th scope="col">{say('dashboard_col_when')}</th>
          <th scope="col">{say('dashboard_col_state')}</th>
        </tr>
      </thead>
      <tbody>
        {handoffs.map((handoff) => (
          <tr key={handoff.id}>
            <th scope="row">
              <a className="case-title" dir="auto" href={hashOf({ name: 'case', key: caseKey(handoff.ref) })}>
                {handoff.title || say('audit_untitled', handoff.ref.id)}
              </a>
            </th>
            <td>
              <Route from={handoff.from} to={handoff.to} />
            </td>
            <td dir="auto">{handoff.sender ?? ''}</td>
            <td className="when">{momentWords(handoff.createdAt)}</td>
            <td>
              <HandoffTags handoff={handoff} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
