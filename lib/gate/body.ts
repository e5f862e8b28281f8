import type { Body, FileFact } from '../model/attempt';
import { countedFields, isMultipart, multipartFields } from './large/fields';
import { atOnce } from './large/pace';
import { Pieces } from './large/pieces';
import type { Want } from './large/wanted';
import type { WireBody } from './wire-protocol';

/** A longer text is not parsed whole: of it only what is needed is read. In characters. */
export const WHOLE_LIMIT = 256_000;

/** Collects named values as a form sends them: every name keeps all its values, in order. */
export function fieldsBody(pairs: Iterable<readonly [string, string]>, files: FileFact[] = []): Body {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    fields[name] ??= [];
    fields[name].push(value);
  }
  return { as: 'fields', fields, files };
}

const everything = (): Want => ({ all: true, named: new Map() });

/** Understands a body that was sent as text, by what it looks like: JSON, a form in either way of writing it, or plain text. */
export function textBody(text: string): Body {
  if (text.length > WHOLE_LIMIT) return { as: 'unread', why: 'too large' };
  if (/^\s*[[{]/.test(text)) {
    try {
      return { as: 'json', json: JSON.parse(text) };
    } catch {
      // Not JSON after all: read on.
    }
  }
  if (isMultipart(text)) {
    const { pairs, files } = atOnce(multipartFields(new Pieces([text]), everything));
    return fieldsBody(pairs, files);
  }
  if (/^[^\s=&]+=/.test(text)) return fieldsBody(new URLSearchParams(text));
  return { as: 'text', text };
}

/** What the wire sent of a body, whole; one that is too long for that is `unread`. */
export function understood(body: WireBody): Body {
  if ('none' in body) return { as: 'none' };
  if ('unread' in body) return { as: 'unread', why: body.unread };
  const { as, texts = [], files = {} } = body;
  if (lengthOf(texts) > WHOLE_LIMIT) return { as: 'unread', why: 'too large' };
  const text = texts.join('');
  if (as === 'text') return textBody(text);
  if (as === 'form') return fieldsBody(new URLSearchParams(text));
  const { pairs } = atOnce(countedFields(new Pieces(texts), everything));
  return fieldsBody(pairs, Object.values(files));
}

export const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);
