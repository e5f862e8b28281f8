import { oneLine } from '../capture/visible';
import type { Attempt, ShownValue } from '../model/attempt';
import { fieldsBody } from './body';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement;

// A control named "elements", "action" or "id" hides the form's own property (Request Tracker's forms hold `name=id`):
// the list comes from the prototype, the rest from attributes.
export const elementsOf = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements')?.get as (
  this: HTMLFormElement,
) => HTMLFormControlsCollection;

/** The browser's own, taken before any page script runs: it sends a form without an event. */
export const submitNative = HTMLFormElement.prototype.submit;

/** Whether the answer to a form that a script sends goes to another frame or tab than the form's own. */
export function leadsElsewhere(form: HTMLFormElement): boolean {
  const base = form.ownerDocument.querySelector('base[target]');
  const target = form.getAttribute('target') ?? base?.getAttribute('target') ?? '';
  const own = ['', '_self', ...(window === window.parent ? ['_parent', '_top'] : [])];
  return target !== window.name && !own.includes(target.toLowerCase());
}

/** True where navigations of this document are told of: not in a frame that was never loaded (`about:blank`), nor in one without an origin. */
export function navigationsTold(): boolean {
  return globalThis.navigation?.currentEntry != null;
}

/** Where a form goes if this button sends it: absolute address and method. */
export function targetOf(form: HTMLFormElement, submitter: Element | null): { url: string; method: string } {
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const method = (submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get').toUpperCase();
  let url: string;
  try {
    // An empty action is the document's own address, not its base.
    url = action.trim() === '' ? form.ownerDocument.URL : new URL(action, form.ownerDocument.baseURI).href;
  } catch {
    url = form.ownerDocument.URL;
  }
  return { url, method };
}

/**
 * What a form would send, as far as `names` ask for it: only those controls are read, and `new FormData` is never made,
 * for it would run the page's own handlers. `others` are forms whose fields the desk adds to this one.
 */
export function formAttempt(
  form: HTMLFormElement,
  submitter: Element | null,
  names: ReadonlySet<string>,
  others: readonly HTMLFormElement[] = [],
): Attempt {
  const pairs: [string, string][] = [];
  const labels: NonNullable<Attempt['labels']> = Object.create(null);
  const taken = new Set<string>();
  const { url, method } = targetOf(form, submitter);
  for (const one of [form, ...others]) {
    const own = new Set<string>();
    for (const control of elementsOf.call(one) as Iterable<Element> as Iterable<Control>) {
      const name = control.getAttribute('name');
      if (!name || !names.has(name) || taken.has(name) || control.matches(':disabled')) continue;
      for (const value of sentBy(control, submitter)) {
        pairs.push([name, value]);
        own.add(name);
      }
      const shown = shownBy(control);
      if (shown) labels[name] = [...(labels[name] ?? []), shown];
    }
    // The desk adds a field of another form only where this one has none of that name.
    for (const name of own) taken.add(name);
  }
  const pressed = submitter?.getAttribute('name');
  return { door: 'form', method, url, body: fieldsBody(pairs), labels, ...(pressed ? { submitter: pressed } : {}) };
}

function sentBy(control: Control, submitter: Element | null): string[] {
  if (control instanceof HTMLSelectElement)
    return [...control.selectedOptions].filter((option) => !option.matches(':disabled')).map((option) => option.value);
  const { type, checked, value } = control as HTMLInputElement;
  if (/^(file|password)$/.test(type)) return [];
  if (/^(checkbox|radio)$/.test(type)) return checked ? [value] : [];
  // A button's value is sent by the one that was pressed alone.
  if (/^(submit|image|button|reset)$/.test(type)) return control === submitter ? [value] : [];
  return 'value' in control ? [control.value] : [];
}

/** The words that a select shows for its value now, and for the one that it came with. */
function shownBy(control: Control): ShownValue | null {
  if (!(control instanceof HTMLSelectElement)) return null;
  const options = [...control.options];
  // Of several options of one value the last: "<< me >>" stands before the person's own name.
  const now = options.filter(({ value }) => value === control.value).pop();
  if (!now) return null;
  const came = options.find((option) => option.defaultSelected);
  return {
    value: now.value,
    now: wordsOf(now),
    ...(came ? { before: { label: wordsOf(came), id: came.value } } : {}),
  };
}

/** Trees of projects are drawn with a mark before each branch. */
function wordsOf(option: HTMLOptionElement): string {
  return oneLine(option.textContent ?? '').replace(/^» /, '');
}
