import type { PageSite } from '../model/site';
import { readForm } from './form-door';

/** Where a person writes a text. */
const WRITTEN = 'textarea, [contenteditable]';

/**
 * Whether what a person touches may hand over next: a control that is held, a row of a list, a form that writes. Not a link in a row:
 * it leads away. Nor a text in a form: a field chosen before it, or the button after it, says more, and while the panel's frame stands in the page,
 * out of sight even, each key takes a twentieth longer to be drawn (`npm run bench`).
 */
export function mayHandOver(touched: Element, site: PageSite): boolean {
  const within = ({ css }: { css: string }) => around(touched, css);
  const form = around<HTMLFormElement>(touched, 'form');
  return (
    site.holdAt?.some(within) ||
    (!around(touched, 'a') && site.rows.some(within)) ||
    (form !== null && !around(touched, WRITTEN) && readForm(form, null, site) !== null)
  );
}

/** What an element stands in, out of shadow roots too. */
function around<T extends Element>(from: Element, css: string): T | null {
  const found = from.closest<T>(css);
  const root = found ? null : from.getRootNode();
  return root instanceof ShadowRoot ? around(root.host, css) : found;
}
