import type { Health } from '../../lib/model/case';
import { say, sayIfKnown } from '../../lib/words/say';

/** Fields by their names in words; one that a site adds stands under its own. */
function names(fields: readonly string[]): string {
  return fields.map((field) => sayIfKnown(`field_${field}`) ?? field).join(' · ');
}

/** What of a page does not fit what Baton knows of its desk, a sentence each. */
export function healthWords({ missing, ambiguous = [], writes = [] }: Health): string[] {
  return [
    ...(missing.length > 0 ? [say('health_missing', names(missing))] : []),
    ...(ambiguous.length > 0 ? [say('health_ambiguous', names(ambiguous))] : []),
    ...(writes.length > 0 ? [say('health_writes')] : []),
  ];
}
