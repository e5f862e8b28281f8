import { useState } from 'react';
import type { Mode } from '../../../lib/model/settings';
import { sayCount } from '../../../lib/words/count';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';
/** In which mode it is to be from then on; absent, as it is. */
export type SaveAs = Extract<Mode, 'armed' | 'shadow'> | undefined;

type Props = {
  mode: Mode;
  dirty: boolean;
  errors: number;
  state: SaveState;
  /** What was done last, in words. */
  done: string;
  onSave(why: string, as: SaveAs): void;
  onDiscard(): void;
  /** Asked to save with errors: they are shown, and the first has the focus. */
  onErrors(): void;
};

/** Saves, with a line on why; what does not hold yet is tried first, or used now. */
export function SaveBar({ mode, dirty, errors, state, done, onSave, onDiscard, onErrors }: Props) {
  const [why, setWhy] = useState('');
  const save = (as: SaveAs) => {
    if (errors > 0) return onErrors();
    if (state === 'saving') return;
    onSave(why.trim(), as);
    setWhy('');
  };
  const idle = !dirty && mode === 'armed';
  return (
    <footer className="edit-bar">
      <label className="edit-reason">
        <span className="edit-label">{say('editor_save_why')}</span>
        <input
          id="edit:save-why"
          className="input"
          dir="auto"
          value={why}
          maxLength={500}
          placeholder={say('editor_save_why_like')}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <div className="edit-do">
        {mode === 'armed' ? (
          <Button look="main" waiting={errors > 0} off={idle} onClick={() => !idle && save(undefined)}>
            {say('editor_save')}
          </Button>
        ) : (
          <>
            <Button look="main" waiting={errors > 0} onClick={() => save('armed')}>
              {say('editor_save_armed')}
            </Button>
            <Button waiting={errors > 0} title={say('editor_save_shadow_what')} onClick={() => save('shadow')}>
              {say('editor_save_shadow')}
            </Button>
          </>
        )}
        {dirty && (
          <Button look="quiet" onClick={onDiscard}>
            {say('editor_discard')}
          </Button>
        )}
        {done && !dirty && (
          <span className="edit-done" tabIndex={-1} ref={focused}>
            {done}
          </span>
        )}
        <span className="edit-state" role="status">
          {state === 'saving' && say('dashboard_saving')}
          {state === 'failed' && say('editor_save_failed')}
          {state !== 'saving' && state !== 'failed' && errors > 0 && sayCount('editor_to_fix', errors)}
          {state !== 'saving' && state !== 'failed' && errors === 0 && dirty && say('editor_kept')}
        </span>
      </div>
    </footer>
  );
}

/** What was done is read out, and keys go on from there: the button that did it is drawn anew. */
const focused = (words: HTMLElement | null) => words?.focus({ preventScroll: true });
