import type { Line } from '../messages/protocol';
import { own } from '../rules/values';
import { tellOverlay } from './inject';
import { changeTab, readTab } from './tab-state';

/** A line is said again on the tab's next pages that come within this time: the desk leads on before anybody has read it. In milliseconds. */
const AGAIN_WITHIN = 6_000;

/** Says a line about a tab's page on that page alone. */
export function sayHere(tab: number, line: Line): Promise<void> {
  return tellOverlay(tab, { tell: 'line', line });
}

/**
 * Says how a handoff ended on a tab's page, and on the next one where that comes so soon that nobody can have read it. Does not wait for
 * the page.
 */
export async function sayOn(tab: number, line: Line): Promise<void> {
  await keepLine(tab, line);
  void sayHere(tab, line);
}

/** Keeps a line that the page is told of in another way, for its next page. */
export async function keepLine(tab: number, line: Line): Promise<void> {
  await changeTab(tab, (state) => ({ ...state, line: { ...line, at: Date.now() } }));
}

/** A new page of the tab: what was said a moment ago on the one before is said here too. */
export async function sayAgain(tab: number): Promise<void> {
  const { line } = await readTab(tab);
  if (!line) return;
  const { at, ...words } = line;
  // A clock that was set back leaves no line to be said for ever.
  if (Math.abs(Date.now() - at) < AGAIN_WITHIN) await tellOverlay(tab, { tell: 'line', line: words });
  else await changeTab(tab, ({ line: _, ...state }) => state);
}

/** What the person is told of a handoff that did not go, by the record's word for why. */
export function failedLine(why: string, to: string): Line {
  const [, status] = /^answered: (\d+)$/.exec(why) ?? [];
  const key = own(KEYS, status ?? why) ?? 'line_failed';
  return { key, subs: NAMES_TEAM.includes(key) ? [to] : [], tone: 'warn' };
}

/** What the person is told where nobody knows yet whether a handoff went. */
export function unconfirmedLine(why: string): Line {
  return why === 'signed-out'
    ? { key: 'line_unsure_signed_out', subs: [], tone: 'warn' }
    : { key: 'line_unconfirmed', subs: [], tone: 'plain' };
}

const NAMES_TEAM = ['line_not_sent', 'line_file_gone'];

/** By a status of the answer, or by another reason. */
const KEYS: Readonly<Record<string, string>> = {
  'signed-out': 'line_signed_out',
  'not-left': 'line_not_sent',
  'file-gone': 'line_file_gone',
  401: 'line_maybe_signed_out',
  403: 'line_maybe_signed_out',
  419: 'line_maybe_signed_out',
  440: 'line_maybe_signed_out',
  409: 'line_locked',
  412: 'line_locked',
  423: 'line_locked',
};
