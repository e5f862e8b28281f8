import { due, findIn, type Work } from './pace';
import { Pieces } from './pieces';
import { inside, type Want } from './wanted';

/** What is read whole, in characters: as long a text as may be parsed at once. */
const WHOLE = 256_000;
/** What remains of a part that is needed whole, once its long texts are cut, may be this long. */
const CUT_WHOLE = 1_000_000;
/** A longer text inside of what is read whole is cut. No field that decides anything is as long. */
const LONG = 64_000;
const CUT = '"…"';
/** A longer name is nobody's. */
const LONG_NAME = 1_000;

/** Not JSON. */
export class Broken extends Error {}
/** Thrown where the part of a JSON text that is needed is longer than what may be parsed at once. */
export class TooLarge extends Error {}

/**
 * Reads of a JSON text what is wanted, and goes past the rest: what is read is as `JSON.parse` would have it, but for texts that are
 * longer than any field, which are cut. What is gone past is not looked at closely. Throws `Broken` and `TooLarge`, and nothing else.
 */
export function readJson(text: Pieces, wants: readonly Want[]): Work<unknown> {
  return new Reader(text).document(wants);
}

/** So many steps past what is not wanted take some microseconds. */
const STEPS = 50;
const STRUCTURE = /["{}[\]]/g;
const END_OF_VALUE = /[\s,\]}]/g;

class Reader {
  readonly #text: Pieces;
  #at = 0;

  constructor(text: Pieces) {
    this.#text = text;
  }

  *document(wants: readonly Want[]): Work<unknown> {
    const value = yield* this.#value(wants);
    this.#space();
    if (this.#at < this.#text.length) throw new Broken();
    return value;
  }

  *#value(wants: readonly Want[]): Work<unknown> {
    this.#space();
    const first = this.#text.at(this.#at);
    const texts = wants.flatMap(({ text }) => text ?? []);
    if (texts.length > 0 && first === '"') return yield* this.#jsonInText(texts);
    if (wants.some(({ all }) => all)) return yield* this.#whole();
    if (wants.length > 0 && first === '{') return yield* this.#object(wants);
    if (wants.length > 0 && first === '[') return yield* this.#list(wants);
    yield* this.#skip();
    return undefined;
  }

  *#object(wants: readonly Want[]): Work<unknown> {
    // A name may be any, `__proto__` too.
    const found: Record<string, unknown> = Object.create(null);
    this.#at += 1;
    this.#space();
    if (this.#takes('}')) return found;
    do {
      this.#space();
      const from = this.#at;
      yield* this.#string();
      const name = this.#at - from > LONG_NAME ? undefined : parsed(this.#text.slice(from, this.#at));
      this.#space();
      if (!this.#takes(':')) throw new Broken();
      const wanted = name === undefined ? [] : inside(wants, name as string);
      const value = yield* this.#value(wanted);
      // Of a name that stands twice, the last counts.
      if (wanted.length > 0) found[name as string] = value;
      this.#space();
      if (due()) yield;
    } while (this.#takes(','));
    if (!this.#takes('}')) throw new Broken();
    return found;
  }

  *#list(wants: readonly Want[]): Work<unknown[]> {
    const found: unknown[] = [];
    this.#at += 1;
    this.#space();
    if (this.#takes(']')) return found;
    do {
      const wanted = inside(wants, String(found.length));
      const value = yield* this.#value(wanted);
      // Each keeps its place; what is not wanted holds nothing.
      found.push(wanted.length > 0 ? value : {});
      this.#space();
      if (due()) yield;
    } while (this.#takes(','));
    if (!this.#takes(']')) throw new Broken();
    return found;
  }

  /** A value that is needed as it is. */
  *#whole(): Work<unknown> {
    const from = this.#at;
    yield* this.#skip();
    if (this.#at - from <= WHOLE) return parsed(this.#text.slice(from, this.#at));
    const cut = yield* this.#cut(from, this.#at);
    if (cut.length > CUT_WHOLE) throw new TooLarge();
    return parsed(cut);
  }

  /** The text between two places, with its long texts cut. */
  *#cut(from: number, to: number): Work<string> {
    const kept: string[] = [];
    let copied = from;
    for (this.#at = from; ; ) {
      const quote = yield* findIn(this.#text, '"', this.#at);
      if (quote < 0 || quote >= to) break;
      this.#at = quote;
      yield* this.#string();
      if (this.#at - quote <= LONG) continue;
      kept.push(this.#text.slice(copied, quote), CUT);
      copied = this.#at;
    }
    this.#at = to;
    kept.push(this.#text.slice(copied, to));
    return kept.join('');
  }

  /** A text that is JSON itself: a text of JSON again, with what is wanted of it. */
  *#jsonInText(wants: readonly Want[]): Work<string> {
    const from = this.#at + 1;
    yield* this.#string();
    const to = this.#at - 1;
    const parts: string[] = [];
    for (let at = from; at < to; ) {
      const end = this.#whereToCut(at, to);
      parts.push(parsed(`"${this.#text.slice(at, end)}"`) as string);
      at = end;
      if (due()) yield;
    }
    return yield* textOf(new Pieces(parts), wants);
  }

  /** Where a text can be cut without cutting an escape: `\n`, `\u00e9`. */
  #whereToCut(from: number, to: number): number {
    let end = from + LONG;
    while (end < to && [1, 2, 3, 4, 5].some((back) => this.#isEscape(end - back, back))) end += 1;
    return Math.min(end, to);
  }

  /** Whether an escape begins at a place and is longer than this. */
  #isEscape(place: number, than: number): boolean {
    if (this.#text.at(place) !== '\\' || (than > 1 && this.#text.at(place + 1) !== 'u')) return false;
    let before = 0;
    while (this.#text.at(place - before - 1) === '\\') before += 1;
    return before % 2 === 0;
  }

  /** Goes past a value. */
  *#skip(): Work<void> {
    let depth = 0;
    let steps = 0;
    do {
      steps += 1;
      const one = this.#text.at(this.#at);
      if (one === '"') {
        if (!this.#shortString()) yield* this.#string();
      } else if (one === '{' || one === '[') {
        depth += 1;
        this.#at += 1;
      } else if (one === '}' || one === ']') {
        depth -= 1;
        this.#at += 1;
      } else if (depth === 0) {
        const from = this.#at;
        const end = yield* findIn(this.#text, END_OF_VALUE, from);
        this.#at = end < 0 ? this.#text.length : end;
        if (this.#at === from) throw new Broken();
      }
      if (depth <= 0) break;
      const next = this.#text.find(STRUCTURE, this.#at);
      this.#at = next >= 0 ? next : yield* findIn(this.#text, STRUCTURE, this.#at);
      if (this.#at < 0) throw new Broken();
      // To ask the clock takes as long as a small step.
      if (steps % STEPS === 0 && due()) yield;
    } while (depth > 0);
    if (depth < 0) throw new Broken();
  }

  /**
   * Goes past a text that ends in this piece and holds no escapes; false where it is another. Nearly all are such, and a generator for each of
   * a million small ones costs more than reading them.
   */
  #shortString(): boolean {
    const quote = this.#text.find('"', this.#at + 1);
    if (quote < 0 || this.#text.at(quote - 1) === '\\') return false;
    this.#at = quote + 1;
    return true;
  }

  /** Goes past a text, from one quote to the other. */
  *#string(): Work<void> {
    if (!this.#takes('"')) throw new Broken();
    for (;;) {
      const quote = yield* findIn(this.#text, '"', this.#at);
      if (quote < 0) throw new Broken();
      let escapes = 0;
      while (quote - escapes > this.#at && this.#text.at(quote - escapes - 1) === '\\') escapes += 1;
      this.#at = quote + 1;
      if (escapes % 2 === 0) return;
      if (due()) yield;
    }
  }

  #takes(one: string): boolean {
    if (this.#text.at(this.#at) !== one) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    for (;;) {
      const one = this.#text.at(this.#at);
      if (one !== ' ' && one !== '\n' && one !== '\r' && one !== '\t') return;
      this.#at += 1;
    }
  }
}

/** A text that is JSON itself, shortened to what is wanted of it; as it is where it is short, and '' where it is not JSON. */
export function* textOf(text: Pieces, wants: readonly Want[]): Work<string> {
  if (text.length <= WHOLE) return text.slice(0);
  try {
    return JSON.stringify(yield* readJson(text, wants)) ?? '';
  } catch (error) {
    if (error instanceof Broken) return '';
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken();
  }
}
