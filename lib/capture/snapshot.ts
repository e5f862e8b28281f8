import type { CapturedField, CaseRef, CaseSnapshot } from '../model/case';
import type { PageSite, SitePage } from '../model/site';
import { readEntries } from './conversation';
import { checkHealth } from './health';
import { readLabelled } from './labelled';
import { fieldOf, isKnownLabel } from './labels';
import { queryAll } from './query';
import { readFirst } from './read';
import { oneLine, visible } from './visible';
import { withoutParts } from './without';

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
  const scope = scopeOf(page, ref, root);
  const wanted = site.fields.filter(({ field }) => !page.shows || page.shows.includes(field));
  const named = wanted.flatMap(({ field, tries, certainty }): CapturedField[] => {
    const read = readFirst(scope, tries, withoutParts);
    return read ? [{ field, value: read.text, certainty, where: nameOf(read.element, field) }] : [];
  });
  const told = site.reads?.page(scope, root.title, ref.id, { fieldOf, isKnownLabel });
  const names = site.fields.map(({ field }) => field);
  const sources = [named, readLabelled(scope, site.labelled ?? [], names), told?.fields ?? []];
  const fields = sources.flatMap((list, n) =>
    list.filter(({ field }) => !sources.slice(0, n).some((before) => before.some((one) => one.field === field))),
  );
  return {
    ref,
    site: site.id,
    url: url.slice(0, 2000),
    fields,
    entries: site.conversation ? readEntries(scope, site.conversation) : (told?.entries ?? []),
    ...(site.attachments && page.full ? { showsFiles: true } : {}),
    attachments: site.attachments ? readAttachments(scope, site.attachments.css) : (told?.attachments ?? []),
    health: checkHealth({ site, page, ref, root, scope, wanted, found: fields }),
    seenAt: now,
  };
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

/** What the page itself calls the place: the label beside the value, else the field's own name. */
function nameOf(element: Element, field: string): string {
  const row = element.closest('.form-row, .attribute, dl > div, tr, label, fieldset');
  const label = row?.querySelector('.label, dt, th, legend');
  const text = label && label !== element ? oneLine((label as HTMLElement).innerText ?? label.textContent ?? '') : '';
  return (text.replace(/:$/, '') || field).slice(0, 200);
}
