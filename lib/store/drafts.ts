import { draftKey } from '../model/case-key';
import type { Answer, Draft } from '../model/handoff';
import { reading } from './aside';
import type { BatonDatabase } from './db';
import { takeOne, usable } from './read';

/** What a draft is of. */
export type DraftIdentity = Pick<Draft, 'ref' | 'playbook' | 'playbookVersion' | 'title' | 'url'>;

export function readDraft(key: string): Promise<Draft | undefined> {
  return reading(
    async (db) =>
      (
        await usable(
          db,
          'drafts',
          [await db.drafts.get(key)].filter((draft) => draft !== undefined),
        )
      )[0],
  );
}

/**
 * Keeps one answer, or takes it away (null). Answers are merged criterion by criterion, so that two tabs with the same case
 * add to each other. Resolves once the transaction is complete: only then may anything say "saved".
 */
export function saveAnswer(
  identity: DraftIdentity,
  criterion: string,
  answer: Answer | null,
  now: number,
): Promise<Draft> {
  return change(identity, now, (draft) => {
    const { [criterion]: _, ...others } = draft.answers;
    return { ...draft, answers: answer ? { ...others, [criterion]: answer } : others };
  });
}

export function saveReason(identity: DraftIdentity, reason: string, now: number): Promise<Draft> {
  return change(identity, now, (draft) => ({ ...draft, reason }));
}

/** Drafts that hold something, the last touched first. */
export function openDrafts(limit = 50): Promise<Draft[]> {
  return reading(async (db) => {
    const drafts = await usable(db, 'drafts', await db.drafts.orderBy('updatedAt').reverse().limit(limit).toArray());
    return drafts.filter(holdsSomething);
  });
}

export function removeDraft(key: string): Promise<void> {
  return reading((db) => db.transaction('rw', db.drafts, () => db.drafts.delete(key)));
}

export function holdsSomething(draft: Draft): boolean {
  return draft.reason !== undefined || Object.keys(draft.answers).length > 0;
}

function change(identity: DraftIdentity, now: number, edit: (draft: Draft) => Draft): Promise<Draft> {
  return reading((db) =>
    db.transaction('rw', db.drafts, db.aside, async () => {
      const draft =
        (await takeOne(db, 'drafts', draftKey(identity.ref, identity.playbook))) ?? emptyDraft(identity, now);
      return putDraft(db, edit({ ...draft, ...identity }), now);
    }),
  );
}

export function emptyDraft(identity: DraftIdentity, now: number): Draft {
  const key = draftKey(identity.ref, identity.playbook);
  return { ...identity, key, answers: {}, revision: 0, createdAt: now, updatedAt: now };
}

/** Writes the draft as its next revision, inside the current transaction. */
export async function putDraft(db: BatonDatabase, draft: Draft, now: number): Promise<Draft> {
  const saved = { ...draft, revision: draft.revision + 1, updatedAt: now };
  await db.drafts.put(saved);
  return saved;
}
