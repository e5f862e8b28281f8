import { manyLines } from '../visible';
import { type Look, MOST, shownIn } from './look';
import { labelText, type Pair } from './pairs';

/** What is typed into is a control's, and what is named as a part of the page is no value. */
const NO_VALUE =
  'input, textarea, select, [contenteditable], [role=textbox], main, form, nav, [role=main], [role=dialog]';

/** Elements that aria gives a label that Baton knows: by another element's words, or by an attribute ("Status: Open" among them). */
export function* ariaPairs({ all, sees, labels }: Look): Generator<Pair> {
  for (const element of all('[aria-labelledby], [aria-label]', MOST * 2)) {
    if (element.matches(NO_VALUE)) continue;
    const named = nameOf(element);
    const [before, ...rest] = named.split(/[:：]\s/);
    const label = labelText(before);
    if (!labels.isKnownLabel(label) || !sees(element)) continue;
    const shown = manyLines(shownIn(element));
    const after = rest.join(': ').trim();
    // What the name says behind its colon must be what is seen.
    if (after !== '' ? shown.includes(after) : shown !== '' && labelText(shown) !== label)
      yield { label, value: after || without(shown, label), element };
  }
}

function nameOf(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/).slice(0, 3) ?? [];
  const words = ids.filter((id) => id !== element.id).map((id) => element.ownerDocument.getElementById(id));
  const text = words.map((one) => one?.textContent?.slice(0, 100) ?? '').join(' ');
  return text.trim() || (element.getAttribute('aria-label') ?? '');
}

/** A group that holds its own label: the rest is the value. */
function without(shown: string, label: string): string {
  return shown.startsWith(label) ? shown.slice(label.length).replace(/^\s*[:：]?\s*/u, '') : shown;
}
