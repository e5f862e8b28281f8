import type { PageSite } from '../model/site';
import { readForm } from './form-door';

/**
 * Whether what a person touches may hand over next: a control that is held, a row of a list, a form that writes. Not a link in a row:
 * it leads away.
 */
export function mayHandOver(touched: Element, site: PageSite): boolean {
  const within = ({ css }: { css: string }) => touched.closest(css);
  const form = touched.closest('form');
  return (
    site.holdAt?.some(within) ||
    (!touched.closest('a') && site.rows.some(within)) ||
    (form !== null && readForm(form, null, site) !== null)
  );
}
