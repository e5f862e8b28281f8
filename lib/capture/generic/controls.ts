import { manyLines, oneLine } from '../visible';
import { isShort, type Look, shownIn } from './look';
import { labelText, type Pair } from './pairs';

/** What is typed there is nobody's business, or no value of a case. */
const NOT = /^(password|hidden|search|file|submit|button|reset|image|checkbox|radio|range|color)$/;
const SECRET = /password|one-time-code|^cc-/;

/**
 * Controls with a label of their own, by what they came with: what the person has chosen since is not saved. One that the page
 * filters by is none of the case's.
 */
export function* controlPairs({ all, sees }: Look): Generator<Pair> {
  const filters = new Map<Element | null, boolean>();
  for (const of of all('label, fieldset > legend')) {
    const control = of instanceof HTMLLabelElement ? of.control : chosen(of);
    // A choice of a group is named by the group.
    if (!control || (of instanceof HTMLLabelElement && control.matches('[type=radio]'))) continue;
    const label = labelText(ownText(of));
    if (label === '' || !sees(of) || !sees(control)) continue;
    const form = control.closest('form');
    if (!filters.has(form)) filters.set(form, form?.method !== 'post' && !!form?.querySelector('[type=search]'));
    if (!filters.get(form)) yield { label, value: came(control), element: control, stated: true };
  }
}

/** Of a group of buttons the one that came chosen. */
function chosen(legend: Element): HTMLElement | null {
  return legend.parentElement?.querySelector<HTMLElement>('input[type=radio][checked]') ?? null;
}

function came(control: Element): string {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options].slice(0, 500);
    const one = options.find((option) => option.defaultSelected) ?? (control.multiple ? undefined : options[0]);
    // "Please choose": no value.
    return one && one.value !== '' ? oneLine(one.textContent ?? '') : '';
  }
  if (control instanceof HTMLTextAreaElement) return manyLines(control.defaultValue);
  if (control instanceof HTMLOutputElement) return oneLine(shownIn(control));
  if (!(control instanceof HTMLInputElement) || SECRET.test(control.autocomplete)) return '';
  if (control.type === 'radio') return labelText(control.closest('label')?.textContent ?? control.value);
  return NOT.test(control.type) ? '' : oneLine(control.defaultValue.slice(0, 4_000));
}

/** A label may hold its control: what that says is none of the label. Empty for one that holds half the page. */
function ownText(label: Element): string {
  const parts = [...label.childNodes].filter(
    (node) => !(node instanceof Element && node.matches('select, textarea, input, output, button')),
  );
  const long = parts.length > 8 || parts.some((node) => node instanceof Element && !isShort(node));
  return long ? '' : parts.map((node) => node.textContent?.slice(0, 200)).join(' ');
}
