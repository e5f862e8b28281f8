import type { Draft } from '../../lib/model/handoff';
import { sayCount } from '../../lib/words/count';
import { ago } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { CaseTitle, type Opener } from '../audit/case-title';
import { Rows } from '../audit/rows';
import { Tag } from '../audit/tag';

/** `missing` is null until it was looked up, or where the playbook is gone. */
export type OpenDraft = { draft: Draft; playbook: string; missing: number | null };

/** The person's own unfinished handoffs, the last touched first: how old, and how far. */
export function DraftList({ drafts, now, opener }: { drafts: readonly OpenDraft[]; now: number; opener: Opener }) {
  if (drafts.length === 0) return <p className="empty">{say('popup_drafts_none')}</p>;
  return (
    <Rows
      rows={drafts.map(({ draft, playbook, missing }) => (
        <li key={draft.key} className="row">
          <span className="row-title">
            <CaseTitle title={draft.title} id={draft.ref.id} url={draft.url} opener={opener} />
          </span>
          <span className="row-side">
            {missing === 0 && <Tag tone="good">{say('popup_draft_ready')}</Tag>}
            {missing !== null && missing > 0 && <Tag>{sayCount('popup_draft_missing', missing)}</Tag>}
          </span>
          <span className="row-foot">
            <span dir="auto">{playbook}</span>
            {' · '}
            <Answers count={Object.keys(draft.answers).length} />
            {ago(draft.updatedAt, now)}
          </span>
        </li>
      ))}
    />
  );
}

/** A draft may hold a reason alone. */
function Answers({ count }: { count: number }) {
  return count === 0 ? null : <>{sayCount('popup_draft_answers', count)} · </>;
}
