import type { CaseRef, CaseSnapshot } from '../model/case';
import type { PageSite, SitePage } from '../model/site';
import { readEntries } from './conversation';
import { type Found, readFields, wantedOn, withMore } from './fields';
import { checkHealth } from './health';
import { fieldOf, isKnownLabel } from './labels';
import { queryAll } from './query';
import { oneLine, visible } from './visible';

/**
 * Reads one case from the page, by the site's data: what is visible, each value with where it was read; of a long conversation the newest entries.
 * Never changes the document. `now` in milliseconds since 1970.
 */
export function readCase(
  site: PageSite,
  page: SitePage,
  ref: CaseRef,
  root: Document,
  url: string,
  now: number,
): CaseSnapshot {
  return readWhole(site, page, ref, root, url, now).snapshot;
}

/** The same, and the fields with the elements that show them. */
export function readWhole(
  site: PageSite,
  page: SitePage,
  ref: CaseRef,
  root: Document,
  url: string,
  now: number,
): { snapshot: CaseSnapshot; found: Found[] } {
  const scope = scopeOf(page, ref, root);
  const told = site.reads?.page(scope, root.title, ref.id, { fieldOf, isKnownLabel });
  const found = withMore(readFields(site, page, scope), told?.fields ?? []);
  const fields = found.map(({ element: _, ...field }) => field);
  const snapshot: CaseSnapshot = {
    ref,
    site: site.id,
    url: url.slice(0, 2000),
    fields,
    entries: site.conversation ? readEntries(scope, site.conversation) : (told?.entries ?? []),
    ...(site.attachments && page.full ? { showsFiles: true } : {}),
    attachments: site.attachments ? readAttachments(scope, site.attachments.css) : (told?.attachments ?? []),
    health: checkHealth({ site, page, ref, root, scope, wanted: wantedOn(site, page), found: fields }),
    seenAt: now,
  };
  return { snapshot, found };
}

/** Where the active case stands in the document: of several containers the first that can be seen. */
export function scopeOf({ container }: SitePage, { id }: CaseRef, root: Document): ParentNode {
  const of = container?.replaceAll(':id', CSS.escape(id));
  return (of && queryAll(root, of).find(visible)) || root;
}

function readAttachments(scope: ParentNode, css: string): string[] {
  const names = queryAll(scope, css)
    .filter(visible)
    .map((element) => oneLine(element.textContent ?? '').slice(0, 300));
  return [...new Set(names.filter(Boolean))].slice(0, 200);
}
