import type { Question, WireBody } from '../wire-protocol';
import { absolute } from './address';
import { takeBody, withBody } from './bodies';
import { ask, nextNumber, writesAsked } from './channel';
import { isLastMoment } from './last-moment';
import { beaconNative, on, stringify } from './natives';

/**
 * What was let go after the desk had been told, on leaving, that it was not taken, and how many writes had been asked about by then: where the
 * desk sends the same as its next one, that has been sent.
 */
let sentLate: { save: string; writes: number } | undefined;

/**
 * `sendBeacon` that asks first. What is held is answered true and kept while the page lives (design, section 4). On leaving it is answered
 * false: a desk that looks at that keeps the change, and asks the person to stay.
 */
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
  const last = isLastMoment();
  let answer = true;
  withBody(takeBody(data), (body: WireBody) => {
    const save = href + stringify(body);
    if (last && sentLate?.save === save && sentLate.writes === writesAsked()) return;
    const held = ask({ __proto__: null, ...question, body } as Question, (allowed) => {
      if (!allowed) return;
      if (last) sentLate = { save, writes: writesAsked() };
      native();
    });
    answer = held ? !last : native();
  });
  return answer;
}
