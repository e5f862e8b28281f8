import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SAVE_EVERY, type SaveJob, type SaveOutcome, SaveQueue } from '../../../entrypoints/panel/save-queue';

const typed = (text: string, keys = ['a']): SaveJob => ({
  keys,
  criterion: 'ask',
  answer: { value: text, by: 'person', at: 0 },
});
const textOf = (job: SaveJob) => ('reason' in job ? job.reason : job.answer?.value);

describe('the save queue', () => {
  let sent: { at: number; job: SaveJob }[];
  let answer: () => SaveOutcome;
  let queue: SaveQueue;

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    answer = () => ({ ok: true, at: Date.now() });
    queue = new SaveQueue(
      async (job) => {
        sent.push({ at: Date.now(), job });
        await new Promise((done) => setTimeout(done, 20));
        return answer();
      },
      () => {},
    );
  });
  afterEach(() => vi.useRealTimers());

  it('saves at once, then never later than 250 ms while typing goes on, and the last state', async () => {
    const start = Date.now();
    let text = '';
    for (let i = 0; i < 50; i += 1) {
      text += 'x';
      queue.add(typed(text));
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(SAVE_EVERY);
    expect(sent[0]?.at).toBe(start);
    const gaps = sent.slice(1).map(({ at }, i) => at - (sent[i]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(250);
    expect(sent.length).toBeLessThan(12);
    expect(textOf(sent.at(-1)?.job as SaveJob)).toBe(text);
  });

  it('goes on saving as often when the clock is set back while somebody types', async () => {
    queue.add(typed('a'));
    await vi.advanceTimersByTimeAsync(30);
    vi.setSystemTime(Date.now() - 86_400_000);
    queue.add(typed('ab'));
    await vi.advanceTimersByTimeAsync(SAVE_EVERY + 20);
    expect(textOf(sent.at(-1)?.job as SaveJob)).toBe('ab');
    expect(queue.status.is).toBe('saved');
  });

  it('says saved only after the answer, and saving until then', async () => {
    queue.add(typed('a'));
    expect(queue.status.is).toBe('saving');
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.status.is).toBe('saving');
    await vi.advanceTimersByTimeAsync(20);
    expect(queue.status.is).toBe('saved');
    queue.add(typed('ab'));
    expect(queue.status.is).toBe('saving');
  });

  it('sends what waits on flush and waits for the answers', async () => {
    queue.add(typed('a'));
    queue.add(typed('ab'));
    const flushed = queue.flush();
    expect(sent.map(({ job }) => textOf(job))).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(50);
    expect(await flushed).toBe(true);
    expect(sent.map(({ job }) => textOf(job))).toEqual(['a', 'ab']);
  });

  it('sends the last of it at once when the page goes', () => {
    queue.add(typed('a'));
    queue.add(typed('ab'));
    void queue.flush(true);
    expect(sent.map(({ job }) => textOf(job))).toEqual(['a', 'ab']);
  });

  it('keeps what failed, says so, and tries again less and less often', async () => {
    answer = () => ({ ok: false, code: 'storage-full' });
    queue.add(typed('a'));
    await vi.advanceTimersByTimeAsync(30);
    expect(queue.status).toEqual({ is: 'failed', code: 'storage-full' });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(sent).toHaveLength(7);
    answer = () => ({ ok: true, at: 5 });
    const flushed = queue.flush();
    await vi.advanceTimersByTimeAsync(30);
    expect(await flushed).toBe(true);
    expect(queue.status).toEqual({ is: 'saved', at: 5 });
  });

  it('retries with what was typed since', async () => {
    answer = () => ({ ok: false, code: 'unreachable' });
    queue.add(typed('a'));
    await vi.advanceTimersByTimeAsync(30);
    queue.add(typed('ab'));
    answer = () => ({ ok: true, at: 1 });
    await vi.advanceTimersByTimeAsync(1100);
    expect(textOf(sent.at(-1)?.job as SaveJob)).toBe('ab');
    expect(queue.status.is).toBe('saved');
  });

  it('never writes an older value over a newer one that went to other cases', async () => {
    answer = () => ({ ok: false, code: 'unreachable' });
    queue.add(typed('old', ['a', 'b']));
    await vi.advanceTimersByTimeAsync(30);
    answer = () => ({ ok: true, at: 1 });
    queue.add(typed('new', ['b']));
    await vi.advanceTimersByTimeAsync(2000);
    const last = (key: string) => sent.filter(({ job }) => job.keys.includes(key)).at(-1);
    expect(textOf(last('b')?.job as SaveJob)).toBe('new');
    expect(last('a')?.job.keys).toEqual(['a']);
    expect(queue.status.is).toBe('saved');
  });

  it('holds what is not yet known to be kept', async () => {
    queue.add(typed('a'));
    expect(queue.holds({ criterion: 'ask' }, 'a')).toBe(true);
    expect(queue.holds({ criterion: 'ask' }, 'b')).toBe(false);
    expect(queue.holds('reason', 'a')).toBe(false);
    await vi.advanceTimersByTimeAsync(30);
    expect(queue.holds({ criterion: 'ask' }, 'a')).toBe(false);
  });
});
