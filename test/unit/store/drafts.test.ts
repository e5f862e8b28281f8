import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { draftKey } from '../../../lib/model/case-key';
import { openDrafts, readDraft, removeDraft, saveAnswer, saveReason } from '../../../lib/store/drafts';
import { closeStore } from '../../../lib/store/store';
import { freshStore, identity, NOW, ref, text } from './fixtures';

beforeEach(freshStore);
const key = draftKey(ref(), 'support-engineering');

describe('a draft', () => {
  it('keeps each answer, counts its saves, and is there after the browser was closed', async () => {
    const saved = await saveAnswer(identity(), 'steps', text('one'), NOW);
    expect(saved).toMatchObject({ key, revision: 1, createdAt: NOW });
    await saveAnswer(identity(), 'tried', text('two'), NOW + 5);
    closeStore();
    expect(await readDraft(key)).toMatchObject({
      revision: 2,
      updatedAt: NOW + 5,
      answers: { steps: text('one'), tried: text('two') },
    });
  });

  it('takes answers from two tabs at once, criterion by criterion', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => saveAnswer(identity(), `c${n}`, text(`answer ${n}`), NOW)));
    const draft = await readDraft(key);
    expect(Object.keys(draft?.answers ?? {})).toHaveLength(30);
    expect(draft?.revision).toBe(30);
  });

  it('gives up one answer without touching the others', async () => {
    await saveAnswer(identity(), 'a', text('one'), NOW);
    await saveAnswer(identity(), 'b', text('two'), NOW);
    expect((await saveAnswer(identity(), 'a', null, NOW)).answers).toEqual({ b: text('two') });
  });

  it('keeps the reason apart from the answers', async () => {
    await saveAnswer(identity(), 'a', text('one'), NOW);
    expect(await saveReason(identity(), 'bug', NOW)).toMatchObject({ reason: 'bug', answers: { a: text('one') } });
    expect(await saveAnswer(identity(), 'b', text('two'), NOW)).toMatchObject({ reason: 'bug' });
  });

  it('is open while it holds something: the last touched comes first', async () => {
    await saveAnswer(identity('1'), 'a', text('one'), NOW);
    await saveAnswer(identity('2'), 'a', text('one'), NOW + 2);
    await saveAnswer(identity('3'), 'a', text('one'), NOW + 1);
    await saveAnswer(identity('3'), 'a', null, NOW + 3);
    expect((await openDrafts()).map((draft) => draft.ref.id)).toEqual(['2', '1']);
  });

  it('is gone when it is removed', async () => {
    await saveAnswer(identity(), 'a', text('one'), NOW);
    await removeDraft(key);
    expect(await readDraft(key)).toBeUndefined();
  });
});
