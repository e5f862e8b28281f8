import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/server';
import { caseKey } from '../model/case-key';
import { isPractice, PRACTICE_CASE, PRACTICE_PAGE } from '../model/practice';
import { forgetWords } from '../store/directory';
import { eraseCase } from '../store/erase';
import { readTab } from './tab-state';

export const practiceCalls: Pick<Handlers, 'practice/forget'> = {
  async 'practice/forget'(_, { url }) {
    await left;
    if (isPractice({ origin: url })) await forgetPractice();
    return {};
  },
};

let left: Promise<unknown> = Promise.resolve();

/** The browser may have ended with the practice page open. A page that starts meanwhile waits: what it reads must not go with the rest. */
export function forgetLeft(anew: Promise<boolean>): void {
  left = anew.then((is) => (is ? forgetPractice() : undefined)).catch(() => undefined);
}

/** A tab was closed: Firefox lets a page of ours say nothing any more. */
export async function practiceClosed(tab: number): Promise<void> {
  const { seen } = await readTab(tab);
  if (seen && isPractice(seen)) await forgetPractice().catch(() => undefined);
}

/** What was practised is gone with its page: draft, handoff, reading and words. The record of events never had it. */
async function forgetPractice(): Promise<void> {
  const { origin } = new URL(browser.runtime.getURL(`/${PRACTICE_PAGE}`));
  await eraseCase(caseKey({ origin, ...PRACTICE_CASE }));
  await forgetWords(origin);
}
