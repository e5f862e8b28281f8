import { say } from '../../lib/words/say';
import { Notice } from '../ui/notice';
import { codeWords } from './code-words';
import type { Doing } from './sheet-actions';
import type { PressVerdict } from './use-seen-long-enough';

type Props = { doing: Doing; press: PressVerdict; hold: { alive: boolean } | null; met: boolean };

/** What stands between a press and its effect, in a line each: refused, covered, or nothing held any more. */
export function BarLines({ doing, press, hold, met }: Props) {
  return (
    <>
      {doing.is === 'refused' && (
        <Notice tone="bad" urgent>
          <span>{codeWords(doing.code)}</span>
        </Notice>
      )}
      {press === 'covered' && (
        <Notice tone="warn" urgent>
          <span>{say('panel_covered')}</span>
        </Notice>
      )}
      {press === 'too-soon' && (
        <Notice tone="plain" urgent>
          <span>{say('panel_too_soon')}</span>
        </Notice>
      )}
      {hold && !hold.alive && <p className="bar-hint">{say('panel_hold_gone')}</p>}
      {!hold && <p className="bar-hint">{say(met ? 'panel_no_hold_met' : 'panel_no_hold')}</p>}
    </>
  );
}
