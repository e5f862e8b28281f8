import type { Change } from '../model/attempt';
import type { CaseSnapshot } from '../model/case';
import { isNobody } from './evidence/nobody';

/** Who had a case, and when that was last seen where it comes from an earlier sighting (milliseconds since 1970). */
export type Holder = { label: string; seenAt?: number | undefined };

/** A team or a person has a case. A stage or a status has nobody. */
const HOLDERS = ['team', 'owner'];

/**
 * Who had a case before these changes: the team or the person that they take it from; where they change neither (a stage), the ones that were
 * read of the case. Nothing where nobody could see it.
 */
export function whoHadIt(changes: readonly Change[], snapshot: CaseSnapshot | undefined): Holder | undefined {
  for (const holder of HOLDERS) {
    const { from, fromSeenAt } = changes.find(({ field }) => field === holder) ?? {};
    if (from && !isNobody(from.label)) return { label: from.label, seenAt: fromSeenAt };
  }
  for (const holder of HOLDERS) {
    // What is changing may be shown changed already.
    if (changes.some(({ field }) => field === holder)) continue;
    const shown = snapshot?.fields.find(({ field, certainty }) => field === holder && certainty === 'certain')?.value;
    if (shown && !isNobody(shown)) return { label: shown };
  }
  return undefined;
}
