import type { Case, Deal, Message } from '../records.ts';

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** A message of the seed: kind, author, minutes before the start, text. Oldest first. */
type SeedMessage = readonly [kind: Message['kind'], author: string, minutesAgo: number, text: string];

export type SeedCase = Omit<Case, 'revision' | 'updated' | 'messages' | 'attachments'> & {
  readonly attachments?: Case['attachments'];
  readonly entries: readonly SeedMessage[];
};

export type SeedDeal = Omit<Deal, 'revision' | 'updated' | 'messages' | 'closeDate'> & {
  /** Days from the start until the deal should close. */
  readonly closesIn: number | undefined;
  readonly entries: readonly SeedMessage[];
};

/** The messages of one record, numbered from 1. */
export function conversation(now: Date, entries: readonly SeedMessage[]): Message[] {
  return entries.map(([kind, author, minutes, text], index) => ({
    id: index + 1,
    kind,
    author,
    at: before(now, minutes),
    text,
  }));
}

/** When the record was last changed: with its last message, or a week ago when there is none. */
export function lastChange(now: Date, entries: readonly SeedMessage[]): string {
  return before(now, entries.at(-1)?.[2] ?? 7 * DAY);
}

/** The moment this many minutes before `now`, so that a freshly started desk never looks abandoned. */
export function before(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}
