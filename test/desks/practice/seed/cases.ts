import type { Case } from '../records.ts';
import { awkwardCases } from './awkward-cases.ts';
import { ordinaryCases } from './ordinary-cases.ts';
import { conversation, lastChange } from './shape.ts';

/** The desk's cases as they are before anybody has changed anything. */
export function seedCases(now: Date): Case[] {
  return [...ordinaryCases, ...awkwardCases].map(({ entries, ...rest }) => ({
    attachments: [],
    ...rest,
    revision: 0,
    updated: lastChange(now, entries),
    messages: conversation(now, entries),
  }));
}
