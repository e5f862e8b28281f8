import type { CaseSnapshot } from '../model/case';
import type { PageSite } from '../model/site';

/** A page may draw a value after the rest of it: what stood empty this long was empty, in milliseconds. So was what the person touched. */
const DRAWN = 3_000;

/**
 * Tells fields that were empty from those that nobody has seen, where people choose first and send later: what they show then was chosen.
 * Times in milliseconds.
 */
export function empties() {
  const since = new Map<string, number>();
  const was = (field: string, at: number) => at - (since.get(field) ?? at) >= DRAWN;
  return {
    /** Whether a case's field was empty when it was read, as far as the desk confirmed. */
    was,
    /** Notes what a reading shows, after the case's reading before; gives the fields in which something was chosen since they were empty. */
    chosen({ fields, staged }: PageSite, before: CaseSnapshot | null, shown: CaseSnapshot, at: number): string[] {
      if (!before) since.clear();
      const shows = (read: CaseSnapshot | null, field: string) => read?.fields.some((one) => one.field === field);
      for (const { field, anchor } of fields) {
        if (!anchor || !staged?.includes(field)) continue;
        if (shows(before, field) || (shows(shown, field) && !was(field, at))) since.delete(field);
        else if (!shows(shown, field) && !shown.health.missing.includes(field))
          since.set(field, since.get(field) ?? at);
      }
      return [...since.keys()].filter((field) => shows(shown, field));
    },
    /** Whether any field stands empty: where none does, a key costs no look at what it was pressed in. */
    any: () => since.size > 0,
    /** The person touched what a field stands in, for which there is no value yet. */
    touched({ fields }: PageSite, path: readonly EventTarget[]): void {
      const touches = (anchor: string) => path.some((one) => one instanceof Element && one.matches(anchor));
      for (const { field, anchor } of fields)
        if (since.has(field) && anchor && !anchor.includes('>>>') && touches(anchor))
          since.set(field, Number.NEGATIVE_INFINITY);
    },
    /** The desk confirmed what was sent: what is shown now is what it holds. */
    settle: () => since.clear(),
  };
}
