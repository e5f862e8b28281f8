import { describe, expect, it, vi } from 'vitest';
import { Holds, IDLE_LIMIT, type Way } from '../../../lib/gate/holds';

const way = (): Way => ({ go: vi.fn(() => true), cancel: vi.fn() });

describe('what is stopped in a page', () => {
  it('has one hold for one set of changes: a retry joins it', () => {
    const holds = new Holds();
    const first = holds.add('form', 'a', [], way(), 0);
    const again = holds.add('form', 'a', [], way(), 1);
    expect(again).toBe(first);
    expect(holds.size).toBe(1);
    expect(holds.add('form', 'b', [], way(), 2)).not.toBe(first);
    expect(holds.size).toBe(2);
  });

  it.each([
    ['wire', 'wire'],
    ['wire', 'form'],
    ['form', 'wire'],
  ] as const)('a retry settles what it replaces, so that nothing leaves twice: %s, then %s', (before, after) => {
    const holds = new Holds();
    const [first, second] = [way(), way()];
    const hold = holds.add(before, 'a', [], first, 0);
    holds.add(after, 'a', [], second, 1);
    expect(first.cancel).toHaveBeenCalledTimes(1);
    expect(second.cancel).not.toHaveBeenCalled();
    expect(hold).toMatchObject({ way: second, door: after });
  });

  it('what the page takes back stays as a hold without a way, for its retry to join', () => {
    const holds = new Holds();
    const [gone, retry] = [way(), way()];
    const hold = holds.add('wire', 'a', [], gone, 0);
    expect(holds.lostWay(gone)).toBe(hold);
    expect(holds.lostWay(way())).toBeUndefined();
    expect(hold.way).toBeNull();
    expect(holds.add('wire', 'a', [], retry, 1)).toMatchObject({ attempt: hold.attempt, way: retry });
    expect(gone.cancel).not.toHaveBeenCalled();
  });

  it('is idle after ten minutes without a sign of work, and not before', () => {
    const holds = new Holds();
    const hold = holds.add('form', 'a', [], way(), 0);
    expect(holds.idle(IDLE_LIMIT - 1)).toEqual([]);
    expect(holds.idle(IDLE_LIMIT)).toEqual([hold]);
    holds.touch(IDLE_LIMIT);
    expect(holds.idle(IDLE_LIMIT * 2 - 1)).toEqual([]);
    holds.add('form', 'a', [], way(), IDLE_LIMIT * 2 - 1);
    expect(holds.idle(IDLE_LIMIT * 2 + 1)).toEqual([]);
    expect(IDLE_LIMIT).toBe(600_000);
  });

  it('is taken out once', () => {
    const holds = new Holds();
    const hold = holds.add('form', 'a', [], way(), 0);
    expect(holds.remove(hold.attempt)).toBe(hold);
    expect(holds.remove(hold.attempt)).toBeUndefined();
    expect(holds.all()).toEqual([]);
  });

  it('has names that nobody can guess', () => {
    const holds = new Holds();
    const names = Array.from({ length: 50 }, (_, i) => holds.add('form', String(i), [], way(), 0).attempt);
    expect(new Set(names).size).toBe(50);
    for (const name of names) expect(name).toMatch(/^\d+-\d+-\d+$/);
  });
});
