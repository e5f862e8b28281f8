import type { CaseChange } from '../model/attempt';
import { caseKey } from '../model/case-key';

/** A pass not spent by then is void: in milliseconds. */
export const PASS_LIFE = 10_000;

/** What leaves the page after a release: the page's own event first, then perhaps a request that its handler makes. */
export type Use = 'event' | 'request';

/** The set of changes as one string: equal for attempts that would do the same to the same cases. */
export function signatureOf(all: readonly CaseChange[]): string {
  return all
    .flatMap(({ ref, changes }) => changes.map(({ field, to }) => `${caseKey(ref)}|${field}|${to.id ?? to.label}`))
    .sort()
    .join('\n');
}

/** Single-use permissions to let a held set of changes go: once as an event, once as a request. No other state opens the gate. */
export class Passes {
  #open = new Map<string, { until: number; uses: Set<Use> }>();

  /** Issues a pass for these changes; one more for the same changes replaces the first. */
  issue(signature: string, now: number): void {
    this.#open.set(signature, { until: now + PASS_LIFE, uses: new Set(['event', 'request']) });
  }

  /** True once for each use, while the pass lives. */
  spend(signature: string, use: Use, now: number): boolean {
    const pass = this.#open.get(signature);
    if (!pass || now >= pass.until || !pass.uses.delete(use)) return false;
    // The request is the last that a release can send.
    if (use === 'request') this.#open.delete(signature);
    return true;
  }

  /** The page left the case: every pass is void. */
  clear(): void {
    this.#open.clear();
  }
}
