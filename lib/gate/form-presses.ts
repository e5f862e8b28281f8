import type { Listens } from './kept-window';

/** What people press to send a form. */
const BUTTON = 'button, input, a, [role=button]';

/** The click that was heard last. */
let click: Event | undefined;
/** How often a form was heard to be sent, and the button in it by whose click a script did so. */
const sent = new WeakMap<HTMLFormElement, { times: number; by: HTMLElement | undefined }>();

export function watchClicks(on: Listens): void {
  on.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) click = event;
    },
    true,
  );
}

/** A form is being sent: by its event, or by a script that calls `submit`. */
export function noteSent(form: HTMLFormElement): void {
  // An event that nobody hears any more has no phase: what the browser does after a click comes then.
  const path = click && click.eventPhase !== Event.NONE ? click.composedPath() : [];
  const by = path.find((one): one is HTMLElement => one instanceof HTMLElement && one.matches(BUTTON));
  sent.set(form, { times: timesSent(form) + 1, by: by && form.contains(by) ? by : undefined });
}

export function timesSent(form: HTMLFormElement): number {
  return sent.get(form)?.times ?? 0;
}

/**
 * Presses the button once more by whose click a script sent the form: an editor that takes the press for itself copies its text into the form
 * then. True where it sent the form.
 */
export function pressedForIt(form: HTMLFormElement): boolean {
  const { by, times } = sent.get(form) ?? {};
  if (!by?.isConnected) return false;
  by.click();
  return timesSent(form) !== times;
}
