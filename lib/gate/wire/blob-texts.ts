import { BlobNative, construct, isList, isOwn, on, ProxyNative, weakGet, weakSet } from './natives';

/** A blob of more is read later, if there is a later. In characters. */
const MOST = 256_000;

const texts = new WeakMap<object, string>();

/** The text that a blob was made of, as a desk makes one of JSON; a blob's own text can only be read later. */
export function textOfBlob(blob: unknown): string | undefined {
  return on<string | undefined>(weakGet, texts, [blob]);
}

/** `Blob` as a page finds it: what it makes is the browser's own, and one that is made of one text is remembered with it. */
export const notingBlob: typeof Blob = new ProxyNative(BlobNative, {
  __proto__: null,
  construct(native: typeof Blob, args: unknown[], as: new () => unknown) {
    const made = construct(native, args, as) as object;
    const [parts] = args;
    const text = isList(parts) && parts.length === 1 && isOwn(parts, 0) ? parts[0] : undefined;
    if (typeof text === 'string' && text.length <= MOST) on(weakSet, texts, [made, text]);
    return made;
  },
} as ProxyHandler<typeof Blob>);
