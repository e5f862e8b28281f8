import type { WireBody } from '../wire-protocol';
import { textOfBlob } from './blob-texts';
import { isLastMoment } from './last-moment';
import {
  BlobNative,
  BufferNative,
  blobSize,
  blobText,
  blobType,
  chain,
  FileNative,
  FormDataNative,
  fileName,
  formEntries,
  hasInstance,
  isView,
  on,
  Params,
  paramsAppend,
  paramsText,
  Text,
} from './natives';

/** More is not looked at (`unread`). In characters or bytes. */
export const LIMIT = 256_000;

/** A body as it goes to the gate, or the text to come that must be waited for. */
export type Taken = { body: WireBody } | { later: Promise<string> };

export const notReadable = unread('not readable');
const tooLarge = unread('too large');
export const none: WireBody = { __proto__: null, none: true } as never;

/** Reads what a page hands to fetch, XHR or sendBeacon without changing it or using it up. */
export function takeBody(body: unknown): Taken {
  if (body === undefined || body === null) return { body: none };
  if (typeof body === 'string') return { body: textBody(body) };
  if (hasInstance(Params, body)) return { body: textBody(on<string>(paramsText, body, []), true) };
  if (hasInstance(FormDataNative, body)) return { body: formBody(body as FormData) };
  if (hasInstance(BlobNative, body)) return blob(body as Blob);
  if (isView(body) || hasInstance(BufferNative, body)) return blob(new BlobNative([body as ArrayBuffer]));
  return { body: unread('a stream') };
}

export function textBody(text: string, form = false): WireBody {
  return text.length > LIMIT ? tooLarge : ({ __proto__: null, text, form } as WireBody);
}

export function unread(why: string): WireBody {
  return { __proto__: null, unread: why } as WireBody;
}

/** Runs `decide` with the body, at once where it can be. Text that cannot be read goes over as unread. */
export function withBody(taken: Taken, decide: (body: WireBody) => void): void {
  if ('body' in taken) decide(taken.body);
  else if (isLastMoment()) decide(unread('the page is left'));
  else on(chain, taken.later, [(text: string) => decide(textBody(text)), () => decide(notReadable)]);
}

function blob(body: Blob): Taken {
  const text = isLastMoment() ? textOfBlob(body) : undefined;
  if (text !== undefined) return { body: textBody(text) };
  return (blobSize(body) as number) > LIMIT ? { body: tooLarge } : { later: on<Promise<string>>(blobText, body, []) };
}

/** Fields go over url-encoded: lists would meet a page's `Array.prototype.toJSON` (Prototype.js) on their way. */
function formBody(data: FormData): WireBody {
  const fields = new Params();
  const files: Record<number, unknown> = { __proto__: null } as never;
  let size = 0;
  let count = 0;
  on(formEntries, data, [
    (value: unknown, name: string) => {
      if (hasInstance(FileNative, value)) {
        files[count] = {
          __proto__: null,
          name: Text(fileName(value)),
          size: blobSize(value),
          type: Text(blobType(value)),
        };
        count += 1;
      } else {
        size += (value as string).length;
        on(paramsAppend, fields, [name, value]);
      }
    },
  ]);
  if (size > LIMIT) return tooLarge;
  return { __proto__: null, text: on<string>(paramsText, fields, []), form: true, files } as WireBody;
}
