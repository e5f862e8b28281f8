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

/**
 * The page took a control away and drew another one for the same purpose. Finds that one: among the controls that would do the same
 * (`same`), the one that looks the same, or the only one.
 */
export function inItsPlace(gone: Element, css: string, same: (other: Element) => boolean): Element | null {
  const others = [...gone.ownerDocument.querySelectorAll(css)].filter(
    (other) => other.checkVisibility?.() !== false && same(other),
  );
  const alike = others.filter(
    (other) =>
      other.localName === gone.localName &&
      LOOKS.every((name) => other.getAttribute(name) === gone.getAttribute(name)) &&
      other.textContent === gone.textContent,
  );
  const [only, second] = alike.length > 0 ? alike : others;
  return only && !second ? only : null;
}

/** What tells one control from another that does the same. */
const LOOKS = ['id', 'name', 'value', 'data-testid', 'aria-label'];

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
