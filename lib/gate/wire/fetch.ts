import type { Question, Refused, WireBody } from '../wire-protocol';
import { absolute, upper } from './address';
import { laterTaken, none, notReadable, type Taken, type Texts, takeBody, withBody } from './bodies';
import { ask, nextNumber, tellGone, tellOutcome } from './channel';
import {
  chain,
  DomError,
  defineProperty,
  Failure,
  fetchNative,
  isRequest,
  listen,
  NativePromise,
  on,
  RequestNative,
  ResponseNative,
  requestBlob,
  requestClone,
  requestMethod,
  requestSignal,
  requestUrl,
  signalAborted,
  Text,
} from './natives';
import { endOfFetch } from './outcome';

type Input = RequestInfo | URL;
type Init = RequestInit | undefined;

/** `fetch` that asks first. What nobody minds goes to the browser's own function untouched, in the same turn. */
export function askingFetch(this: unknown, input: Input, init?: RequestInit): Promise<Response> {
  const args = arguments as unknown as unknown[];
  const send = (given: unknown[]) => on<Promise<Response>>(fetchNative, this, given);
  const question = questionOf(this, args);
  if (!question || !ask(question)) return send(args);
  const kept = keep(question, input, init);
  if (!kept) return send(args);
  const { request, taken } = kept;
  return new NativePromise((resolve, reject) => {
    const one: Held = { question, request, send: () => send([request]), resolve, reject };
    withBody(taken, (body, texts) => decide(one, body, texts));
  });
}

/** Where a request goes; nothing where the browser will throw. An address becomes text in `args`: what is judged is what the browser is given. */
export function questionOf(self: unknown, args: unknown[]): Question | undefined {
  if (args.length === 0) return undefined;
  try {
    const made = isRequest(args[0]);
    if (!made) args[0] = Text(args[0]);
    return {
      __proto__: null,
      n: nextNumber(),
      method: upper((args[1] as Init)?.method ?? (made ? requestMethod(args[0]) : 'GET')),
      url: made ? requestUrl(args[0]) : absolute(args[0], self),
    } as unknown as Question;
  } catch {
    return undefined;
  }
}

/**
 * The request as it is now, and its body: what the page changes of either later makes no difference. `question` is from then on about
 * that. Nothing where the browser will throw.
 */
export function keep(question: Question, input: Input, init: Init): { request: Request; taken: Taken } | undefined {
  let request: Request;
  try {
    request = new RequestNative(isRequest(input) ? input : question.url, init);
  } catch {
    return undefined;
  }
  question.method = upper(requestMethod(request));
  question.url = requestUrl(request) as string;
  return { request, taken: bodyOf(request, input, init) };
}

function bodyOf(request: Request, input: Input, init: Init): Taken {
  const method = requestMethod(request);
  if (method === 'GET' || method === 'HEAD') return { same: null, body: none };
  try {
    const body = init?.body ?? null;
    // What a Request carries is read from a copy of the one that is kept.
    if (body === null ? isRequest(input) : isRequest(init))
      return laterTaken(on<Promise<Blob>>(requestBlob, on(requestClone, request, []), []));
    return takeBody(body);
  } catch {
    return { same: null, body: notReadable };
  }
}

type Held = {
  question: Question;
  request: Request;
  send(): Promise<Response>;
  resolve(value: Response): void;
  reject(why: unknown): void;
};

function decide({ question, request, send, resolve, reject }: Held, body: WireBody, texts?: Texts): void {
  const { n } = question;
  const signal = requestSignal(request);
  let settled = false;
  const hand = () => on<void>(chain, send(), [resolve, reject]);
  // Given up before it could be asked about: the browser's own fetch says so.
  if (signalAborted(signal)) return void hand();
  const go = (no?: string) => {
    const answer = send();
    on(chain, answer, [resolve, reject]);
    on(chain, answer, [
      (response: Response) => endOfFetch(response, no, (ended) => tellOutcome(n, ended)),
      () => tellOutcome(n, { __proto__: null, status: 0 } as never),
    ]);
  };
  const resume = (allowed: boolean, how: Refused = {}) => {
    settled = true;
    if (allowed) go(how.no);
    else if (how.abort) reject(new DomError('The user aborted a request.', 'AbortError'));
    else if (how.no) resolve(answerOf(how.no, question.url));
    // In the words of this browser.
    else reject(new Failure(FAILED));
  };
  const held = ask({ __proto__: null, ...question, body } as Question, resume, texts);
  if (!held) go();
  if (!held || settled) return;
  // The page may give up while it is held: the browser's own fetch then rejects just as the page expects, and sends nothing.
  const giveUp = () => {
    if (settled) return;
    tellGone(n);
    hand();
  };
  on(listen, signal, ['abort', giveUp, false]);
}

const FAILED = 'mozInnerScreenX' in globalThis ? 'NetworkError when attempting to fetch resource.' : 'Failed to fetch';

/** An answer of the desk's own kind that says no, made here: no request is seen by the page's policy. */
function answerOf(text: string, url: string): Response {
  const headers = { __proto__: null, 'content-type': 'application/json' };
  const response = new ResponseNative(text, { __proto__: null, status: 200, statusText: 'OK', headers } as never);
  defineProperty(response, 'url', { __proto__: null, value: url, configurable: true } as PropertyDescriptor);
  return response;
}
