import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/server';
import { caseKey } from '../model/case-key';
import { isPractice, PRACTICE_CASE, PRACTICE_PAGE } from '../model/practice';
import { forgetWords } from '../store/directory';
import { eraseCase } from '../store/erase';

export const practiceCalls: Pick<Handlers, 'practice/forget'> = {
  async 'practice/forget'(_, { url }) {
    if (isPractice({ origin: url })) await forgetPractice();
    return {};
  },
};

/** What was practised is gone with its page: draft, handoff, reading and words. The record of events never had it. */
export async function forgetPractice(): Promise<void> {
  const { origin } = new URL(browser.runtime.getURL(`/${PRACTICE_PAGE}`));
  await eraseCase(caseKey({ origin, ...PRACTICE_CASE }));
  await forgetWords(origin);
}
