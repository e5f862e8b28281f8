/** The browser says this of a key that an input method takes, in some browsers after the composition ended too. */
const TAKEN = 229;

/** Whether a key belongs to a composition (Japanese, Chinese, Korean): it writes, and does nothing else. */
export const composes = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === TAKEN;

/**
 * Whether a site names this key: `Control+Alt+o` by its letter, whatever Caps Lock says, `Control+Alt+KeyO` by its place. A key that only
 * writes is never meant: one of a composition, or one with AltGr, which Windows shows as Ctrl and Alt.
 */
export function isOneOf(keys: readonly string[], event: KeyboardEvent): boolean {
  if (composes(event) || event.getModifierState('AltGraph')) return false;
  const { code, ctrlKey, altKey, shiftKey, metaKey } = event;
  const held = [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'].filter(Boolean);
  const names = [letterOf(event), code].map((name) => [...held, name].join('+').toLowerCase());
  return keys.some((key) => names.includes(key.toLowerCase()));
}

/** What a key writes. Where that is no Latin letter desks go by the place of the key, and so does this. */
function letterOf({ key, code }: KeyboardEvent): string {
  return (key.length === 1 && key > '~' && /^Key([A-Z])$/.exec(code)?.[1]) || key;
}

/** The same key pressed once more, as the browser would: the character that it makes follows, unless the desk takes the key. */
export function pressAgain(event: KeyboardEvent, target: EventTarget): void {
  const { key, ctrlKey, altKey, metaKey, keyCode } = event;
  const makes = key === 'Enter' || (key.length === 1 && !ctrlKey && !altKey && !metaKey);
  const char = key === 'Enter' ? keyCode : (key.codePointAt(0) ?? 0);
  if (target.dispatchEvent(again(event, 'keydown', keyCode, 0)) && makes)
    target.dispatchEvent(again(event, 'keypress', char, char));
  target.dispatchEvent(again(event, 'keyup', keyCode, 0));
}

/** Old names of a key are part of it: many desks look at nothing else. */
function again(event: KeyboardEvent, type: string, keyCode: number, charCode: number): KeyboardEvent {
  const { key, code, location, ctrlKey, altKey, shiftKey, metaKey } = event;
  const always = { bubbles: true, cancelable: true, composed: true };
  const modifiers = { ctrlKey, altKey, shiftKey, metaKey, modifierCapsLock: event.getModifierState('CapsLock') };
  return new KeyboardEvent(type, { ...always, key, code, location, ...modifiers, keyCode, which: keyCode, charCode });
}
