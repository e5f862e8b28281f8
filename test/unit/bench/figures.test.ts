import { describe, expect, it } from 'vitest';
import { BUDGETS } from '../../bench/budgets.ts';
import { figure, line, median, percentile, table } from '../../bench/figures.ts';
import { inTurn, sideBySide } from '../../bench/run-parts.ts';
import { tasks } from '../../bench/trace.ts';

describe('percentiles', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);

  it('are values that were measured, and that this share does not exceed', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([1, 9], 0)).toBe(1);
  });

  it('the middle is that of two where the count is even', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([2, 10])).toBe(6);
  });

  it('of nothing there are none', () => {
    expect(() => percentile([], 0.5)).toThrow('nothing was measured');
    expect(() => median([])).toThrow('nothing was measured');
  });

  it('leave the numbers in their order', () => {
    const numbers = [3, 1, 2, 5];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2, 5]);
  });
});

describe('a figure', () => {
  it('keeps its budget up to the budget itself, and breaks it above', () => {
    expect(figure('x', 150, 'ms', 150).ok).toBe(true);
    expect(figure('x', 151, 'ms', 150)).toEqual({ name: 'x', value: 151, unit: 'ms', budget: 150, ok: false });
    expect(figure('x', 0.1, '', 0).ok).toBe(false);
  });

  it('is never rounded to the kept side: a byte too much is one', () => {
    expect(figure('x', 24_577, 'B', 24_576).ok).toBe(false);
    expect(figure('x', 0.2004, 'ms', 0.2).ok).toBe(false);
    expect(figure('x', 1.104, '×', 1.1).ok).toBe(false);
  });

  it('without a budget is well, and one that is no number is not', () => {
    expect(figure('x', 1_000, 'ms')).toMatchObject({ budget: null, ok: true });
    expect(figure('x', Number.NaN, 'ms').ok).toBe(false);
    expect(figure('x', Number.NaN, 'ms', 5).ok).toBe(false);
  });

  it('is told with three digits that count, and its line says when its budget is broken', () => {
    expect(figure('x', 0.123456, 'ms').value).toBe(0.123);
    expect(line(figure('verdict', 0.5, 'ms', 1), 10)).toMatch(/^ {2}verdict +0\.5 ms +budget 1 ms$/);
    expect(line(figure('verdict', 1.5, 'ms', 1), 10)).toMatch(/BROKEN$/);
  });
});

it('a table has its columns under their heads', () => {
  expect(
    table(
      ['', 'time'],
      [
        ['none', '1 ms'],
        ['Baton', '10 ms'],
      ],
    ),
  ).toBe('           time\n  none     1 ms\n  Baton   10 ms');
});

it('set-ups are measured in turn, every second round backwards', () => {
  const three = ['none', 'Baton', 'another'];
  expect([0, 1, 2].map((round) => sideBySide(three, round))).toEqual([three, three.toReversed(), three]);
});

it('in turn each set-up is first as often as any other', () => {
  const three = ['none', 'floor', 'Baton'];
  expect([0, 1, 2, 3].map((round) => inTurn(three, round)[0])).toEqual(['none', 'floor', 'Baton', 'none']);
  expect(inTurn(three, 4)).toEqual(['floor', 'Baton', 'none']);
});

it('the tasks of a thread are those of its own that began between two moments', () => {
  const at = (ts: number, more: object = {}) => ({
    name: 'RunTask',
    cat: '',
    ph: 'X',
    pid: 1,
    tid: 1,
    ts,
    args: {},
    ...more,
  });
  const start = at(10, { name: 'navigationStart' });
  const events = [at(5), start, at(11), at(12, { tid: 2 }), at(13, { name: 'Layout' }), at(19), at(20)];
  expect(tasks(events, start, 20).map(({ ts }) => ts)).toEqual([11, 19]);
});

it('the budgets are those of the design', () => {
  expect(BUDGETS).toMatchObject({
    loadRatio: 1.1,
    firstPaint: 5,
    scriptPerKey: 0.2,
    typingRatio: 1.1,
    verdict: 1,
    captureNewest: 16,
    captureAll: 200,
    captureSlice: 8,
    slicesWhileTyping: 0,
    panelFirst: 150,
    panelAgain: 50,
    popupRatio: 1.2,
    memoryNoCase: 1,
    memoryPanel: 15,
  });
});
