import type { Question } from '../wire-protocol';
import { absolute } from './address';
import { takeBody, withBody } from './bodies';
import { ask, nextNumber, writesAsked } from './channel';
import { isLastMoment } from './last-moment';
import { beaconNative, isNavigator, on, stringify, Text } from './natives';

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
  const args = arguments as unknown as unknown[];
  const send = (given: unknown[]) => on<boolean>(beaconNative, this, given);
  if (!isNavigator(this) || args.length === 0) return send(args);
  let href: string;
  try {
    // Turned into text once: what is judged is what the browser is given.
    args[0] = Text(url);
    href = absolute(args[0]);
  } catch {
    return send(args);
  }
  const question = { __proto__: null, n: nextNumber(), method: 'POST', url: href } as Question;
  if (!ask(question)) return send(args);
  const last = isLastMoment();
  let answer = true;
  const taken = takeBody(data);
  const sendIt = () => send([href, taken.same]);
  withBody(taken, (body, texts) => {
    const save = href + stringify(body) + stringify(texts);
    if (last && sentLate?.save === save && sentLate.writes === writesAsked()) return;
    const resume = (allowed: boolean) => {
      if (!allowed) return;
      if (last) sentLate = { save, writes: writesAsked() };
      sendIt();
    };
    const held = ask({ __proto__: null, ...question, body } as Question, resume, texts);
    answer = held ? !last : sendIt();
  });
  return answer;
}
