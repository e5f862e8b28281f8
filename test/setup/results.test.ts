import { expect, it } from 'vitest';
import { add, countPlaywright, countVitest, failuresInPlaywright, NONE } from './results.ts';

it('counts what vitest reports, and a todo as skipped', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 3, flaky: 0 });
});

it('counts what Playwright reports, and of those that passed the ones that needed another try', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 6, failed: 1, skipped: 2, flaky: 1 });
});

it.each(['{}', '{"stats":{}}', '<html>'])('takes no report that says nothing: %s', (report) => {
  expect(() => countVitest(report)).toThrow();
  expect(() => countPlaywright(report)).toThrow();
});

it('adds up', () => {
  const one = { passed: 1, failed: 2, skipped: 3, flaky: 4 };
  const ten = { passed: 10, failed: 20, skipped: 30, flaky: 40 };
  expect(add(one, add(ten, NONE))).toEqual({ passed: 11, failed: 22, skipped: 33, flaky: 44 });
});

it('names each test that failed, those first that never passed, with what went wrong and without colours', () => {
  const test = (status: string, message: string) => ({
    projectName: 'practice',
    status,
    results: [{ errors: message ? [{ message }] : [] }],
  });
  const suites = [
    {
      title: 'doors.spec.ts',
      specs: [{ title: 'is fine', tests: [test('expected', '')] }],
      suites: [
        {
          title: 'the link Take',
          specs: [
            { title: 'is let go', tests: [test('flaky', 'late')] },
            { title: 'is held', tests: [test('unexpected', '\u001b[31mno panel\u001b[39m')] },
          ],
        },
      ],
    },
  ];
  expect(failuresInPlaywright(JSON.stringify({ suites }))).toEqual([
    { name: '[practice] › doors.spec.ts › the link Take › is held', flaky: false, errors: ['no panel'] },
    { name: '[practice] › doors.spec.ts › the link Take › is let go', flaky: true, errors: ['late'] },
  ]);
});
