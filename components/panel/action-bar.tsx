import type { MouseEvent, ReactNode, RefObject } from 'react';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { commandKey, Keys } from '../ui/keys';
import { MAIN_ID } from './sections';

type Props = {
  ref: RefObject<HTMLElement | null>;
  to: string;
  /** The change is stopped and can be let go from here. */
  held: boolean;
  missing: number;
  busy: boolean;
  copied: boolean;
  mayOverride: boolean;
  /** The way out is being taken just now: the others step back. */
  asking: boolean;
  /** Lines above the buttons: what is refused, failed or asked. */
  children: ReactNode;
  onMain(event: MouseEvent): void;
  onCopy(): void;
  onMisfire(event: MouseEvent): void;
  onOverride(): void;
  onNotNow(): void;
};

/** Always in sight: one button that says what it will do, and the quiet ways out. */
export function ActionBar(props: Props) {
  const { held, missing, busy, copied, to } = props;
  const copyWords = say(copied ? 'panel_copied' : 'panel_copy');
  const mainWords = busy ? say('panel_busy') : held ? say('panel_hand_over', to) : copyWords;
  return (
    <footer ref={props.ref} className="bar">
      {props.children}
      <Button
        id={MAIN_ID}
        look="main"
        className="bar-main"
        waiting={held && missing > 0}
        off={busy}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={props.onMain}
      >
        <span>{mainWords}</span>
        {held && missing > 0 ? (
          <span className="bar-count">{sayCount('panel_missing', missing)}</span>
        ) : (
          <Keys>{`${commandKey()} ↵`}</Keys>
        )}
      </Button>
      <div className="bar-quiet" hidden={props.asking}>
        {held && (
          <Button look="quiet" onClick={props.onCopy}>
            {copyWords}
          </Button>
        )}
        {held && (
          <Button look="quiet" title={say('panel_misfire_title')} onClick={props.onMisfire}>
            {say('panel_misfire')}
          </Button>
        )}
        {held && missing > 0 && props.mayOverride && (
          <Button look="quiet" onClick={props.onOverride}>
            {say('panel_override')}
          </Button>
        )}
        <Button look="quiet" title={say(held ? 'panel_not_now_title' : 'panel_close_title')} onClick={props.onNotNow}>
          {say(held ? 'panel_not_now' : 'panel_close')}
        </Button>
      </div>
    </footer>
  );
}
