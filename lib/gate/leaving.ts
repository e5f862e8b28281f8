import type { Attempt, CaseChange } from '../model/attempt';
import type { PageSite } from '../model/site';
import type { Background } from './background';
import type { Way } from './holds';
import type { Use } from './passes';
import type { Matched } from './writes';

/** One attempt on its way out, with what to do about it. */
export type Leaving = {
  attempt: Attempt;
  site: PageSite;
  matched: readonly Matched[];
  /** What it would change, where the door knows that without a body. */
  changes?: CaseChange[];
  use: Use;
  /** Told what it changes, whatever becomes of it: once it was answered well, the cases hold that. */
  follow?: (changes: readonly CaseChange[]) => void;
  way: Way;
  /** A synchronous request cannot wait: it passes or is refused now. */
  mustAnswerNow?: boolean;
};

/** `stop`: keep it. `go`: let it leave; `attempt` names the released attempt that it belongs to, if it does. */
export type Answer = { say: 'stop' } | { say: 'go'; attempt?: string };

/** As many cases as a message takes. */
const MOST = 200;

/** Tells what leaves now as a navigation: the next page is its answer, and must know what this one sent. */
export function tellLeft(
  { tell }: Pick<Background, 'tell'>,
  { door, url }: Attempt,
  changes: readonly CaseChange[],
): void {
  if (changes.length > 0 && (door === 'form' || door === 'link'))
    tell('gate/left', { url, at: Date.now(), changes: changes.slice(0, MOST) });
}
