import type { Fact, Says } from '../../lib/audit/facts';
import { say } from '../../lib/words/say';
import { whyWords } from './why-words';
import { missingWords, momentWords } from './words';

const PROOFS = { response: 'audit_proof_response', page: 'audit_proof_page', visit: 'audit_proof_visit' } as const;

/** One line of the record as a sentence. */
export function eventWords({ payload }: Fact): string {
  switch (payload.kind) {
    case 'held':
      return say('audit_event_held', missingWords(payload.missing));
    case 'sending':
      return say(payload.wasHeld ? 'audit_event_sending_held' : 'audit_event_sending');
    case 'sent':
      return say('audit_event_sent', say(PROOFS[payload.proof]));
    case 'failed':
      return say('audit_event_failed', whyWords(payload.why));
    case 'override':
      return say('audit_event_override', missingWords(payload.missing), payload.reason);
    case 'shadow':
      return payload.missing.length > 0
        ? say('audit_event_shadow', missingWords(payload.missing))
        : say('audit_event_shadow_complete');
    case 'misfire':
      return say('audit_event_misfire');
    case 'cancelled':
      return say('audit_event_cancelled', whyWords(payload.why));
    case 'ungated':
      return ungatedWords(payload);
    case 'desk-allowed':
      return say('audit_event_desk_allowed', payload.origin);
    case 'desk-removed':
      return say('audit_event_desk_removed', payload.origin);
    case 'set-aside':
      return say('audit_event_set_aside', payload.table, payload.why);
  }
}

function ungatedWords({ found, refused, why, from, to, seenAt, seenBy }: Says<'ungated'>): string {
  if (refused) return say('audit_event_refused', whyWords(why));
  if (found !== 'arrival') return say('audit_event_ungated', whyWords(why));
  const parts = [
    from || say('audit_from_unknown'),
    to || say('audit_to_unknown'),
    seenAt === undefined ? say('audit_missing_unknown') : momentWords(seenAt),
  ] as const;
  return seenBy ? say('audit_event_arrived_by', ...parts, seenBy) : say('audit_event_arrived', ...parts);
}
