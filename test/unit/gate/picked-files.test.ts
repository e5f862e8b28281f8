// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Way } from '../../../lib/gate/holds';
import { anyGone, withFiles } from '../../../lib/gate/picked-files';

/** A reader as Chromium's is, for files by their names. */
class Reader {
  error: DOMException | null = null;
  onerror?: () => void;
  onload?: () => void;
  onprogress?: () => void;
  abort = vi.fn();
  readAsArrayBuffer({ name }: File): void {
    queueMicrotask(() => {
      if (name === 'long') return this.onprogress?.();
      if (name === 'there') return this.onload?.();
      this.error = new DOMException('', name === 'removed' ? 'NotFoundError' : 'NotReadableError');
      this.onerror?.();
    });
  }
}
vi.stubGlobal('FileReader', Reader);
afterEach(() => vi.clearAllMocks());

const file = (name: string) => new File(['x'], name);

describe('files that were picked', () => {
  it.each([
    ['there', false],
    ['long', false],
    // Chromium sends it as it is now.
    ['changed', false],
    ['removed', true],
  ])('one that is %s', async (name, gone) => {
    expect(await anyGone([file('there'), file(name)])).toBe(gone);
  });

  it('are read without asking for their size or a slice, after which Chromium refuses those that change', async () => {
    const one = file('there');
    const slice = vi.spyOn(one, 'slice');
    const size = vi.spyOn(one, 'size', 'get');
    await anyGone([one]);
    expect([slice, size].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it('keep what would send them from going only while one is gone, and nobody waits for a look', async () => {
    const go = vi.fn(() => true);
    let name = 'removed';
    const way = withFiles({ go, cancel() {} } satisfies Way, () => [file(name)]);
    const looking = way.look?.();
    expect(way.go()).toBe(true);
    await looking;
    expect([way.go(), way.fileGone, go.mock.calls.length]).toEqual([false, true, 1]);
    name = 'there';
    await way.look?.();
    expect([way.go(), way.fileGone]).toEqual([true, undefined]);
  });
});
