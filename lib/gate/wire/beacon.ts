import type { Question } from '../wire-protocol';
import { absolute } from './address';
import { takeBody, withBody } from './bodies';
import { ask, nextNumber } from './channel';
import { beaconNative, on } from './natives';

/** `sendBeacon` that asks first. What is held is answered true and kept while the page lives (design, section 4). */
export function askingBeacon(this: Navigator, url: string | URL, data?: BodyInit | null): boolean {
  const native = () => on<boolean>(beaconNative, this, [url, data]);
  let href: string;
  try {
    href = absolute(url);
  } catch {
    return native();
  }
  const question = { __proto__: null, n: nextNumber(), method: 'POST', url: href } as Question;
  if (!ask(question)) return native();
  let sent: boolean | undefined;
  const go = () => {
    sent = native();
  };
  withBody(takeBody(data), (body) => {
    if (!ask({ __proto__: null, ...question, body } as Question, (allowed) => allowed && go())) go();
  });
  return sent ?? true;
}
