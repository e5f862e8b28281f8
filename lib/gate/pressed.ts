/** How long a stand-in stays: a desk's own handler may read the form a moment after it heard of the submit. In milliseconds. */
const STAYS = 1_000;

/**
 * The button that a form was sent by, so that its name and value are sent once more: itself where it still can, else the one that was drawn
 * in its place, else a hidden stand-in. A desk that fears a second press disables its button, or draws it again, as soon as it was pressed.
 */
export function pressedAgain(form: HTMLFormElement, pressed: HTMLElement | null): HTMLElement | null {
  if (!pressed || can(pressed, form)) return pressed;
  const { localName: tag } = pressed;
  const inItsPlace = [...form.ownerDocument.querySelectorAll<HTMLElement>(tag)].find(
    (other) => can(other, form) && ABOUT.every((name) => other.getAttribute(name) === pressed.getAttribute(name)),
  );
  return inItsPlace ?? standIn(form, pressed);
}

/** What a button sends, and where to. */
const ABOUT = ['type', 'name', 'value', 'formaction', 'formmethod', 'formtarget', 'formenctype', 'formnovalidate'];

function can(button: HTMLElement, form: HTMLFormElement): boolean {
  return button.isConnected && (button as HTMLButtonElement).form === form && !button.matches(':disabled');
}

function standIn(form: HTMLFormElement, pressed: HTMLElement): HTMLElement {
  const button = pressed.cloneNode(false) as HTMLElement;
  // Where the button stood outside its form, `form` named that.
  for (const name of ['id', 'form', 'disabled']) button.removeAttribute(name);
  button.hidden = true;
  form.append(button);
  setTimeout(() => button.remove(), STAYS);
  return button;
}
