import type { CapturedField } from '../model/case';
import type { PageSite } from '../model/site';

/**
 * A value that changes while its page stays may be shown before it is saved: desks that collect changes send them seconds later. It counts
 * as what the case holds once it has stood this long, in milliseconds.
 */
export const SETTLES = 10_000;

/** Tells values that the desk holds from those that its screen shows already. */
export function settling() {
  const since = new Map<string, { value: string; at: number }>();
  let trusted = false;
  return {
    /** The fields of the site's writes and held controls that show something else than before, and have not for long enough. `at`: now, in milliseconds. */
    moving(
      { writes, staged, holdAt = [] }: PageSite,
      before: readonly CapturedField[],
      shown: readonly CapturedField[],
      at: number,
    ): string[] {
      const all = [...writes, ...holdAt].flatMap(({ changes = [] }) => changes.map(({ field }) => field));
      const written = new Set([...all, ...holdAt.flatMap(({ differs = [] }) => differs)]);
      const moving = shown.filter(({ field, value }) => {
        const was = before.find((one) => one.field === field);
        if (trusted || !was || was.value === value || !written.has(field)) return since.delete(field) && false;
        const known = since.get(field);
        if (known?.value !== value) since.set(field, { value, at });
        return known?.value !== value || at - known.at < SETTLES || staged?.includes(field);
      });
      trusted = false;
      return moving.map(({ field }) => field);
    },
    /** What is shown at the next reading counts at once. */
    now(): void {
      trusted = true;
    },
  };
}
