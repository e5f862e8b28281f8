import { shared } from './shared';

/** A desk that tries again does so this soon after it was refused, in milliseconds. */
export const RETRY = 30_000;

/**
 * What was taken back, by its changes, until a person acts again. A desk may send a request that ended so again and again:
 * nobody asked for that, so nobody is asked about it. Times in milliseconds of the page's clock.
 */
export class TakenBack {
  /** When it was taken back, and last refused. */
  readonly #refused = new Map<string, { since: number; last: number }>();

  note(signature: string): void {
    const now = performance.now();
    for (const [known, { last }] of this.#refused) if (now - last >= RETRY) this.#refused.delete(known);
    this.#refused.set(signature, { since: now, last: now });
  }

  /** Whether the desk tries this again without an act of a person. Where nobody can tell whether a person acted, the answer is no. */
  isRetry(signature: string): boolean {
    const known = this.#refused.get(signature);
    if (!known) return false;
    const now = performance.now();
    const acted = shared().saved?.actedSince(known.since) ?? true;
    if (acted || now - known.last >= RETRY) return !this.#refused.delete(signature);
    known.last = now;
    return true;
  }
}
