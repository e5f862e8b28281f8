import type { Side } from '../../model/teaching';
import { newNonce } from '../../overlay/nonce';
import { schemeOf } from '../../overlay/scheme';
import { say } from '../../words/say';

declare const chrome: { runtime: { getURL(path: string): string } };

/** The frame that leads the person: a page of the extension, made once. It is answered only for the nonce that it is given here. */
export function leadFrame(page: Document) {
  const frame = page.createElement('iframe');
  const nonce = newNonce();
  frame.className = 'frame';
  frame.title = say('teach_title');
  frame.src = `${chrome.runtime.getURL('lesson.html')}#${nonce}.${schemeOf(page)}`;
  frame.style.setProperty('--width', '360px');
  return {
    nonce,
    frame,
    side: (side: Side) => {
      frame.dataset['side'] = side;
    },
  };
}
