import type { CaseChange } from '../model/attempt';
import { caseKey } from '../model/case-key';

/** A pass not spent by then is void: in milliseconds. */
export const PASS_LIFE = 10_000;

/**
 * What one release sends past the gate, in this order: the event of the control that was pressed, the event of a form or link, and last
 * the request or the navigation that follows.
 */
export type Use = 'control' | 'event' | 'request';

/** What a pass is for. `names`: each of them stands for the same release, the set of changes first. */
export type Pass = { names: readonly string[]; uses: readonly Use[]; attempt?: string | undefined };

/** The set of changes as one string: equal for attempts that would do the same to the same cases. */
export function signatureOf(all: readonly CaseChange[]): string {
  return all
    .flatMap(({ ref, changes }) => changes.map(({ field, to }) => `${caseKey(ref)}|${field}|${to.id ?? to.label}`))
    .sort()
    .join('\n');
}

/** Permissions to let a held set of changes go, each of its uses once. No other state opens the gate. */
export class Passes {
  #open: { pass: Pass; until: number; uses: Set<Use> }[] = [];

  /** Issues a pass; one more for the same set of changes replaces the first. */
  issue(pass: Pass, now: number): void {
    this.#open = this.#open.filter((one) => one.pass.names[0] !== pass.names[0]);
    this.#open.push({ pass, until: now + PASS_LIFE, uses: new Set(pass.uses) });
  }

  /** Spends one use of the pass that has one of these names, the first name first. Nothing where none is open. */
  spend(names: readonly string[], use: Use, now: number): Pass | undefined {
    this.#open = this.#open.filter(({ until }) => now < until);
    for (const name of names) {
      const found = this.#open.find(({ pass, uses }) => pass.names.includes(name) && uses.has(use));
      if (!found) continue;
      found.uses.delete(use);
      // The request is the last that a release can send: the pass is over, whatever name it was known by.
      if (use === 'request') found.uses.clear();
      return found.pass;
    }
    return undefined;
  }

  /** Nothing went by this pass: it is void. */
  withdraw(pass: Pass): void {
    this.#open = this.#open.filter((one) => one.pass !== pass);
  }

  /** Nothing came by the pass of this attempt: it is void. */
  close(attempt: string): void {
    this.#open = this.#open.filter(({ pass }) => pass.attempt !== attempt);
  }

  /** The page left the case: every pass is void. */
  clear(): void {
    this.#open = [];
  }
}

/** The cases of changes, each as a name that a pass may have. */
export const casesOf = (all: readonly Pick<CaseChange, 'ref'>[]): string[] => all.map(({ ref }) => caseKey(ref));
