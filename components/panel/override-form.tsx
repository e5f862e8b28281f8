import { type MouseEvent, useEffect, useRef } from 'react';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';

/** Short enough to be no burden, long enough to be read by somebody. */
export const REASON_MIN = 10;

type Props = {
  missing: readonly string[];
  reason: string;
  /** A press came while the reason was too short. */
  asked: boolean;
  busy: boolean;
  onReason(text: string): void;
  onSend(event: MouseEvent): void;
  onBack(): void;
};

/** Sending with things missing: what stays missing is named, and somebody will read why. */
export function OverrideForm({ missing, reason, asked, busy, onReason, onSend, onBack }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const short = reason.trim().length < REASON_MIN;
  return (
    <section className="override" aria-labelledby="override-title">
      <h2 id="override-title">{say('panel_override_title')}</h2>
      <p className="override-missing">{say('panel_override_missing', missing.join(' · '))}</p>
      <label htmlFor="override-reason">{say('panel_override_reason')}</label>
      <textarea
        ref={area}
        id="override-reason"
        className="input"
        dir="auto"
        rows={2}
        maxLength={2000}
        value={reason}
        aria-invalid={(asked && short) || undefined}
        aria-describedby={asked && short ? 'override-problem' : undefined}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      {asked && short && (
        <p id="override-problem" className="entry-problem" role="alert">
          {sayCount('panel_override_short', REASON_MIN)}
        </p>
      )}
      <div className="override-buttons">
        <Button waiting={short} off={busy} onClick={onSend}>
          {say('panel_override_send')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {say('panel_override_back')}
        </Button>
      </div>
    </section>
  );
}
