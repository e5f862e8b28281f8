import type { TabMessage } from './protocol';

type Facts = { id?: string; tab?: unknown; url?: string };
declare const chrome: {
  runtime: {
    id?: string;
    onMessage: {
      addListener(
        heard: (message: unknown, sender: Facts, answer: (value: unknown) => void) => boolean | undefined,
      ): void;
    };
  };
};

/**
 * Hears what the background tells this page; the handler's value is the answer. Only the background of this extension is heard:
 * a message from a tab (another page's script, a frame) has a tab, the background's has none.
 */
export function hear(handler: (message: TabMessage) => unknown): void {
  const own = chrome.runtime.id;
  chrome.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== own || sender.tab || typeof message !== 'object' || message === null || !('tell' in message))
      return undefined;
    const value = handler(message as TabMessage);
    if (value === undefined) return undefined;
    answer(value);
    return true;
  });
}
