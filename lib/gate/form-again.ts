import { elementsOf } from './form';

/** Buttons are sent by being pressed, and what a page keeps out of sight is another each time it is drawn. */
const NOT_FILLED = /^(hidden|submit|image|button|reset)$/;
/** What tells one form from another. */
const ABOUT = ['id', 'name', 'method', 'action', 'class'];

/** The form that was drawn in the place of one that is gone, where it is the only one and holds all that the person filled in. */
export function formInItsPlace(gone: HTMLFormElement): HTMLFormElement | null {
  const was = filledIn(gone);
  const [only, second] = [...gone.ownerDocument.forms].filter(
    (other) => ABOUT.every((name) => other.getAttribute(name) === gone.getAttribute(name)) && filledIn(other) === was,
  );
  return only && !second ? only : null;
}

function filledIn(form: HTMLFormElement): string {
  const all = [...(elementsOf.call(form) as Iterable<Element> as Iterable<HTMLInputElement>)];
  return JSON.stringify(
    all.flatMap(({ type, checked, value, name }) =>
      name && !NOT_FILLED.test(type) ? [[name, /^(checkbox|radio)$/.test(type) ? checked : value]] : [],
    ),
  );
}
