import { expect, it } from 'vitest';
import { add, countPlaywright, countVitest, NONE } from './results.ts';

it('counts what vitest reports, and a todo as skipped', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

it('counts what Playwright reports, and a flaky test as failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

it.each(['{}', '{"stats":{}}', '<html>'])('takes no report that says nothing: %s', (report) => {
  expect(() => countVitest(report)).toThrow();
  expect(() => countPlaywright(report)).toThrow();
});

it('adds up', () => {
  expect(add({ passed: 1, failed: 2, skipped: 3 }, add({ passed: 10, failed: 20, skipped: 30 }, NONE))).toEqual({
    passed: 11,
    failed: 22,
    skipped: 33,
  });
});
