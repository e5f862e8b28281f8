import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveAnswer } from '../../../lib/store/drafts';
import { StoreError, storeError } from '../../../lib/store/errors';
import { freshStore, identity, NOW, text } from './fixtures';

beforeEach(freshStore);

const quota = () => new DOMException('The disk is full', 'QuotaExceededError');

describe('what the store throws', () => {
  it('is storage-full wherever in the chain the browser says that the disk is full', () => {
    const inAbort = new Dexie.AbortError('Transaction aborted', quota());
    const inBulk = Object.assign(new Error('bulk'), { name: 'BulkError', failures: [new Error('other'), quota()] });
    for (const error of [quota(), inAbort, inBulk, new Error('outer', { cause: inAbort })])
      expect(storeError(error).code).toBe('storage-full');
  });

  it('is storage-newer for a version error and storage-error for the rest, the first cause kept', () => {
    const version = new DOMException('newer', 'VersionError');
    expect(storeError(version)).toMatchObject({ code: 'storage-newer', cause: version });
    expect(storeError('odd')).toMatchObject({ code: 'storage-error', message: 'odd' });
    const known = new StoreError('storage-blocked', 'tab');
    expect(storeError(new Error('outer', { cause: known }))).toBe(known);
  });

  it('does not run in circles', () => {
    const round: { cause?: unknown } = new Error('round');
    round.cause = round;
    expect(storeError(round).code).toBe('storage-error');
  });

  it('reaches the caller when a write fills the disk: nothing is acknowledged', async () => {
    await saveAnswer(identity(), 'a', text('first'), NOW);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw quota();
    });
    await expect(saveAnswer(identity(), 'b', text('second'), NOW)).rejects.toMatchObject({ code: 'storage-full' });
    put.mockRestore();
    const draft = await saveAnswer(identity(), 'c', text('third'), NOW);
    expect(Object.keys(draft.answers).sort()).toEqual(['a', 'c']);
  });
});
