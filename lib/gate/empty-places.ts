import { wantedOn } from '../capture/fields';
import { queryAll } from '../capture/query';
import type { PageSite, SitePage } from '../model/site';

/** A page may draw a value after the rest of it: what stood empty this long was empty, in milliseconds. So was what the person touched. */
const DRAWN = 3_000;

/** Fields of one case whose place is on the page without a value: they are empty, or not drawn yet. */
export class EmptyPlaces {
  readonly #since = new Map<string, number>();

  /** Notes which of these fields have a place and no value now. `has`: a value was ever seen. */
  note(
    site: PageSite,
    page: SitePage,
    scope: ParentNode,
    fields: ReadonlySet<string>,
    has: (field: string) => boolean,
    at: number,
  ): void {
    for (const { field, anchor } of wantedOn(site, page)) {
      if (!anchor || !fields.has(field)) continue;
      if (has(field)) this.#since.delete(field);
      else if (!this.#since.has(field) && queryAll(scope, anchor).length > 0) this.#since.set(field, at);
    }
  }

  /** Fields that stood empty at a moment for so long that they are. */
  emptyAt(moment: number, fields: readonly string[] = [...this.#since.keys()]): string[] {
    return fields.filter((field) => moment - (this.#since.get(field) ?? moment) >= DRAWN);
  }

  /** The person touches something: which of these fields stand there? */
  touched({ fields }: PageSite, path: readonly Element[]): string[] {
    if (this.#since.size === 0) return [];
    return fields.flatMap(({ field, anchor }) => {
      // A path goes through shadow roots, and each part of a selector through one.
      const css = anchor?.split('>>>').at(-1);
      return css && this.#since.has(field) && path.some((one) => one.matches(css)) ? [field] : [];
    });
  }
}
