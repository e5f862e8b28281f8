import type { Question } from '../wire-protocol';
import { absolute, upper } from './address';
import { notReadable, takeBody, withBody } from './bodies';
import { ask, nextNumber, tellGone, tellOutcome } from './channel';
import { DomError, listen, on, weakDelete, weakGet, weakSet, xhrAbort, xhrOpen, xhrSend } from './natives';
import { endOfXhr } from './outcome';

type Opened = { url: string; method: string; sync: boolean; held?: number | undefined };
const opened = new WeakMap<XMLHttpRequest, Opened>();
const openedFor = (xhr: XMLHttpRequest) => on<Opened | undefined>(weakGet, opened, [xhr]);

/** Remembers where a request goes; the browser's own `open` does the rest. */
export function askingOpen(this: XMLHttpRequest, method: string, url: string | URL, async?: boolean): void {
  giveUp(this);
  on(xhrOpen, this, arguments as unknown as unknown[]);
  try {
    const sync = arguments.length > 2 && async !== undefined && !async;
    const request = { __proto__: null, url: absolute(url), method: upper(method), sync, held: undefined };
    on(weakSet, opened, [this, request]);
  } catch {
    on(weakDelete, opened, [this]);
  }
}

/** `send` that asks first. A synchronous request is passed or refused at once, for it cannot wait. */
export function askingSend(this: XMLHttpRequest, body?: Document | XMLHttpRequestBodyInit | null): void {
  const request = openedFor(this);
  const native = () => on<void>(xhrSend, this, [body]);
  if (!request) return void native();
  const n = nextNumber();
  const { sync, method, url } = request;
  const question = { __proto__: null, n, now: sync, method, url } as Question;
  if (!ask(question)) return void native();
  const go = (no?: string) => {
    on(listen, this, ['loadend', () => tellOutcome(n, endOfXhr(this, no)), false]);
    native();
  };
  const taken = takeBody(body);
  request.held = n;
  withBody(sync && 'later' in taken ? { body: notReadable } : taken, (read) => {
    if (request.held !== n) return;
    const held = ask({ __proto__: null, ...question, body: read } as Question, (allowed, no) => {
      request.held = undefined;
      if (allowed) go(no);
      else if (!sync) fail(this, no);
    });
    if (held && sync) throw new DomError('', 'NetworkError');
    if (held) return;
    request.held = undefined;
    go();
  });
}

export function askingAbort(this: XMLHttpRequest): void {
  // The browser says nothing of a request that was never sent, and the page waits to hear of it.
  if (giveUp(this)) fail(this);
  on(xhrAbort, this, []);
}

/** The page gave up a request that was held; nothing of it will leave. False when none was. */
function giveUp(xhr: XMLHttpRequest): boolean {
  const request = openedFor(xhr);
  if (request?.held === undefined) return false;
  tellGone(request.held);
  request.held = undefined;
  return true;
}

/** Ends a request as a network error, or with another answer, by the browser itself: opened anew at an address that leads nowhere, nothing leaves. */
function fail(xhr: XMLHttpRequest, at = 'blob:null/refused'): void {
  on(xhrOpen, xhr, ['GET', at, true]);
  on(xhrSend, xhr, []);
}
