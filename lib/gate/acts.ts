/**
 * A change of the page this soon after a person's act may be that act's doing, in milliseconds; so may one this soon after the answer to a
 * request that the act made. A desk that shows a choice later than that shows it without a sign of the person.
 */
const SOON = 2_000;
/** No request is answered later than that, in milliseconds: what is older is forgotten. */
const LONGEST = 60_000;
const MOST = 300;

/** What marks itself as something to choose. */
const OPTION =
  'option,[role=option],[role^=menuitem],[role=radio],[aria-pressed],:is([role=listbox],[role=menu]) :is(li,button)';

type Act = { at: number; chose: boolean };
type Request = { start: number; end: number };

/** The person's latest acts, and which changes of the page may come from them. Times in milliseconds of the page's clock. */
export class Acts {
  #acts: Act[] = [];
  #requests: Request[] = [];

  /** `chose`: it was a press on something to choose, or a choice. */
  note(at: number, chose: boolean): void {
    this.#acts = [...this.#acts.filter((act) => at - act.at < LONGEST), { at, chose }].slice(-MOST);
  }

  request(start: number, end: number): void {
    this.#requests = [...this.#requests.filter((one) => end - one.end < LONGEST), { start, end }].slice(-MOST);
  }

  /** Whether something that changed at this moment may come from an act after `since`. */
  mayHaveChanged(at: number, since: number): boolean {
    const acted = (moment: number) =>
      this.#acts.some((act) => act.at >= since && act.at <= moment && moment - act.at < SOON);
    return acted(at) || this.#requests.some(({ start, end }) => end <= at && at - end < SOON && acted(start));
  }

  /** Whether anything was done after `since`, or just before it. */
  aboutSince(since: number): boolean {
    return this.#acts.some(({ at }) => at > since - SOON);
  }

  since(moment: number): boolean {
    return this.#acts.some(({ at }) => at > moment);
  }

  /** Whether the person chose something after `since`. */
  choseSince(since: number): boolean {
    return this.#acts.some(({ at, chose }) => chose && at >= since);
  }
}

/** A text is written here, in which no key chooses anything for the case. */
const EDITOR = 'textarea,[contenteditable]:not([contenteditable=false])';
const PICKER = '[role=combobox],[aria-autocomplete],[aria-haspopup],[aria-activedescendant]';
const MODIFIER = /^(Shift|Control|Alt|Meta|AltGraph|CapsLock)$/;
const CARET = /^(Dead|Process|Unidentified|Arrow.*|Home|End|Page.*|Backspace|Delete)$/;

/** Whether an event is an act of the person's by which something may be chosen, and whether it is a choice for sure; null where it is no act. */
export function actOf(event: Event): { chose: boolean } | null {
  const { type, isTrusted } = event;
  // A script that chooses for a person tells the page of it by these.
  const told = type === 'change' || type === 'input';
  if (!isTrusted && !told) return null;
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return { chose: told };
  if (target.matches('baton-overlay')) return null;
  const key = event instanceof KeyboardEvent ? event.key : undefined;
  if (key && MODIFIER.test(key)) return null;
  const written = target.isContentEditable || target.closest(EDITOR) !== null;
  if (written && !target.closest(PICKER) && (!key || writes(event as KeyboardEvent))) return null;
  const presses = key === undefined || key === 'Enter' || key === ' ';
  return { chose: told || (presses && pathOf(event).some((one) => one.matches(OPTION))) };
}

/** The control that tells by this event that something was chosen in it: what it holds has changed already. */
export function chosenIn({ type }: Event, [target]: readonly Element[]): Element | undefined {
  return type === 'change' || type === 'input' ? target : undefined;
}

/** A key that only writes or moves the caret. Enter may choose, and so may a shortcut. */
function writes(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, metaKey, isComposing } = event;
  const shortcut = (ctrlKey || altKey || metaKey) && !event.getModifierState('AltGraph');
  return isComposing || (key.length === 1 && !shortcut) || CARET.test(key);
}

/** The elements that an event goes through, shadow roots included. */
export function pathOf(event: Event): Element[] {
  return event.composedPath().filter((one): one is Element => one instanceof Element);
}

/** The person is at work in a frame that cannot be looked into, and writes no text there: what they do in it is not heard here. */
export function isElsewhere({ activeElement: frame }: Document): boolean {
  if (!(frame instanceof HTMLIFrameElement)) return false;
  const inner = frame.contentDocument;
  return !inner || !(inner.designMode === 'on' || inner.activeElement?.matches(EDITOR));
}
