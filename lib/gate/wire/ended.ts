// Ends an XMLHttpRequest that never left. The browser itself could only do that by one more request, which a page's policy would report
// and the console complain of. So the page is told here, in the browser's own order (the same in Chromium and Firefox).
import type { Refused } from '../wire-protocol';
import { lookAlike } from './look-alike';
import {
  BlobNative,
  defineProperty,
  deleteProperty,
  dispatch,
  Encoder,
  EventNative,
  encode,
  on,
  ProgressEventNative,
  parse,
  single,
  Text,
  toLowerCase,
  xhrHeader,
  xhrHeaders,
  xhrType,
  xhrUpload,
} from './natives';

const JSON_TYPE = 'application/json';
const EVENT = { __proto__: null, bubbles: false, cancelable: false, composed: false };

/** What an ended request may show. A failed one shows its state alone: all else is as of one that was only opened. */
const NAMES = [
  'readyState',
  'status',
  'statusText',
  'response',
  'responseText',
  'responseURL',
  'getResponseHeader',
  'getAllResponseHeaders',
] as const;
type Name = (typeof NAMES)[number];

/** What is ending: how, where it would have gone, whether it had a body, and whether it still ends (a listener may open it again). */
export type Ending = { how: Refused; url: string; uploads: boolean; still(): boolean };

export function end(xhr: XMLHttpRequest, { how, url, uploads, still }: Ending): void {
  const fire = (target: unknown, type: string, loaded = 0) => {
    const told = { ...EVENT, __proto__: null, lengthComputable: false, loaded, total: 0 };
    if (still()) on(dispatch, target, [new ProgressEventNative(type, told as never)]);
  };
  const upload = (type: string) => {
    if (uploads) fire(xhrUpload(xhr), type);
  };
  const state = (now: number) => {
    if (!still()) return;
    show(xhr, 'readyState', () => now);
    on(dispatch, xhr, [new EventNative('readystatechange', EVENT as never)]);
  };

  fire(xhr, 'loadstart');
  upload('loadstart');
  if (how.no === undefined) {
    const ended = how.abort ? 'abort' : 'error';
    state(4);
    upload(ended);
    upload('loadend');
    fire(xhr, ended);
    fire(xhr, 'loadend');
    if (how.abort && still()) forget(xhr);
    return;
  }
  const { length } = how.no;
  upload('progress');
  upload('load');
  upload('loadend');
  if (still()) showAnswer(xhr, how.no, url);
  state(2);
  state(3);
  fire(xhr, 'progress', length);
  state(4);
  fire(xhr, 'load', length);
  fire(xhr, 'loadend', length);
}

/** Ends a synchronous request: answered with this text, or failed. It tells nobody. */
export function endNow(xhr: XMLHttpRequest, { no }: Refused, url: string): void {
  if (no !== undefined) showAnswer(xhr, no, url);
  show(xhr, 'readyState', () => 4);
}

/** As after an abort: nothing was answered, and nothing is under way. */
export function forget(xhr: XMLHttpRequest): void {
  uncover(xhr);
  show(xhr, 'readyState', () => 0);
}

/** Takes away what a request was made to show: it is opened again. */
export function uncover(xhr: XMLHttpRequest): void {
  for (let at = 0; at < NAMES.length; at += 1) deleteProperty(xhr, NAMES[at] as string);
}

function showAnswer(xhr: XMLHttpRequest, text: string, url: string): void {
  const type = xhrType(xhr);
  const response = responseOf(text, type);
  show(xhr, 'status', () => 200);
  show(xhr, 'statusText', () => 'OK');
  show(xhr, 'responseURL', () => url);
  show(xhr, 'response', () => response);
  // Asked for as something else, its text throws as it does in the browser.
  if (type === '' || type === 'text') show(xhr, 'responseText', () => text);
  const header = (name: unknown) => (on<string>(toLowerCase, Text(name), []) === 'content-type' ? JSON_TYPE : null);
  put(xhr, 'getResponseHeader', { value: lookAlike(xhrHeader, header) });
  put(xhr, 'getAllResponseHeaders', { value: lookAlike(xhrHeaders, () => `content-type: ${JSON_TYPE}\r\n`) });
}

function responseOf(text: string, type: unknown): unknown {
  if (type === 'json') return parse(text);
  if (type === 'blob') return new BlobNative(single(text), { __proto__: null, type: JSON_TYPE } as never);
  if (type === 'arraybuffer') return on<Uint8Array>(encode, new Encoder(), [text]).buffer;
  return type === 'document' ? null : text;
}

function show(xhr: XMLHttpRequest, name: Name, get: () => unknown): void {
  put(xhr, name, { get });
}

function put(xhr: XMLHttpRequest, name: Name, how: PropertyDescriptor): void {
  defineProperty(xhr, name, { __proto__: null, configurable: true, ...how } as PropertyDescriptor);
}
