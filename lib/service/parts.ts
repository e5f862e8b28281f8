import type { Entry } from '../model/case';

/** Of so many tabs parts are kept at most: one that was closed on the way never names its own. */
const TABS = 20;

/** The entries that a tab told ahead, by tab; gone with the worker, and then told anew. */
const parts = new Map<number, { of: string; entries: Entry[] }>();

/** Keeps entries until the reading comes that they belong to. Of one tab only the newest reading's are kept. */
export function keepPart(tab: number, of: string, entries: readonly Entry[]): void {
  const before = parts.get(tab);
  parts.delete(tab);
  parts.set(tab, { of, entries: [...(before?.of === of ? before.entries : []), ...entries] });
  const [oldest] = parts.keys();
  if (parts.size > TABS && oldest !== undefined) parts.delete(oldest);
}

/** The entries that a tab told ahead under this name, taken away. Throws where they are not so many: the worker ended on the way. */
export function takeParts(tab: number, { of, count }: { of: string; count: number }): Entry[] {
  const kept = parts.get(tab);
  if (kept?.of === of) parts.delete(tab);
  if (kept?.of !== of || kept.entries.length !== count) throw new Error('parts of this reading are missing');
  return kept.entries;
}
