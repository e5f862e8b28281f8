import { draftKey } from '../model/case-key';
import type { Handoff } from '../model/handoff';
import type { BatonDatabase } from './db';
import { emptyDraft, putDraft } from './drafts';
import { takeOne } from './read';

/**
 * A handoff arrived: its draft is done. What a person wrote after the send began was not in it, and stays: that is what differs from what
 * was sent, whatever the clock said. Of what was not sent at all (it did not apply then) only the time can tell.
 */
export async function draftSent(db: BatonDatabase, handoff: Handoff, now: number): Promise<void> {
  const key = draftKey(handoff.ref, handoff.playbook);
  const draft = await takeOne(db, 'drafts', key);
  if (!draft) return;
  const later = Object.entries(draft.answers).filter(([criterion, { at, value }]) => {
    const sent = handoff.answers[criterion];
    return sent ? JSON.stringify(sent.value) !== JSON.stringify(value) : at > handoff.createdAt;
  });
  if (later.length === 0) return db.drafts.delete(key);
  const { reason: _, ...rest } = draft;
  await putDraft(db, { ...rest, answers: Object.fromEntries(later) }, now);
}

/**
 * A handoff failed: it is a draft again. The draft was kept all along; had it been removed meanwhile, all that a person gave is
 * put back. What was read from the page is not: it is read anew, and might have changed.
 */
export async function draftAgain(db: BatonDatabase, handoff: Handoff, now: number): Promise<void> {
  const { ref, playbook, playbookVersion, title, url, reason } = handoff;
  if (await takeOne(db, 'drafts', draftKey(ref, playbook))) return;
  const answers = Object.fromEntries(Object.entries(handoff.answers).filter(([, { by }]) => by === 'person'));
  const draft = {
    ...emptyDraft({ ref, playbook, playbookVersion, title, url }, now),
    ...(reason === undefined ? {} : { reason }),
    answers,
  };
  await putDraft(db, draft, now);
}
