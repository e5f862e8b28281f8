import { useEffect, useRef, useState } from 'react';
import { say } from '../../lib/words/say';
import { ActionBar } from './action-bar';
import { BarLines } from './bar-lines';
import { CopyByHand } from './copy-by-hand';
import { handoffText, typedText } from './handoff-text';
import type { Item } from './items';
import { OverrideForm, REASON_MIN } from './override-form';
import { SaveFailed } from './save-line';
import type { Reading, Sheet } from './sheet';
import type { Doing, Saving, SheetActions } from './sheet-actions';
import { useCopy } from './use-copy';
import { useKeys } from './use-keys';
import { type PressVerdict, useSeenLongEnough } from './use-seen-long-enough';

type Props = {
  sheet: Sheet;
  shown: number;
  readings: readonly Reading[];
  items: readonly Item[];
  missing: number;
  saving: Saving;
  doing: Doing;
  actions: SheetActions;
  now: number;
  onGuesses(): void;
  /** The main button was pressed with things missing. */
  onIncomplete(): void;
};

/** The bottom of the panel and its keys: what a press does, and whether it may. */
export function PanelBar({ sheet, shown, readings, items, missing, saving, doing, actions, now, ...props }: Props) {
  const bar = useRef<HTMLElement>(null);
  const seen = useSeenLongEnough(bar, `${shown} ${doing.is}`);
  const [press, setPress] = useState<PressVerdict>('ok');
  const [override, setOverride] = useState<{ reason: string; asked: boolean } | null>(null);
  const { copied, copy, forget } = useCopy();
  const held = sheet.hold?.alive === true;
  const busy = doing.is === 'busy';
  const attempt = sheet.hold?.attempt;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another hold is another question
  useEffect(() => {
    setOverride(null);
    setPress('ok');
    forget();
  }, [attempt, shown]);

  /** Does what leaves the page only for a person's press on a bar that could be seen. */
  const guarded = (event: { isTrusted: boolean }, act: () => void) => {
    const verdict = seen(event);
    setPress(verdict);
    if (verdict === 'ok' && !busy) act();
  };
  const copyHandoff = () => void copy(handoffText(sheet, readings, now));
  const main = (event: { isTrusted: boolean }) => {
    if (!held) return copyHandoff();
    if (missing > 0) return props.onIncomplete();
    guarded(event, actions.onSend);
  };
  const sendAnyway = (event: { isTrusted: boolean }) => {
    if (!override) return;
    if (override.reason.trim().length < REASON_MIN) return setOverride({ ...override, asked: true });
    guarded(event, () => actions.onOverride(override.reason.trim()));
  };
  useKeys({
    onMain: (event) => (override ? sendAnyway(event) : main(event)),
    onEscape: () => (override ? setOverride(null) : actions.onHide()),
    onGuesses: props.onGuesses,
  });

  const unmet = items.filter(({ criterion, met }) => criterion.level === 'block' && !met);
  const debt = [
    ...(readings.some(({ evaluation }) => evaluation.reason === undefined) ? [say('panel_reason_word')] : []),
    ...unmet.map(({ criterion }) => criterion.label),
  ];
  return (
    <ActionBar
      ref={bar}
      to={sheet.playbook.receiver.team}
      held={held}
      missing={missing}
      busy={busy}
      copied={copied.is === 'copied'}
      mayOverride={sheet.mayOverride}
      asking={override !== null && held && missing > 0}
      onMain={(event) => main(event.nativeEvent)}
      onCopy={copyHandoff}
      onMisfire={(event) => guarded(event.nativeEvent, actions.onMisfire)}
      onOverride={() => setOverride(override ? null : { reason: '', asked: false })}
      onNotNow={sheet.hold ? actions.onCancel : actions.onHide}
    >
      {saving.is === 'failed' && (
        <SaveFailed
          code={saving.code}
          held={held}
          onRetry={actions.onRetry}
          onCopy={() => void copy(typedText(sheet, readings, now))}
        />
      )}
      {copied.is === 'failed' && <CopyByHand text={copied.text} onDone={forget} />}
      <BarLines doing={doing} press={press} hold={sheet.hold} met={missing === 0} />
      {override && held && missing > 0 && (
        <OverrideForm
          missing={debt}
          reason={override.reason}
          asked={override.asked}
          busy={busy}
          onReason={(reason) => setOverride({ ...override, reason })}
          onSend={(event) => sendAnyway(event.nativeEvent)}
          onBack={() => setOverride(null)}
        />
      )}
    </ActionBar>
  );
}
