/** So long without a key, and the keys are meant for the panel. */
export const QUIET = 300;

/**
 * Focus comes to the panel in the middle of somebody's typing. Until they pause, their keys are still meant for the page:
 * they are not answers, and Enter is not "Hand over".
 */
export class QuietStart {
  #lastKey: number | undefined;

  /** The panel was just shown. */
  arm(now: number): void {
    this.#lastKey = now;
  }

  disarm(): void {
    this.#lastKey = undefined;
  }

  /** A key came: true when it is to be swallowed. */
  swallows(now: number): boolean {
    if (this.#lastKey === undefined) return false;
    if (now - this.#lastKey < QUIET) {
      this.#lastKey = now;
      return true;
    }
    this.#lastKey = undefined;
    return false;
  }
}

/** Puts it before every other listener of the window. Returns the way to take it off. */
export function guardKeys(window: Window, quiet: QuietStart, now: () => number = () => performance.now()): () => void {
  const swallow = (event: Event) => {
    if (!quiet.swallows(now())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  let pressedHere = false;
  const down = (event: KeyboardEvent) => {
    pressedHere = true;
    swallow(event);
  };
  // A Tab let go here that was pressed elsewhere: the person came by keyboard of their own will.
  const up = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && !pressedHere) quiet.disarm();
  };
  // Nobody points at the panel by mistake: what they type after that is for it.
  const point = (event: Event) => {
    if (event.isTrusted) quiet.disarm();
  };
  window.addEventListener('keydown', down, true);
  window.addEventListener('beforeinput', swallow, true);
  window.addEventListener('keyup', up, true);
  window.addEventListener('pointerdown', point, true);
  return () => {
    window.removeEventListener('keydown', down, true);
    window.removeEventListener('beforeinput', swallow, true);
    window.removeEventListener('keyup', up, true);
    window.removeEventListener('pointerdown', point, true);
  };
}
