import { clock } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { codeWords } from './code-words';
import type { Saving } from './sheet-actions';

/** How far what was typed is saved. "Saved" is said only of what the database has. */
export function SaveLine({ saving }: { saving: Saving }) {
  if (saving.is === 'saving') return <span className="saving">{say('panel_saving')}</span>;
  if (saving.is === 'saved') return <span className="saving">{say('panel_saved', clock(saving.at))}</span>;
  return null;
}

type FailedProps = { code: string; held?: boolean; onRetry(): void; onCopy(): void };

/** What was typed is here and nowhere else: say so, say what to do, and help to carry it away. */
export function SaveFailed({ code, held = false, onRetry, onCopy }: FailedProps) {
  return (
    <Notice tone="bad" urgent>
      <span>
        <strong>{say('panel_not_saved')}</strong> {codeWords(code)}
        {held && ` ${say('panel_stays_held')}`}
      </span>
      <span className="notice-actions">
        {code !== 'orphan' && <Button onClick={onRetry}>{say('panel_retry')}</Button>}
        <Button onClick={onCopy}>{say('panel_copy_typed')}</Button>
      </span>
    </Notice>
  );
}
