import type { WireBody } from '../wire-protocol';
import { textOfBlob } from './blob-texts';
import { isLastMoment } from './last-moment';
import {
  BlobNative,
  blobBuffer,
  blobSize,
  blobSlice,
  blobType,
  chain,
  Decoder,
  decode,
  FormDataNative,
  fileName,
  formAppend,
  formEntries,
  isBlob,
  isBuffer,
  isFile,
  isFormData,
  isNode,
  isParams,
  isStream,
  isView,
  on,
  Params,
  paramsText,
  single,
  slice,
  Text,
} from './natives';

/** More is not looked at (`unread`): enough for a file of 25 MB that is written into JSON. In characters or bytes. */
export const LIMIT = 40_000_000;

/** How much is read, and handed over, at a time. */
const PIECE = 1_000_000;

/** A long text in pieces, by number. Without a prototype, so that nothing on it can be replaced. */
export type Texts = Record<string, string>;

/**
 * What a page hands to XHR or sendBeacon, read without using it up. `same` is what leaves in its place: the page may change its own
 * before it does. The text goes to the gate beside the body; that of a `blob` is still to be read.
 */
export type Taken = { same: unknown; body: WireBody; texts?: Texts; blob?: Blob | Promise<Blob> };

export const none: WireBody = { __proto__: null, none: true } as never;
export const notReadable = unread('not readable');
const tooLarge = unread('too large');

export function unread(why: string): WireBody {
  return { __proto__: null, unread: why } as WireBody;
}

/** `now`: it is judged in this turn, so what is read later counts as not readable. */
export function takeBody(body: unknown, now = false): Taken {
  if (body === undefined || body === null) return { same: body, body: none };
  if (typeof body !== 'object') return textTaken(`${body}`, 'text');
  if (isFormData(body)) return formTaken(body as FormData);
  if (isParams(body)) {
    const text = on<string>(paramsText, body, []);
    return { ...textTaken(text, 'form'), same: new Params(text) };
  }
  if (isBlob(body)) return blobTaken(body as Blob, now);
  if (isView(body) || isBuffer(body)) return bytesTaken(body as ArrayBuffer, now);
  if (isStream(body)) return { same: body, body: unread('a stream') };
  if (isNode(body)) return { same: body, body: unread('a document') };
  // Anything else goes as the text that it is turned into.
  return textTaken(`${body}`, 'text');
}

/** A blob that is still to be read, or to come. */
export function laterTaken(blob: Promise<Blob>): Taken {
  return { same: undefined, body: textOf(), blob };
}

function textOf(as: 'text' | 'form' | 'pairs' = 'text', files?: object): WireBody {
  return { __proto__: null, as, files } as never;
}

function textTaken(same: string, as: 'text' | 'form'): Taken {
  if (same.length > LIMIT) return { same, body: tooLarge };
  return { same, body: textOf(as), texts: inPieces(same) };
}

function blobTaken(same: Blob, now: boolean): Taken {
  const text = isLastMoment() ? textOfBlob(same) : undefined;
  if (text !== undefined) return { ...textTaken(text, 'text'), same };
  if ((blobSize(same) as number) > LIMIT) return { same, body: tooLarge };
  return now ? { same, body: notReadable } : { same, body: textOf(), blob: same };
}

/** Bytes are kept as a blob: it is sent as they are, and has none of the page's hands on it. Few of them are read at once. */
function bytesTaken(bytes: ArrayBuffer, now: boolean): Taken {
  const same = new BlobNative(single(bytes));
  const size = blobSize(same) as number;
  if (size > LIMIT || (size > PIECE && !now)) return blobTaken(same, now);
  return { same, body: textOf(), texts: inPieces(on<string>(decode, new Decoder(), [bytes])) };
}

/** Name and value of each field, each after its length: nothing has to be encoded, and files count for nothing. */
function formTaken(data: FormData): Taken {
  const same = new FormDataNative();
  const files: Record<number, unknown> = { __proto__: null } as never;
  const texts: Texts = { __proto__: null } as never;
  let size = 0;
  let count = 0;
  let piece = 0;
  on(formEntries, data, [
    (value: unknown, name: string) => {
      on(formAppend, same, [name, value]);
      if (isFile(value)) {
        files[count] = {
          __proto__: null,
          name: Text(fileName(value)),
          size: blobSize(value),
          type: Text(blobType(value)),
        };
        count += 1;
        return;
      }
      const { length } = value as string;
      size += length + name.length;
      texts[piece] = `${texts[piece] ?? ''}${name.length}:${name}${length}:`;
      if (length < PIECE) {
        texts[piece] += value as string;
        if ((texts[piece]?.length ?? 0) >= PIECE) piece += 1;
        return;
      }
      // One that is long itself goes in pieces of its own: joined to others it would be copied.
      const own = inPieces(value as string);
      for (const at in own) texts[++piece] = own[at] as string;
      piece += 1;
    },
  ]);
  if (size > LIMIT) return { same, body: tooLarge };
  return { same, body: textOf('pairs', files), texts };
}

function inPieces(text: string): Texts {
  const texts: Texts = { __proto__: null } as never;
  let count = 0;
  for (let from = 0; from < text.length; from += PIECE, count += 1)
    texts[count] = on<string>(slice, text, [from, from + PIECE]);
  return texts;
}

/** Runs `decide` with the body, at once where it can be. What cannot be read goes over as unread. */
export function withBody({ body, texts, blob }: Taken, decide: (body: WireBody, texts?: Texts) => void): void {
  if (!blob) return void decide(body, texts);
  if (isLastMoment()) return void decide(unread('the page is left'));
  const fail = () => decide(notReadable);
  const read = (whole: Blob) => readBlob(whole, (found) => (found ? decide(body, found) : decide(tooLarge)), fail);
  // A promise of the browser's own, or the blob itself.
  if (isBlob(blob)) read(blob as Blob);
  else on(chain, blob, [read, fail]);
}

/** Reads a blob piece by piece, each in a turn of its own. `done` without texts: it is too large. */
function readBlob(blob: Blob, done: (texts?: Texts) => void, fail: () => void): void {
  const size = blobSize(blob) as number;
  const texts: Texts = { __proto__: null } as never;
  const decoder = new Decoder();
  let count = 0;
  const next = (from: number): void => {
    if (from >= size) return void done(texts);
    const take = (bytes: ArrayBuffer) => {
      texts[count] = on<string>(decode, decoder, [bytes, { __proto__: null, stream: from + PIECE < size }]);
      count += 1;
      next(from + PIECE);
    };
    const part = on<Blob>(blobSlice, blob, [from, from + PIECE]);
    on(chain, on(blobBuffer, part, []), [take, fail]);
  };
  if (size > LIMIT) done();
  else next(0);
}
