import type { Fact, Says } from '../../lib/audit/facts';
import type { Handoff } from '../../lib/model/handoff';
import { clock } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { CaseTitle, type Opener } from '../audit/case-title';
import { Route } from '../audit/route';
import { Rows } from '../audit/rows';
import { StateTag } from '../audit/tag';
import { missingWords, momentWords } from '../audit/words';

type Props = {
  handoffs: readonly Handoff[];
  overrides: readonly Fact<Says<'override'>>[];
  opener: Opener;
  /** Of several days: each row says which. */
  days?: boolean;
};

/** The day's handoffs, newest first. One that went with things missing says which, and why. */
export function HandoffList({ handoffs, overrides, opener, days = false }: Props) {
  if (handoffs.length === 0) return <p className="empty">{say('popup_handoffs_none')}</p>;
  return (
    <Rows
      rows={handoffs.map((handoff) => (
        <li key={handoff.id} className="row">
          <span className="row-title">
            <CaseTitle title={handoff.title} id={handoff.ref.id} url={handoff.url} opener={opener} />
          </span>
          <span className="row-side">
            <StateTag state={handoff.state} />
          </span>
          <span className="row-foot">
            <Route from={handoff.from} to={handoff.to} />
            {' · '}
            {handoff.sender && (
              <>
                <span dir="auto">{handoff.sender}</span>
                {' · '}
              </>
            )}
            {days ? momentWords(handoff.createdAt) : clock(handoff.createdAt)}
          </span>
          {handoff.state === 'unconfirmed' && <span className="row-foot">{say('popup_not_confirmed')}</span>}
          <WentWithout debt={debtOf(handoff, overrides)} />
        </li>
      ))}
    />
  );
}

type Went = { reason: string; missing: { criterion: string; label: string }[] } | undefined;

function debtOf({ id, override }: Handoff, overrides: Props['overrides']): Went {
  if (override) return { reason: override.reason, missing: override.debt };
  return overrides.find(({ payload }) => payload.handoff === id)?.payload;
}

function WentWithout({ debt }: { debt: Went }) {
  if (!debt) return null;
  return (
    <span className="row-foot">
      {say('popup_went_without', missingWords(debt.missing))}
      <q className="quote" dir="auto">
        {debt.reason}
      </q>
    </span>
  );
}
