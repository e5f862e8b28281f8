import type { Side } from '../../model/teaching';
import { say } from '../../words/say';

declare const chrome: { runtime: { getURL(path: string): string } };

/** The frame that leads the person: a page of the extension. It is answered only for the nonce that it is given here. */
export function leadFrame(page: Document, nonce: string, scheme: 'light' | 'dark') {
  const frame = page.createElement('iframe');
  frame.className = 'panel';
  frame.ariaLabel = say('teach_title');
  frame.src = `${chrome.runtime.getURL('lesson.html')}#${nonce}.${scheme}`;
  frame.style.setProperty('--width', '360px');
  return {
    frame,
    side: (side: Side) => {
      frame.dataset['side'] = side;
    },
  };
}
