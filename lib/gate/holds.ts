import type { CaseHandoff, Door } from '../model/attempt';
import type { CaseRef } from '../model/case';
import { caseKey } from '../model/case-key';
import type { Leaving } from './leaving';
import { TakenBack } from './taken-back';

/** A hold ends by itself after this long without a sign of work on it, in milliseconds (design, section 4). */
export const IDLE_LIMIT = 10 * 60_000;

/** How one held attempt is let go or taken back. */
export type Way = {
  /** Sends it as it is then, as part of `attempt`. False when it is gone (form or link left the page): the person repeats the action. */
  go(attempt?: string): boolean;
  /** Takes it back in the way that makes the desk roll its screen back. */
  cancel(): void;
  /** What is sent this way comes past the gate again (a form's or link's own event), and needs a pass. */
  comesBack?: true;
  /** Where it was pressed: the form, or the control. */
  at?: Element;
  /** Looks whether the files that go with it are where they were; nobody waits for it. */
  look?(): Promise<void>;
  /** One was not, at the last look: nothing goes this way. */
  fileGone?: true;
  /** What is sent this way may leave where this page sees nothing of it. */
  unseen?: true;
};

/** The way of what has left already. */
export const GONE_ALREADY: Way = { go: () => true, cancel: () => {} };

/** Why nothing went this way, where that is known. */
export const whyNot = (way: Way | null): { fileGone?: true } => (way?.fileGone ? { fileGone: true } : {});

export type Hold = {
  attempt: string;
  door: Door;
  signature: string;
  handoffs: CaseHandoff[];
  /** Null once what was held is gone from the page. */
  way: Way | null;
  touched: number;
  /** The background is being asked about it now. */
  asking: boolean;
  /** It was found to be incomplete, and its panel is there. */
  judged?: boolean;
  /** The page sent it when it was to be left; nobody pressed Save. */
  onLeaving?: true;
};

/** Hears of holds: when one begins or is joined, in the same turn, and when it is found to be incomplete. */
export type HoldWatch = { begun(hold: Hold): void; judged(hold: Hold): void };

/** What is stopped in this page now. One hold for one set of changes: a retry joins it. */
export class Holds {
  #held = new Map<string, Hold>();
  readonly #takenBack = new TakenBack();
  #watch: HoldWatch | undefined;

  watch(by: HoldWatch): void {
    this.#watch = by;
  }

  /** What the background made of a hold. */
  judge(hold: Hold, judged: boolean): void {
    hold.judged = judged;
    if (judged) this.#watch?.judged(hold);
  }

  get size(): number {
    return this.#held.size;
  }

  all(): Hold[] {
    return [...this.#held.values()];
  }

  /** Joins the hold of the same changes, or starts one. */
  add(door: Door, signature: string, handoffs: CaseHandoff[], way: Way | null, now: number): Hold {
    const same = this.all().find((hold) => hold.signature === signature);
    // The desk makes the same request again. The earlier one ends here, so that nothing leaves twice and nothing waits for ever.
    same?.way?.cancel();
    const hold: Hold = same
      ? Object.assign(same, { way, door, touched: now })
      : { attempt: newId(), door, signature, handoffs, way, touched: now, asking: false };
    this.#held.set(hold.attempt, hold);
    this.#watch?.begun(hold);
    return hold;
  }

  /** The page itself took the request back (abort, time-out); a retry may still join. */
  lostWay(way: Way): Hold | undefined {
    const hold = this.all().find((one) => one.way === way);
    if (hold) hold.way = null;
    return hold;
  }

  /** The fields of a case that are held back now. */
  fieldsOf(ref: CaseRef): string[] {
    const same = this.all().flatMap(({ handoffs }) => handoffs.filter((one) => caseKey(one.ref) === caseKey(ref)));
    return same.flatMap(({ changes }) => changes.map(({ field }) => field));
  }

  touch(now: number): void {
    for (const hold of this.#held.values()) hold.touched = now;
  }

  /** Somebody is about to let something go: what that needs is looked for meanwhile. */
  look(): void {
    for (const { way } of this.#held.values()) void way?.look?.();
  }

  wayOf(attempt: string): Way | null {
    return this.#held.get(attempt)?.way ?? null;
  }

  remove(attempt: string): Hold | undefined {
    const hold = this.#held.get(attempt);
    this.#held.delete(attempt);
    return hold;
  }

  /** Takes one held attempt back, in the way that makes the desk roll its screen back. */
  takeBack(attempt: string): void {
    const hold = this.remove(attempt);
    if (hold?.door === 'wire') this.#takenBack.note(hold.signature);
    hold?.way?.cancel();
  }

  /** Refuses a request that the desk itself tries again after it was taken back, as it was refused then: no person wants that. */
  refusesAgain({ attempt: { door }, way }: Pick<Leaving, 'attempt' | 'way'>, signature: string): boolean {
    if (door !== 'wire' || !this.#takenBack.isRetry(signature)) return false;
    way.cancel();
    return true;
  }

  idle(now: number): Hold[] {
    return this.all().filter(({ touched }) => now - touched >= IDLE_LIMIT);
  }
}

/** A name for an attempt or a page, not guessable; plain http pages have no randomUUID, but getRandomValues everywhere. */
export function newId(): string {
  return crypto.getRandomValues(new Uint32Array(3)).join('-');
}
