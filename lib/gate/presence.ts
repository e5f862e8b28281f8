/** Whether a person is there to be asked: the panel is seen on this page, and the page stays, or can be kept. */
export class Presence {
  #hidden = false;
  #gone = false;
  /** The page asks, or asked last, whether it may be left. */
  #leaving: Event | undefined;

  /** The panel cannot be shown here any more. */
  hide(): void {
    this.#hidden = true;
  }

  get hidden(): boolean {
    return this.#hidden;
  }

  /** The page asks whether it may be left. */
  asked(leaving: Event): void {
    this.#leaving = leaving;
  }

  /** The page is going. */
  leave(): void {
    this.#gone = true;
  }

  /** The page is shown, perhaps again. */
  stay(): void {
    this.#gone = false;
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** Whether the page asks at this moment if it may be left: an event that nobody hears any more has no phase. */
  get asksToLeave(): boolean {
    return this.#leaving !== undefined && this.#leaving.eventPhase !== Event.NONE;
  }

  /** The page is going, or about to. */
  get leaves(): boolean {
    return this.#gone || this.asksToLeave;
  }

  /** Has the browser ask the person to stay. */
  keep(): void {
    this.#leaving?.preventDefault();
  }

  get canBeAsked(): boolean {
    // The browser asks nobody who never touched the page.
    const kept = !this.asksToLeave || navigator.userActivation?.hasBeenActive !== false;
    return !this.#hidden && !this.#gone && kept;
  }
}
