import type { WireOutcome } from '../wire-protocol';
import {
  chain,
  headerGet,
  includes,
  on,
  responseClone,
  responseHeaders,
  responseStatus,
  responseText,
  Text,
  toLowerCase,
  xhrHeader,
  xhrStatus,
  xhrText,
} from './natives';

/** A longer answer is not searched, in characters. */
const LIMIT = 256_000;

type Ended = Omit<WireOutcome, 'n'>;

/** How a released request ended by its answer. `no`: the text by which the desk refuses in an answer that is good by its status. `tell` hears it. */
export function endOfFetch(response: Response, no: string | undefined, tell: (ended: Ended) => void): void {
  const status = responseStatus(response) as number;
  const html = isHtml(on(headerGet, responseHeaders(response), ['content-type']));
  if (!no && !html) return void tell({ __proto__: null, status } as Ended);
  // A copy is read, for the page hears of its own in the same turn.
  on(chain, on(responseText, on(responseClone, response, []), []), [
    (text: string) => tell(ended(status, html, no, text)),
    () => tell(ended(status, html, no, '')),
  ]);
}

/** The same for a request by XMLHttpRequest. */
export function endOfXhr(xhr: XMLHttpRequest, no: string | undefined): Ended {
  const html = isHtml(on(xhrHeader, xhr, ['content-type']));
  return ended(xhrStatus(xhr) as number, html, no, no || html ? textOf(xhr) : '');
}

const isHtml = (type: unknown) => on<boolean>(includes, on(toLowerCase, Text(type), []), ['text/html']);

/** A desk without a session leads every request to the page where one signs in, which is good by its status. */
function ended(status: number, html: boolean, no: string | undefined, text: unknown): Ended {
  const holds = (part: string) => (text as string).length < LIMIT && on<boolean>(includes, text, [part]);
  const signIn = html && (holds('type="password"') || holds("type='password'") || holds('type=password'));
  return { __proto__: null, status: no && holds(no) ? -status : status, ...(signIn ? { signIn } : {}) } as Ended;
}

/** What was answered; nothing where it was asked for as something else than text. */
function textOf(xhr: XMLHttpRequest): unknown {
  try {
    return xhrText(xhr);
  } catch {
    return '';
  }
}
