import type { Question, WireBody } from '../wire-protocol';
import { absolute, upper } from './address';
import { none, takeBody, unread, withBody } from './bodies';
import { ask, nextNumber, tellGone, tellOutcome } from './channel';
import {
  chain,
  Failure,
  fetchNative,
  hasInstance,
  listen,
  NativePromise,
  on,
  RequestNative,
  requestBody,
  requestClone,
  requestMethod,
  requestSignal,
  requestText,
  requestUrl,
  signalAborted,
} from './natives';
import { endOfFetch } from './outcome';

type Init = RequestInit | undefined;

/** `fetch` that asks first. What nobody minds goes to the browser's own function untouched, in the same turn. */
export function askingFetch(this: unknown, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const args = arguments;
  const native = () => on<Promise<Response>>(fetchNative, this, args as unknown as unknown[]);
  let question: Question;
  try {
    question = questionOf(input, init);
  } catch {
    return native();
  }
  if (!ask(question)) return native();
  return new NativePromise((resolve, reject) => {
    withBody(bodyOf(input, init), (body) => decide(question, body, signalOf(input, init), native, resolve, reject));
  });
}

function decide(
  question: Question,
  body: WireBody,
  signal: unknown,
  native: () => Promise<Response>,
  resolve: (value: Response) => void,
  reject: (why: unknown) => void,
): void {
  const { n } = question;
  let settled = false;
  const hand = () => on<void>(chain, native(), [resolve, reject]);
  // Given up before it could be asked about: the browser's own fetch says so.
  if (signal && signalAborted(signal)) return void hand();
  const go = (no?: string) => {
    const answer = native();
    on(chain, answer, [resolve, reject]);
    on(chain, answer, [
      (response: Response) => endOfFetch(response, no, (ended) => tellOutcome(n, ended)),
      () => tellOutcome(n, { __proto__: null, status: 0 } as never),
    ]);
  };
  const held = ask({ __proto__: null, ...question, body } as Question, (allowed, no) => {
    settled = true;
    if (allowed) go(no);
    else if (no) on(chain, on(fetchNative, undefined, [no]), [resolve, reject]);
    else reject(new Failure('Failed to fetch'));
  });
  if (!held) go();
  if (!held || settled || !signal) return;
  // The page may give up while it is held: the browser's own fetch then rejects just as the page expects, and sends nothing.
  const giveUp = () => {
    if (settled) return;
    tellGone(n);
    hand();
  };
  on(listen, signal, ['abort', giveUp, false]);
}

function questionOf(input: RequestInfo | URL, init: Init): Question {
  const isRequest = hasInstance(RequestNative, input);
  return {
    __proto__: null,
    n: nextNumber(),
    method: upper(init?.method ?? (isRequest ? requestMethod(input) : 'GET')),
    url: isRequest ? (requestUrl(input) as string) : absolute(input),
  } as Question;
}

function signalOf(input: RequestInfo | URL, init: Init): unknown {
  return init?.signal ?? (hasInstance(RequestNative, input) ? requestSignal(input) : undefined);
}

function bodyOf(input: RequestInfo | URL, init: Init): ReturnType<typeof takeBody> {
  if (init?.body !== undefined && init.body !== null) return takeBody(init.body);
  if (!hasInstance(RequestNative, input) || !requestBody(input)) return { body: none };
  try {
    return { later: on<Promise<string>>(requestText, on(requestClone, input, []), []) };
  } catch {
    return { body: unread('already used') };
  }
}
