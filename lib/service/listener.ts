import { browser } from 'wxt/browser';
import { type Answer, answerWith, type SenderFacts } from '../messages/server';
import { deskCalls } from './desk-calls';
import { gateCalls } from './gate-calls';
import { keptCalls } from './kept';
import { overlayCalls } from './overlay-calls';
import { panelCalls } from './panel-calls';
import { practiceCalls } from './practice';
import { teachCalls } from './teach-calls';

/**
 * The one listener to messages, as the browser calls it: a promise of the answer to a call, undefined for all else (news between our own
 * pages is nobody's call).
 */
export function listener(): (message: unknown, sender: SenderFacts) => Promise<Answer | null> | undefined {
  const answer = answerWith(
    { ...gateCalls, ...overlayCalls, ...panelCalls, ...deskCalls, ...teachCalls, ...practiceCalls, ...keptCalls },
    { id: browser.runtime.id, root: browser.runtime.getURL('/') },
  );
  return (message, sender) =>
    typeof message === 'object' && message !== null && 'call' in message ? answer(message, sender) : undefined;
}
