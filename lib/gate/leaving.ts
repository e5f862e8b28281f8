import type { Attempt, CaseChange } from '../model/attempt';
import type { PageSite } from '../model/site';
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
