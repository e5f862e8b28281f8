import type { GateAnswer } from '../messages/protocol';

/** Attempts that are being decided on. */
const deciding = new Map<string, Promise<GateAnswer>>();

/** What becomes of an attempt; asked again while it is being decided on, it is the same answer. */
export function decideOnce(attempt: string, decide: () => Promise<GateAnswer>): Promise<GateAnswer> {
  const begun = deciding.get(attempt);
  if (begun) return begun;
  const work = decide();
  deciding.set(attempt, work);
  const done = () => deciding.delete(attempt);
  work.then(done, done);
  return work;
}

/** Resolves once nobody is deciding on this attempt (on any, where none is named) any more. */
export async function decided(attempt?: string): Promise<void> {
  await Promise.allSettled(attempt === undefined ? [...deciding.values()] : [deciding.get(attempt)]);
}
