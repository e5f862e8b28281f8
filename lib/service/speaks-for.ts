import type { From } from '../messages/server';
import type { CaseRef } from '../model/case';
import { isPractice } from '../model/practice';

/** A page speaks for cases of its own origin alone. Throws for any other. A frame without an address has its parent's origin. */
export function speaksFor({ url }: From, refs: readonly CaseRef[]): void {
  const { protocol, origin } = new URL(url);
  if ((/^https?:$/.test(protocol) || isPractice({ origin })) && refs.some((ref) => ref.origin !== origin))
    throw new Error('a page speaks for its own desk alone');
}
