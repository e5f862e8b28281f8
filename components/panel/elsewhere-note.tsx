import { sayCount } from '../../lib/words/count';
import { elsewhereSays } from '../../lib/words/elsewhere';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { CopyByHand } from './copy-by-hand';
import { typedText } from './handoff-text';
import { SaveFailed } from './save-line';
import { ELSEWHERE_ID } from './sections';
import type { Reading, Sheet } from './sheet';
import type { Saving, SheetActions } from './sheet-actions';
import { useCopy } from './use-copy';
import { useKeys } from './use-keys';

type NoteProps = { elsewhere: NonNullable<Sheet['elsewhere']> };

/** In place of the checklist: another tab sent it. It takes the focus, for the field that had it is gone. */
export function ElsewhereNote({ elsewhere }: NoteProps) {
  const { key, subs } = elsewhereSays(elsewhere);
  const { state, others, title, kept } = elsewhere;
  const failed = state === 'failed';
  return (
    <section id={ELSEWHERE_ID} className="instead" tabIndex={-1} aria-label={say(key, ...subs)}>
      <Notice tone={failed ? 'warn' : 'good'} urgent>
        <strong>{say(key, ...subs)}</strong>
      </Notice>
      {!failed && <p>{say('panel_elsewhere_nothing')}</p>}
      {others > 0 && <p>{sayCount('panel_elsewhere_others', others, title)}</p>}
      {kept && <p>{say('panel_elsewhere_kept')}</p>}
    </section>
  );
}

type BarProps = {
  sheet: Sheet;
  readings: readonly Reading[];
  saving: Saving;
  actions: Pick<SheetActions, 'onHide' | 'onRetry'>;
  now: number;
};

/** The panel's bottom below that note: nothing to send, and a way to carry away what was typed. */
export function ElsewhereBar({ sheet, readings, saving, actions, now }: BarProps) {
  const { copied, copy, forget } = useCopy();
  const copyTyped = () => void copy(typedText(sheet, readings, now));
  useKeys({ onMain: () => {}, onEscape: actions.onHide, onGuesses: () => {} });
  return (
    <footer className="bar">
      {saving.is === 'failed' && <SaveFailed code={saving.code} onRetry={actions.onRetry} onCopy={copyTyped} />}
      {copied.is === 'failed' && <CopyByHand text={copied.text} onDone={forget} />}
      <Button look="main" className="bar-main" onClick={actions.onHide}>
        {say('panel_close')}
      </Button>
      {sheet.elsewhere?.kept && saving.is !== 'failed' && (
        <div className="bar-quiet">
          <Button look="quiet" onClick={copyTyped}>
            {say(copied.is === 'copied' ? 'panel_copied' : 'panel_copy_typed')}
          </Button>
        </div>
      )}
    </footer>
  );
}
