import type { CaseChange, Door } from '../model/attempt';
import type { Background } from './background';
import { type Way, whyNot } from './holds';
import { PASS_LIFE } from './passes';

/** A page that has sent nothing this long after a control, form or link was let go is taken to send nothing, in milliseconds: desks collect changes for up to three seconds. */
export const SENDS_WITHIN = 4_500;

type Out = {
  /** What it changes, as the page showed it. */
  changes: readonly CaseChange[];
  door: Door;
  /** A request carries it, whose answer tells how it went. */
  followed: boolean;
  /** Something left this page since, which may have been it. */
  left: boolean;
};

/** What was let go, until it is known how it went. After that the page may send it at once or later, in another way, or not at all. */
export class Released {
  readonly #out = new Map<string, Out>();
  readonly #background: Pick<Background, 'tell'>;

  constructor(background: Pick<Background, 'tell'>) {
    this.#background = background;
  }

  begin(attempt: string, changes: readonly CaseChange[], door: Door): void {
    this.#out.set(attempt, { changes, door, followed: false, left: false });
  }

  /** What a released attempt changes, as the page showed it. */
  changesOf(attempt: string | undefined): readonly CaseChange[] {
    return this.#out.get(attempt ?? '')?.changes ?? [];
  }

  /** The request or navigation that carries it leaves. */
  leaves(attempt: string | undefined, followed: boolean): void {
    const out = this.#out.get(attempt ?? '');
    if (out) Object.assign(out, { left: true, followed: out.followed || followed });
  }

  /**
   * The page sends something, or leads elsewhere: nobody can say that this carries none of what was let go. `reads`: by its method it only
   * reads, which a page does all the time; what a link does is done so.
   */
  mayHaveLeft(reads = false): void {
    for (const out of this.#out.values()) out.left ||= !reads || out.door === 'link';
  }

  /**
   * Tells what becomes of it where no answer will. That nothing was sent is said at once, and `close` takes its pass away: what the page sends
   * after all is judged like any other, and leaves once. What left unseen is not confirmed.
   */
  watch(attempt: string, way: Way, close: () => void): void {
    const out = this.#out.get(attempt);
    if (!out) return;
    const silent = () => {
      if (out.left) return;
      close();
      this.#end(attempt, 'refused');
    };
    const late = () => (out.followed ? this.forget(attempt) : this.#end(attempt, 'lost'));
    // Its browser may be about to say so in the place of this page.
    void way.look?.().then(() => way.fileGone && this.#end(attempt, 'refused', way));
    const timers = [setTimeout(late, PASS_LIFE)];
    if (way.comesBack && !way.unseen) timers.push(setTimeout(silent, SENDS_WITHIN));
    addEventListener('pagehide', () => timers.forEach(clearTimeout), { once: true });
  }

  /** It never went. */
  forget(attempt: string): void {
    this.#out.delete(attempt);
  }

  /** The page left the case: what it sends from now on is about another one. */
  leftCase(): void {
    for (const out of this.#out.values()) out.changes = [];
  }

  #end(attempt: string, outcome: 'refused' | 'lost', way: Way | null = null): void {
    if (this.#out.delete(attempt)) this.#background.tell('gate/outcome', { attempt, outcome, ...whyNot(way) });
  }
}
