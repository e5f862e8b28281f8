import { caseAround, rowValue } from '../capture/rows';
import type { CaseRef } from '../model/case';
import { caseKey } from '../model/case-key';
import type { PageSite } from '../model/site';

/** What rows of a list showed as somebody first touched them. Nothing watches a list, so this is all that is known of them. */
export class TouchedRows {
  readonly #first = new Map<string, string | undefined>();
  readonly #page: Document;

  constructor(page: Document) {
    this.#page = page;
  }

  note(
    touched: Element | undefined,
    sites: readonly PageSite[],
    fieldsOf: (site: PageSite) => ReadonlySet<string>,
  ): void {
    for (const site of touched ? sites : []) {
      const ref = site.rows.length > 0 && caseAround(touched as Element, site, new URL(this.#page.URL).origin);
      if (!ref || this.#first.has(caseKey(ref))) continue;
      this.#first.set(caseKey(ref), undefined);
      for (const field of fieldsOf(site))
        this.#first.set(`${caseKey(ref)} ${field}`, rowValue(site, this.#page, ref, field));
    }
  }

  /** What a case's row showed and shows. What it did not always show may be a choice, or what others did: nobody can tell. */
  steady(ref: CaseRef, field: string, now: string | undefined): string | undefined {
    const place = `${caseKey(ref)} ${field}`;
    return this.#first.has(place) && this.#first.get(place) !== now ? undefined : now;
  }

  /** The page is another one now. */
  clear(): void {
    this.#first.clear();
  }
}
