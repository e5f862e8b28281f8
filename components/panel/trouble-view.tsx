import { type RefObject, useEffect, useState } from 'react';
import { say, sayIfKnown, type WordKey } from '../../lib/words/say';
import { Button } from '../ui/button';
import { CloseIcon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { focusField } from './focus-field';
import type { SheetActions } from './sheet-actions';
import { useKeys } from './use-keys';

type Props = {
  trouble: { code: string; unsure: 'open' | 'closed'; held?: string | undefined };
  /** Counts how often the panel was shown. */
  shown: number;
  home: RefObject<string>;
  onAgain(): Promise<void>;
  actions: Pick<SheetActions, 'onCancel' | 'onHide'>;
};

const TROUBLE_ID = 'trouble';

const PASSES: Record<'held' | 'free', Record<'open' | 'closed', WordKey>> = {
  held: { open: 'panel_trouble_held_open', closed: 'panel_trouble_held_closed' },
  free: { open: 'panel_trouble_free_open', closed: 'panel_trouble_free_closed' },
};

/** In place of the checklist while the database fails: what happened, what passes and what is held, and what to do. */
export function TroubleView({ trouble, shown, home, onAgain, actions }: Props) {
  const [asking, setAsking] = useState(false);
  const held = trouble.held !== undefined;
  const code = trouble.code.replaceAll('-', '_');
  const words = (part: 'what' | 'do') =>
    sayIfKnown(`panel_trouble_${code}_${part}`) ?? say(`panel_trouble_storage_error_${part}`);
  const again = async () => {
    if (asking) return;
    setAsking(true);
    await onAgain();
    setAsking(false);
  };
  const leave = held ? actions.onCancel : actions.onHide;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is shown again
  useEffect(() => {
    home.current = TROUBLE_ID;
    if (document.hasFocus()) focusField(TROUBLE_ID, document);
  }, [shown]);
  useKeys({ onMain: () => void again(), onEscape: actions.onHide, onGuesses: () => {} });
  return (
    <div className="panel">
      <header className="head">
        <div className="head-line">
          <h1 className="head-route">
            <strong>{say('panel_trouble_title')}</strong>
          </h1>
          <Button look="icon" aria-label={say('panel_close')} title={say('panel_close_title')} onClick={actions.onHide}>
            <CloseIcon />
          </Button>
        </div>
      </header>
      <main className="body">
        <section id={TROUBLE_ID} className="instead" tabIndex={-1} aria-label={say('panel_trouble_title')}>
          <Notice tone="bad" urgent>
            <strong>{words('what')}</strong>
          </Notice>
          <p>{say(PASSES[held ? 'held' : 'free'][trouble.unsure])}</p>
          <p>{words('do')}</p>
          <p className="need-why">{say('panel_trouble_kept')}</p>
        </section>
      </main>
      <footer className="bar">
        <Button look="main" className="bar-main" off={asking} onClick={() => void again()}>
          {say(asking ? 'panel_busy' : 'panel_retry')}
        </Button>
        <div className="bar-quiet">
          <Button look="quiet" title={say(held ? 'panel_not_now_title' : 'panel_close_title')} onClick={leave}>
            {say(held ? 'panel_not_now' : 'panel_close')}
          </Button>
        </div>
      </footer>
    </div>
  );
}
