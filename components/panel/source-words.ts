import type { Entry } from '../../lib/model/case';
import type { Answer } from '../../lib/model/handoff';
import { day } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import type { SheetCase } from './sheet';

/** Where an answer was read, in words: "from Severity", "from Dana's message of 12 Nov". Empty for what was typed. */
export function sourceWords({ where }: Answer, { snapshot }: SheetCase, now: number): string {
  if (where === undefined) return '';
  const last = (kind: Entry['kind']) => snapshot?.entries.findLast((entry) => entry.kind === kind && entry.text.trim());
  switch (where) {
    case '@lastCustomerMessage':
      return message(last('customer'), now);
    case '@lastPublicReply':
      return message(last('public'), now);
    case '@internalNotes':
      return say('panel_from_notes');
    case '@attachments':
      return say('panel_from_attachments');
    case '@receiver':
      return say('panel_from_change');
    // A heading has no label beside it: its value comes under the field's own name.
    case 'subject':
      return say('panel_from_title');
    case '@url':
      return say('panel_from_address');
    default:
      return say('panel_from', where);
  }
}

function message(entry: Entry | undefined, now: number): string {
  if (!entry) return say('panel_from_conversation');
  const at = entry.at === undefined ? Number.NaN : Date.parse(entry.at);
  if (Number.isFinite(at)) return say('panel_from_message_of', entry.author, day(at, now));
  return say('panel_from_message', entry.author);
}
