import type { Held } from '../../lib/audit/today';
import { clock } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { CaseTitle, type Opener } from '../audit/case-title';
import { Rows } from '../audit/rows';
import { Tag } from '../audit/tag';
import { endWords, missingWords } from '../audit/words';

/** What was stopped and for what, newest first, with how it went on. */
export function HeldList({ held, opener }: { held: readonly Held[]; opener: Opener }) {
  if (held.length === 0) return <p className="empty">{say('popup_held_none')}</p>;
  return (
    <Rows
      rows={[...held].reverse().map(({ fact: { seq, at, payload }, end }) => (
        <li key={seq} className="row">
          <span className="row-title">
            <CaseTitle title={payload.title ?? ''} id={payload.ref?.id ?? ''} url={payload.url ?? ''} opener={opener} />
          </span>
          <span className="row-side">
            <Tag tone={end === 'sent' ? 'good' : 'plain'}>{endWords(end)}</Tag>
          </span>
          <span className="row-foot">
            {say('popup_held_for', missingWords(payload.missing))}
            {' · '}
            {clock(at)}
          </span>
        </li>
      ))}
    />
  );
}
