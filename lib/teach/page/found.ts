import { oneLine, visible } from '../../capture/visible';
import type { CapturedField } from '../../model/case';
import type { TaughtField } from '../../model/lesson';
import { taughtField } from './picked';

/** What is worth proposing: what a case is called, and what hands it over. */
const FIELDS = ['subject', 'team', 'owner', 'status', 'stage', 'priority'];
/** Elements that are looked at, and how far above a value its label may stand. */
const MOST = 5_000;
const FAR = 4;

/** The fields that the page names itself, each with how it is found again; those alone that read the same then. */
export function foundOn(page: Document, captured: readonly CapturedField[]): TaughtField[] {
  return captured.flatMap(({ field, value, where }) => {
    const element = FIELDS.includes(field) ? placeOf(page, oneLine(value), where) : null;
    const taught = element && taughtField(page, field, element);
    return taught && taught.read === oneLine(value) ? [taught] : [];
  });
}

/** Where a value stands: of several places the one nearest to its label. */
function placeOf(page: Document, value: string, label: string): Element | null {
  let best: { element: Element; far: number } | null = null;
  for (const element of [...page.querySelectorAll('body *')].slice(0, MOST)) {
    if (!says(element, value) || !visible(element)) continue;
    const far = distance(element, label);
    // Of two that are as near the inner one, which comes later.
    if (!best || far < best.far || (far === best.far && best.element.contains(element))) best = { element, far };
  }
  return best?.element ?? null;
}

function says(element: Element, value: string): boolean {
  if (element instanceof HTMLSelectElement)
    return [...element.options].some((one) => one.selected && oneLine(one.textContent ?? '') === value);
  if (element instanceof HTMLInputElement) return element.type !== 'password' && oneLine(element.value) === value;
  if (element.closest('select, script, style, nav')) return false;
  const text = element.textContent ?? '';
  return text.length < value.length * 3 + 200 && oneLine(text) === value;
}

/** How many steps up the label is met; a heading needs none. */
function distance(element: Element, label: string): number {
  if (/^H[12]$/.test(element.tagName)) return 0;
  let far = 1;
  for (let at = element.parentElement; at && far <= FAR; at = at.parentElement, far += 1)
    if (at.textContent?.includes(label)) return far;
  return far;
}
