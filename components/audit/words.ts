import type { HeldEnd } from '../../lib/audit/today';
import type { Debt, HandoffState } from '../../lib/model/handoff';
import { locale } from '../../lib/words/locale';
import { say, sayIfKnown } from '../../lib/words/say';

const STATES = {
  sending: 'audit_state_sending',
  unconfirmed: 'audit_state_unconfirmed',
  sent: 'audit_state_sent',
  failed: 'audit_state_failed',
  accepted: 'audit_state_accepted',
  returned: 'audit_state_returned',
  expired: 'audit_state_expired',
  closed: 'audit_state_closed',
} as const satisfies Record<HandoffState, string>;

export function stateWords(state: HandoffState): string {
  return say(STATES[state]);
}

const ENDS = {
  sent: 'audit_end_sent',
  override: 'audit_end_override',
  misfire: 'audit_end_misfire',
  cancelled: 'audit_end_cancelled',
  ungated: 'audit_end_ungated',
  open: 'audit_end_open',
} as const satisfies Record<HeldEnd, string>;

export function endWords(end: HeldEnd): string {
  return say(ENDS[end]);
}

/** "Steps · Impact · Environment": labels have commas of their own. */
export function listWords(words: readonly string[]): string {
  return words.join(' · ');
}

export function missingWords(missing: readonly Debt[]): string {
  return missing.length === 0 ? say('audit_missing_unknown') : listWords(missing.map(({ label }) => label));
}

/** What is wrong with the store and what to do, for one of its codes. */
export function troubleWords(code: string): string {
  return sayIfKnown(`audit_trouble_${code.replaceAll('-', '_')}`) ?? say('audit_trouble_storage_error');
}

/** "Fri 20 Nov": a day with its weekday. */
export function dayWords(at: number): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
}

/** "20 Nov, 14:02". */
export function momentWords(at: number): string {
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

/** "3 hr", "2 days": how long something lasted, in one unit. */
export function lengthWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const unit = (name: 'minute' | 'hour' | 'day', n: number) =>
    new Intl.NumberFormat(locale(), {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: 0,
    }).format(n);
  if (minutes < 90) return unit('minute', minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? unit('hour', hours) : unit('day', Math.round(hours / 24));
}
