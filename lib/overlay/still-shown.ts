import { pageOf } from '../capture/page';
import { readFirst } from '../capture/read';
import { rowValue } from '../capture/rows';
import { scopeOf } from '../capture/snapshot';
import { withoutParts } from '../capture/without';
import type { CaseRef } from '../model/case';
import { caseKey } from '../model/case-key';
import type { PageSite } from '../model/site';

/** A place of the page that shows a field of a case. */
export type Place = { ref: CaseRef; field: string };

/** How often it is looked whether the page still shows it, in milliseconds. */
const LOOKS = 1_500;

/** What the page shows of a case's field this moment, in the case itself or in its row; null where it shows nothing of it. */
export function shownAt(site: PageSite | null, page: Document, { ref, field }: Place): string | null {
  if (!site) return null;
  const hit = pageOf(site, page.URL, page);
  if (!hit?.ref || caseKey(hit.ref) !== caseKey(ref)) return rowValue(site, page, ref, field) ?? null;
  const scope = scopeOf(hit.page, ref, page);
  const tries = site.fields.flatMap((one) => (one.field === field ? one.tries : []));
  return readFirst(scope, tries, withoutParts)?.text ?? null;
}

/** Calls `over` once a place shows something else than this. Out: what ends the looking. */
export function whileShown(shown: () => string | null, value: string, over: () => void): () => void {
  const timer = setInterval(() => {
    if (shown() !== value) over();
  }, LOOKS);
  return () => clearInterval(timer);
}
