import type { Question } from '../wire-protocol';
import { withBody } from './bodies';
import { ask, tellGone } from './channel';
import { keep, questionOf } from './fetch';
import {
  activatedOf,
  Controller,
  controllerAbort,
  controllerSignal,
  defineProperty,
  fetchLaterNative,
  listen,
  on,
  requestClone,
  requestSignal,
} from './natives';

type Init = (RequestInit & { activateAfter?: number }) | undefined;
type Result = { activated: boolean };

/**
 * `fetchLater` (Chromium) that asks first. What is held is kept while the page lives, as a beacon is; let go, it waits as long as the
 * page wanted it to.
 */
export function askingFetchLater(this: unknown, input: RequestInfo | URL, init?: Init): Result {
  const args = arguments as unknown as unknown[];
  const send = (given: unknown[]) => on<Result>(fetchLaterNative, this, given);
  const question = questionOf(this, args);
  if (!question || !ask(question)) return send(args);
  const kept = keep(question, input, init);
  if (!kept) return send(args);
  const { request, taken } = kept;
  const activateAfter = init?.activateAfter;

  // The browser's own result, of a copy that is given up at once: what it would throw, it throws now.
  const controller = new Controller();
  const wait = (signal: unknown) => {
    const how = { __proto__: null, signal };
    return activateAfter === undefined ? how : { ...how, __proto__: null, activateAfter };
  };
  const result = send([on(requestClone, request, []), wait(controllerSignal(controller))]);
  on(controllerAbort, controller, []);

  let sent: Result | undefined;
  const go = () => {
    sent = send([request, wait(requestSignal(request))]);
  };
  const activated = () => sent !== undefined && activatedOf(sent);
  withBody(taken, (body, texts) => {
    const held = ask({ __proto__: null, ...question, body } as Question, (allowed) => allowed && go(), texts);
    if (held) on(listen, requestSignal(request), ['abort', () => tellGone(question.n), false]);
    else go();
  });
  if (sent) return sent;
  const told = { __proto__: null, get: activated, configurable: true, enumerable: true };
  defineProperty(result, 'activated', told as PropertyDescriptor);
  return result;
}
