import type { CapturedField } from '../model/case';
import type { PageSite, SitePage } from '../model/site';
import { readLabelled } from './labelled';
import { readFirst } from './read';
import { oneLine } from './visible';
import { withoutParts } from './without';

/** A field as it was read, and the element that shows it, where one does. */
export type Found = CapturedField & { element?: Element };

/** The site's own fields that a page of it shows. */
export function wantedOn(site: PageSite, page: SitePage): PageSite['fields'] {
  return site.fields.filter(({ field }) => !page.shows || page.shows.includes(field));
}

/** The visible fields of a case below `scope`: those that the site names, then those that name themselves. */
export function readFields(site: PageSite, page: SitePage, scope: ParentNode): Found[] {
  const named = wantedOn(site, page).flatMap(({ field, tries, certainty }): Found[] => {
    const read = readFirst(scope, tries, withoutParts);
    return read
      ? [{ field, value: read.text, certainty, where: nameOf(read.element, field), element: read.element }]
      : [];
  });
  const names = site.fields.map(({ field }) => field);
  return withMore(named, readLabelled(scope, site.labelled ?? [], names));
}

/** The fields of both lists; of those in both the first. */
export function withMore(fields: readonly Found[], more: readonly Found[]): Found[] {
  return [...fields, ...more.filter(({ field }) => !fields.some((one) => one.field === field))];
}

/** What the page itself calls the place: the label beside the value, else the field's own name. */
function nameOf(element: Element, field: string): string {
  const row = element.closest('.form-row, .attribute, dl > div, tr, label, fieldset');
  const label = row?.querySelector('.label, dt, th, legend');
  const text = label && label !== element ? oneLine((label as HTMLElement).innerText ?? label.textContent ?? '') : '';
  return (text.replace(/:$/, '') || field).slice(0, 200);
}
