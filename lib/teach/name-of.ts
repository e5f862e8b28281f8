import { labelText } from '../capture/generic/pairs';
import { oneLine } from '../capture/visible';

/** What is typed into or chosen from. */
export const CONTROL = 'input, select, textarea';
/** What is pressed. */
export const PRESSED = 'button, a, summary, [role=button], [role=menuitem], [type=submit], [type=button], [type=image]';
/** From the value up to what holds it and its label. */
const CLIMB = 3;

/** The page's own name for an element: its label, what aria calls it, or the words beside it; of a control that is pressed its own words. */
export function labelOf(element: Element): string | undefined {
  const names = element.matches(PRESSED)
    ? [
        element.getAttribute('aria-label'),
        textOf(element),
        element.getAttribute('value'),
        element.getAttribute('title'),
      ]
    : [byLabel(element), byAria(element), besides(element)?.text, element.getAttribute('placeholder')];
  for (const name of names) {
    const label = labelText(name);
    if (label !== '') return label;
  }
  return undefined;
}

/** What an element shows, on one line. */
export function textOf(element: Element): string {
  return oneLine((element as HTMLElement).innerText ?? element.textContent ?? '');
}

function byLabel(element: Element): string | undefined {
  const [label] = (element as HTMLInputElement).labels ?? [];
  return (
    label &&
    [...label.childNodes]
      .map((node) => (node.contains(element) || (node as Element).matches?.(CONTROL) ? '' : node.textContent))
      .join(' ')
  );
}

/** "Assignee: Amara Okafor" names the place and says its value. */
function byAria(element: Element): string | undefined {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const words = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  return (words.trim() || element.getAttribute('aria-label'))?.split(/[:：]\s/)[0];
}

/** The words before an element that name it, and what holds both: a term before its definition, a cell before a cell, the first words of a row. */
export function besides(element: Element): { text: string; holder: Element | null } | null {
  let from = element;
  for (let up = 0; up < CLIMB; up += 1) {
    const before = from.previousElementSibling;
    const term = from.matches('dd') ? termOf(from) : before;
    const text = term && !term.matches('dd') && !term.querySelector(CONTROL) ? textOf(term) : '';
    const holder = from.parentElement;
    if (labelText(text) !== '') return { text, holder };
    if (before || !holder) return null;
    // "Severity: <b>S1</b>": the words are no element of their own.
    const [first] = holder.childNodes;
    const own = first instanceof Text ? oneLine(first.data) : '';
    if (own !== '') return labelText(own) !== '' ? { text: own, holder } : null;
    from = holder;
  }
  return null;
}

function termOf(definition: Element): Element | null {
  let before = definition.previousElementSibling;
  while (before?.matches('dd')) before = before.previousElementSibling;
  return before;
}
