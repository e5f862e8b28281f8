import type { CaseRef } from '../model/case';
import type { PageSite } from '../model/site';
import { readFirst } from './read';

/** The row of a list that stands for a case, if this page shows one. */
function rowOf(
  site: PageSite,
  root: ParentNode,
  ref: CaseRef,
): { row: Element; kind: PageSite['rows'][number] } | null {
  for (const kind of site.rows) {
    if (kind.kind !== ref.kind) continue;
    const id = CSS.escape(ref.id);
    const named = kind.id ? `[${kind.id}="${kind.prefix ?? ''}${id}"]` : '';
    const row = root.querySelector(kind.css.replaceAll(':id', id) + named);
    if (row) return { row, kind };
  }
  return null;
}

/** The case of the row in which an element stands; none where a row does not say it by an attribute of its own. */
export function caseAround(element: Element, site: PageSite, origin: string): CaseRef | null {
  for (const { css, id, prefix = '', kind } of site.rows) {
    const named = id && !css.includes(':id') ? element.closest(css)?.getAttribute(id) : null;
    if (named?.startsWith(prefix) && named !== prefix) return { origin, kind, id: named.slice(prefix.length) };
  }
  return null;
}

/** What a list's row shows of a case's field. */
export function rowValue(site: PageSite, root: ParentNode, ref: CaseRef, field: string): string | undefined {
  const found = rowOf(site, root, ref);
  const of = found?.kind.fields.find((one) => one.field === field);
  return found && of ? (readFirst(found.row, of.tries) ?? readFirst(root, of.ofPage ?? []))?.text : undefined;
}

/** What a list's row calls the case. */
export function rowTitle(site: PageSite, root: ParentNode, ref: CaseRef): string | undefined {
  const found = rowOf(site, root, ref);
  return found ? readFirst(found.row, found.kind.title)?.text : undefined;
}
