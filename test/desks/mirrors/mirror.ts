// What a mirror is: one desk that we cannot run, as data. The facts behind it are public ones; nothing here was taken from the desk itself.
import type { Html } from '../practice/pages/html.ts';

/** One entry of a conversation, as a person sees it. */
export interface MirrorEntry {
  readonly author: string;
  readonly at: string;
  readonly kind: 'customer' | 'public' | 'internal' | 'event';
  readonly text: string;
}

/** A case by Baton's names of its fields. What the desk keeps as an id stands here as that id. */
export interface MirrorRecord {
  readonly id: string;
  readonly kind: string;
  fields: Record<string, string>;
  entries: MirrorEntry[];
}

export interface Change {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A request as the desk reads it: the parts of its path, its query, and its body as JSON or form. */
export interface Sent {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly text: string;
}

export interface MirrorWrite {
  readonly method: string;
  readonly path: RegExp;
  /** What the request changes; nothing for one that only looks like a write. */
  changes(sent: Sent): readonly Change[];
  /** It makes a case that was not there: counted as a write, and kept nowhere. */
  readonly creates?: true;
  /** What the desk answers; an empty object where none is named. */
  answer?(sent: Sent): unknown;
}

/** What a page is drawn from. */
export interface Asked {
  readonly mirror: Mirror;
  readonly params: readonly string[];
  record(id: string | undefined): MirrorRecord;
  all(kind?: string): MirrorRecord[];
}

export interface Mirror {
  /** The desk's name among Baton's sites, and in its address: `hubspot.localhost`. */
  readonly id: string;
  readonly seed: readonly MirrorRecord[];
  /** Who is signed in. */
  readonly me: string;
  /** The desk's words for its ids, by field; a field without any is kept as it is shown. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly pages: readonly { readonly path: RegExp; page(asked: Asked): Html }[];
  readonly writes: readonly MirrorWrite[];
  /** What the desk answers to a write that it does not take. */
  readonly refusal: { readonly status: number; readonly body: unknown };
  /** More that the scripts of its pages need. */
  readonly data?: unknown;
}

/** The word on screen for what a case holds. */
export function shown({ words }: Mirror, { fields }: MirrorRecord, field: string): string {
  const value = fields[field] ?? '';
  return words[field]?.[value] ?? value;
}

/** Everything that a person sees of a case, by Baton's names. Empty values are not seen. */
export function seenOf(mirror: Mirror, record: MirrorRecord): Record<string, string> {
  const all = Object.keys(record.fields).map((field) => [field, shown(mirror, record, field)] as const);
  return Object.fromEntries(all.filter(([field, word]) => word !== '' && record.fields[field] !== ''));
}
