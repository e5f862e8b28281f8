import type { DebugField, DebugReport } from '../model/debug';
import type { Site, Try } from '../model/site';

/** A field whose first places are gone from the page while a later one still gives it: `at` is which of its tries that is. */
export type Healing = { field: string; at: number };

/** What could be mended in a site by how a page of it was read: nothing but the order in which places are tried. Never writes, nor controls. */
export function healingsOf(site: Site, { fields }: DebugReport): Healing[] {
  return site.fields.flatMap(({ field, tries }): Healing[] => {
    // Tries have no name but their place in the list: a report of other data, or of an older order, says nothing of this.
    const seen = fields.find((one) => one.field === field && isAbout(one.tries, tries))?.tries ?? [];
    const at = seen.findIndex(({ used }) => used);
    return at > 0 && seen.slice(0, at).every(({ found }) => found === 0) ? [{ field, at }] : [];
  });
}

/** A selector that holds a word of the page is left out of reports. */
const LEFT_OUT = '…';

function isAbout(seen: DebugField['tries'], tries: readonly Try[]): boolean {
  return seen.length === tries.length && seen.every(({ css }, n) => css === LEFT_OUT || css === tries[n]?.css);
}

/** The site with those places first. What was tried before stays behind them: a page may draw it again. */
export function healed(site: Site, healings: readonly Healing[]): Site {
  return {
    ...site,
    fields: site.fields.map((one) => {
      const at = healings.find(({ field }) => field === one.field)?.at;
      const works = at === undefined ? undefined : one.tries[at];
      if (!works) return one;
      const tries = [works, ...one.tries.filter((_, n) => n !== at)];
      return { ...one, tries, ...(one.anchor === undefined ? {} : { anchor: works.css }) };
    }),
  };
}
