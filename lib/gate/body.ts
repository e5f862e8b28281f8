import type { Body, FileFact } from '../model/attempt';
import type { WireBody } from './wire-protocol';

/** More than this is not looked at: policy decides. In characters of text, or bytes of a blob. */
export const BODY_LIMIT = 256_000;

/** Collects named values as a form sends them: every name keeps all its values, in order. */
export function fieldsBody(pairs: Iterable<readonly [string, string]>, files: FileFact[] = []): Body {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    fields[name] ??= [];
    fields[name].push(value);
  }
  return { as: 'fields', fields, files };
}

/** Understands a body that was sent as text, by what it looks like: JSON, a url-encoded form, or plain text. */
export function textBody(text: string): Body {
  if (text.length > BODY_LIMIT) return { as: 'unread', why: 'too large' };
  if (/^\s*[[{]/.test(text)) {
    try {
      return { as: 'json', json: JSON.parse(text) };
    } catch {
      // Not JSON after all: read on.
    }
  }
  if (/^[^\s=&]+=/.test(text)) return fieldsBody(new URLSearchParams(text));
  return { as: 'text', text };
}

/** What the wire sent of a body. */
export function understood(body: WireBody): Body {
  if ('none' in body) return { as: 'none' };
  if ('unread' in body) return { as: 'unread', why: body.unread };
  return body.form ? fieldsBody(new URLSearchParams(body.text), Object.values(body.files ?? {})) : textBody(body.text);
}
