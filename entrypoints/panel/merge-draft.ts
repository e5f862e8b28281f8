import type { Draft } from '../../lib/model/handoff';

/** True for what must stay as it is here: not yet kept, or under the person's fingers. */
export type Mine = (what: { criterion: string } | 'reason') => boolean;

/**
 * Takes another tab's state of a draft over, criterion by criterion, so that tabs converge on what the database has.
 * An older state than ours changes nothing: messages may overtake each other.
 */
export function mergeDraft(ours: Draft, theirs: Draft, mine: Mine): Draft {
  if (theirs.revision < ours.revision) return ours;
  const answers: Draft['answers'] = {};
  for (const criterion of new Set([...Object.keys(ours.answers), ...Object.keys(theirs.answers)])) {
    const answer = (mine({ criterion }) ? ours : theirs).answers[criterion];
    if (answer) answers[criterion] = answer;
  }
  const { reason: _, ...rest } = theirs;
  const reason = mine('reason') ? ours.reason : theirs.reason;
  return { ...rest, answers, ...(reason === undefined ? {} : { reason }) };
}
