import { askSubmit, nextNumber, sendForms } from './channel';
import { on, ownOf, submitNative } from './natives';

/** The form that is being let go: what reaches the browser's own function now is asked about no more. */
let going: HTMLFormElement | null = null;

/** `form.submit()` fires no submit event (Redmine's Ctrl+Enter and context menu): it asks here. */
export function askingSubmit(this: HTMLFormElement): void {
  const resume = (go: boolean) => {
    if (go) letGo(this);
  };
  const held = going !== this && askSubmit(nextNumber(), this, resume);
  if (!held) native(this);
}

function native(form: HTMLFormElement): void {
  going = null;
  on<void>(submitNative, form, []);
}

/**
 * Sends a form that was held, as it is now. An editor keeps its text to itself, and brings it into the form by a `submit` of its own on it:
 * what was edited meanwhile comes along that way. Where that does not go on to the browser's own function, the form goes anyway.
 */
function letGo(form: HTMLFormElement): void {
  going = form;
  try {
    // A control of the name `submit` stands in the same place.
    const own = ownOf(form, 'submit');
    if (typeof own === 'function') on<void>(own, form, []);
  } finally {
    if (going) native(form);
  }
}

sendForms(letGo);
