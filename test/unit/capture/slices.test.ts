// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inputPending, inSlices } from '../../../lib/capture/slices';

/** A clock that only work moves on, and a browser that is idle whenever it is asked to be. */
let clock = 0;
let idle: (() => void)[] = [];
const slices: number[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
  idle = [];
  slices.length = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.stubGlobal('requestIdleCallback', (work: (deadline: IdleDeadline) => void) => {
    idle.push(() => work({ didTimeout: false, timeRemaining: () => 50 }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** One idle moment; notes how long what runs in it took. */
function idleOnce(): boolean {
  const work = idle.shift();
  const began = clock;
  work?.();
  if (work) slices.push(clock - began);
  return work !== undefined;
}

function* steps(count: number, each: number): Generator<void, void> {
  for (let i = 0; i < count; i += 1) {
    clock += each;
    yield;
  }
}

describe('work in slices', () => {
  it('is done in the end, in many slices of at most eight milliseconds, also where one step takes four', () => {
    for (const each of [0.1, 1, 3.9]) {
      slices.length = 0;
      // What is made of it at the end takes as long as a slice may.
      const done = vi.fn(() => {
        clock += 8;
      });
      inSlices(steps(100, each), () => false, done);
      while (idleOnce());
      expect(done).toHaveBeenCalledExactlyOnceWith();
      expect(Math.max(...slices)).toBeLessThanOrEqual(8);
      expect(slices.length).toBeGreaterThan(1);
    }
  });

  it('begins no step while the person types, not even the next of a slice, and goes on after', () => {
    let typing = false;
    const taken: number[] = [];
    const done = vi.fn();
    const work = (function* () {
      for (let i = 0; i < 5; i += 1) {
        taken.push(i);
        if (i === 1) typing = true;
        yield;
      }
    })();
    inSlices(work, () => typing, done);
    while (idleOnce());
    vi.advanceTimersByTime(5_000);
    while (idleOnce());
    expect(taken).toEqual([0, 1]);
    typing = false;
    vi.advanceTimersByTime(5_000);
    while (idleOnce());
    expect(taken).toEqual([0, 1, 2, 3, 4]);
    expect(done).toHaveBeenCalledOnce();
  });

  it('can be ended', () => {
    const done = vi.fn();
    const end = inSlices(steps(100, 1), () => false, done);
    idleOnce();
    end();
    while (idleOnce());
    expect(clock).toBeLessThanOrEqual(8);
    expect(done).not.toHaveBeenCalled();
  });

  it('goes on where the browser knows no idle moments', () => {
    vi.unstubAllGlobals();
    vi.stubGlobal('requestIdleCallback', undefined);
    const done = vi.fn();
    inSlices(steps(20, 1), () => false, done);
    vi.advanceTimersByTime(1_000);
    expect(done).toHaveBeenCalledOnce();
  });
});

it('a key that waits is known where the browser tells, and else none is taken for granted', () => {
  expect(inputPending()).toBe(false);
  vi.stubGlobal('navigator', { scheduling: { isInputPending: () => true } });
  expect(inputPending()).toBe(true);
});
