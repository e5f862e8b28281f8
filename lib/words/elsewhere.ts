import { clock } from './dates';
import type { WordKey } from './say';

/** How a handoff that another tab sent stands now. */
export type SentElsewhere = {
  state: 'sending' | 'unconfirmed' | 'sent' | 'failed';
  to: string;
  by?: string | undefined;
  at: number;
};

const KEYS = {
  sending: ['elsewhere_sending', 'elsewhere_sending_by'],
  unconfirmed: ['elsewhere_unconfirmed', 'elsewhere_unconfirmed_by'],
  sent: ['elsewhere_sent', 'elsewhere_sent_by'],
} as const satisfies Record<string, readonly [WordKey, WordKey]>;

/** The sentence about it, as its key in the locale files and what stands in it: the page and the panel say the same. */
export function elsewhereSays({ state, to, by, at }: SentElsewhere): { key: WordKey; subs: string[] } {
  if (state === 'failed') return { key: 'elsewhere_failed', subs: [to] };
  const [alone, named] = KEYS[state];
  return by ? { key: named, subs: [to, by, clock(at)] } : { key: alone, subs: [to, clock(at)] };
}
