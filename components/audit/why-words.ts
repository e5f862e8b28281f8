import { say, type WordKey } from '../../lib/words/say';

/** Why a change went by unchecked, failed or was taken back: the codes of the record, and the sentences that its first version wrote instead. */
const WHY: Readonly<Record<string, WordKey>> = {
  'no-answer': 'audit_why_no_answer',
  'not-ready': 'audit_why_not_ready',
  'not-ready-now': 'audit_why_not_ready',
  hidden: 'audit_why_hidden',
  left: 'audit_why_left',
  'unread: a stream': 'audit_why_stream',
  'unread: too large': 'audit_why_large',
  'unread: not readable': 'audit_why_unread',
  'unread: already used': 'audit_why_unread',
  'storage-error': 'audit_why_store',
  'storage-blocked': 'audit_why_store',
  'storage-newer': 'audit_why_store',
  'storage-full': 'audit_why_full',
  'not-left': 'audit_why_not_left',
  'file-gone': 'audit_why_file_gone',
  'signed-out': 'audit_why_signed_out',
  'form-again': 'audit_why_form_again',
  unchanged: 'audit_why_unchanged',
  gone: 'audit_why_gone',
  refused: 'audit_why_refused',
  idle: 'audit_why_idle',
  'page left': 'audit_why_page_left',
  'not now': 'audit_why_not_now',
  'sent elsewhere': 'audit_why_elsewhere',
  updated: 'audit_why_updated',
  removed: 'audit_why_removed',
};

/** The words of a code; what is none stands as it was written. */
export function whyWords(why: string): string {
  const status = /^answered: (\d+)$/.exec(why)?.[1];
  if (status) return say('audit_why_answered', status);
  const key = Object.hasOwn(WHY, why) ? WHY[why] : undefined;
  if (key) return say(key);
  return why.startsWith('unread: ') ? say('audit_why_unread') : why;
}
