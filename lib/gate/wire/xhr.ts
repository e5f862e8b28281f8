import type { Question, Refused } from '../wire-protocol';
import { absolute, upper } from './address';
import { takeBody, withBody } from './bodies';
import { ask, nextNumber, tellGone, tellOutcome } from './channel';
import { end, endNow, forget, uncover } from './ended';
import {
  DomError,
  later,
  listen,
  on,
  Text,
  weakGet,
  weakSet,
  xhrAbort,
  xhrOnAbort,
  xhrOnError,
  xhrOnLoadEnd,
  xhrOnState,
  xhrOpen,
  xhrSend,
} from './natives';
import { endOfXhr } from './outcome';

/** `held`: the number of the question that it waits for. `over`: it never left, and ends or has ended as if it had. */
type Opened = {
  url: string;
  method: string;
  sync: boolean;
  held?: number | undefined;
  uploads: boolean;
  over?: 'ending' | 'ended' | undefined;
};
const opened = new WeakMap<XMLHttpRequest, Opened>();
const openedFor = (xhr: XMLHttpRequest) => on<Opened | undefined>(weakGet, opened, [xhr]);

/** Remembers where a request goes; the browser's own `open` does the rest. */
export function askingOpen(this: XMLHttpRequest, method: string, url: string | URL, async?: boolean): void {
  const args = arguments as unknown as unknown[];
  const before = openedFor(this);
  try {
    const sync = args.length > 2 && async !== undefined && !async;
    // Turned into text once: what is judged is what the browser is given.
    if (args.length > 1) args[1] = Text(url);
    const request = { __proto__: null, url: absolute(args[1]), method: upper(method), sync, uploads: false };
    // Before it is open: a listener may send it at once.
    on(weakSet, opened, [this, request]);
  } catch {
    // The browser's own throws too.
  }
  if (before?.over) uncover(this);
  try {
    on(xhrOpen, this, args);
  } catch (error) {
    // What was opened before still is.
    if (before) on(weakSet, opened, [this, before]);
    throw error;
  }
  if (before) giveUp(before);
}

/** `send` that asks first. A synchronous request is passed or refused at once, for it cannot wait. */
export function askingSend(this: XMLHttpRequest, body?: Document | XMLHttpRequestBodyInit | null): void {
  const request = openedFor(this);
  const send = (args: unknown) => on<void>(xhrSend, this, args as unknown[]);
  if (!request) return void send(arguments);
  if (request.held !== undefined || request.over)
    throw new DomError(
      "Failed to execute 'send' on 'XMLHttpRequest': The object's state must be OPENED.",
      'InvalidStateError',
    );
  const n = nextNumber();
  const { sync, method, url } = request;
  const question = { __proto__: null, n, now: sync, method, url } as Question;
  if (!ask(question)) return void send(arguments);
  const taken = takeBody(body, sync);
  request.uploads = taken.same !== undefined && taken.same !== null;
  request.held = n;
  const go = (no?: string) => {
    request.held = undefined;
    on(listen, this, ['loadend', () => tellOutcome(n, endOfXhr(this, no)), false]);
    send([taken.same]);
  };
  let refused: Refused | undefined;
  withBody(taken, (read, texts) => {
    if (request.held !== n) return;
    const resume = (allowed: boolean, how: Refused = {}) => {
      if (allowed) return go(how.no);
      request.held = undefined;
      refused = how;
      if (!sync) soonOver(this, request, how);
    };
    if (!ask({ __proto__: null, ...question, body: read } as Question, resume, texts)) return go();
    if (!sync) return;
    request.held = undefined;
    request.over = 'ended';
    endNow(this, refused ?? {}, url);
    if (refused?.no === undefined)
      throw new DomError(`Failed to execute 'send' on 'XMLHttpRequest': Failed to load '${url}'.`, 'NetworkError');
  });
}

export function askingAbort(this: XMLHttpRequest): void {
  const request = openedFor(this);
  if (request && (giveUp(request) || request.over === 'ending')) over(this, request, { abort: true });
  else if (request?.over) forget(this);
  on(xhrAbort, this, []);
}

/** A request that was refused ends in a turn of its own, as the browser has it. */
function soonOver(xhr: XMLHttpRequest, request: Opened, how: Refused): void {
  request.over = 'ending';
  const end = () => {
    if (request.over === 'ending' && openedFor(xhr) === request)
      over(xhr, request, how.abort && hearsFailureAlone(xhr) ? {} : how);
  };
  on(later, undefined, [end, 0]);
}

/** A page with a handler for failures, and for no end that giving up makes, would wait for ever for what is given up. */
function hearsFailureAlone(xhr: XMLHttpRequest): boolean {
  return !!xhrOnError(xhr) && !xhrOnAbort(xhr) && !xhrOnLoadEnd(xhr) && !xhrOnState(xhr);
}

function over(xhr: XMLHttpRequest, request: Opened, how: Refused): void {
  const { url, uploads } = request;
  request.over = 'ended';
  end(xhr, { how, url, uploads, still: () => openedFor(xhr) === request });
}

/** The page gave up a request that was held; nothing of it will leave. False when it was not held. */
function giveUp(request: Opened): boolean {
  if (request.held === undefined) return false;
  tellGone(request.held);
  request.held = undefined;
  return true;
}
