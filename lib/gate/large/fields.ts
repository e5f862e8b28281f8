// The grammars in which a form goes over the wire: of each the fields that are wanted, without decoding or copying the others.
import type { FileFact } from '../../model/attempt';
import { textOf } from './json';
import { due, findIn, type Work } from './pace';
import { Pieces } from './pieces';
import type { Want } from './wanted';

/** The wanted fields of a form in the order in which they were sent, and what is known of its files. */
export type Fields = { pairs: [name: string, value: string][]; files: FileFact[] };

/** What is wanted of a field; nothing where it is not. */
export type Asked = (name: string) => Want | undefined;

/** A longer name, or head of a part, is nobody's. */
const LONG_NAME = 1_000;
const WINDOW = 64_000;

/** Name and value of each field, each after its length and a colon: as the wire writes down a FormData. */
export function* countedFields(text: Pieces, asked: Asked): Work<Fields> {
  const found: Fields = { pairs: [], files: [] };
  for (let at = 0; at < text.length; ) {
    const [nameAt, nameEnd] = yield* counted(text, at);
    const [from, to] = yield* counted(text, nameEnd);
    const name = text.slice(nameAt, nameEnd);
    const want = asked(name);
    if (want) found.pairs.push([name, yield* valueIn(new Pieces([text.slice(from, to)]), want)]);
    at = to;
    if (due()) yield;
  }
  return found;
}

/** From where to where a text goes whose length stands at a place. */
function* counted(text: Pieces, at: number): Work<[from: number, to: number]> {
  const from = (yield* findIn(text, ':', at)) + 1;
  return [from, from + Number(text.slice(at, from - 1))];
}

/** `name=value&name=value`. */
export function* encodedFields(text: Pieces, asked: Asked): Work<Fields> {
  const found: Fields = { pairs: [], files: [] };
  for (let at = 0; at < text.length; ) {
    const stop = yield* findIn(text, /[=&]/g, at);
    const nameEnd = stop < 0 ? text.length : stop;
    const equals = text.at(nameEnd) === '=';
    const amp = equals ? yield* findIn(text, '&', nameEnd) : nameEnd;
    const end = amp < 0 ? text.length : amp;
    const name = nameEnd - at > LONG_NAME ? undefined : decoded(text.slice(at, nameEnd));
    const want = name === undefined || end === at ? undefined : asked(name);
    if (want) {
      const value = yield* decodedIn(text, Math.min(nameEnd + 1, end), end);
      found.pairs.push([name as string, yield* valueIn(value, want)]);
    }
    at = end + 1;
    if (due()) yield;
  }
  return found;
}

/** The parts of a form that was written down with a line between them; files among them, which have a name of their own. */
export function* multipartFields(text: Pieces, asked: Asked): Work<Fields> {
  const found: Fields = { pairs: [], files: [] };
  const first = yield* findIn(text, '\r\n', 0);
  const line = text.slice(0, first);
  for (let at = first + 2; ; ) {
    const headEnd = yield* findIn(text, '\r\n\r\n', at);
    const end = headEnd < 0 ? -1 : yield* findIn(text, `\r\n${line}`, headEnd + 4);
    if (end < 0) return found;
    const head = headEnd - at > LONG_NAME ? '' : text.slice(at, headEnd);
    const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
    const file = /[;\s]filename="([^"]*)"/i.exec(head)?.[1];
    if (file !== undefined) {
      const type = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? '';
      found.files.push({ name: unquoted(file), size: end - headEnd - 4, type });
    } else if (name !== undefined) {
      const want = asked(unquoted(name));
      const value = want && (yield* valueIn(new Pieces([text.slice(headEnd + 4, end)]), want));
      if (value !== undefined) found.pairs.push([unquoted(name), value]);
    }
    at = end + 2 + line.length;
    if (text.slice(at, at + 2) !== '\r\n') return found;
    at += 2;
    if (due()) yield;
  }
}

/** Whether a text is a form with a line between its parts, by how it begins. */
export const isMultipart = (beginning: string): boolean => /^--[^\r\n]{1,100}\r\n[\w-]+:/.test(beginning);

function* valueIn(value: Pieces, { text }: Want): Work<string> {
  return text ? yield* textOf(value, [text]) : value.slice(0);
}

const decoded = (text: string): string => new URLSearchParams(`x=${text}`).get('x') ?? '';

/** A long value is decoded part by part. */
function* decodedIn(text: Pieces, from: number, to: number): Work<Pieces> {
  const parts: string[] = [];
  for (let at = from; at < to; ) {
    let end = at + WINDOW;
    while (end < to && !canCut(text.slice(end - 2, end + 2))) end += 1;
    end = Math.min(end, to);
    parts.push(decoded(text.slice(at, end)));
    at = end;
    if (due()) yield;
  }
  return new Pieces(parts);
}

/** Whether an encoded text can be cut between the second and the third of these: not in an escape, nor between those of one letter. */
const canCut = (around: string): boolean => !/^(?:%|.%|..(?:%[89ab]|[\uDC00-\uDFFF]))/is.test(around);

/** Quotes and line ends in the name of a part, as browsers write them. */
const unquoted = (name: string): string => name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
