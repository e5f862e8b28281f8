// Reading the JSON reports of vitest and Playwright into one kind of count.
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** In: what vitest's json reporter wrote. A todo counts as skipped. */
export function countVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0 } = JSON.parse(report);
  return counts(numPassedTests, numFailedTests, numPendingTests + numTodoTests, 'vitest');
}

/** In: what Playwright's json reporter wrote. A flaky test counts as failed: it did fail. */
export function countPlaywright(report: string): Counts {
  const { expected, unexpected, flaky = 0, skipped } = JSON.parse(report).stats ?? {};
  return counts(expected, unexpected + flaky, skipped, 'Playwright');
}

function counts(passed: unknown, failed: unknown, skipped: unknown, whose: string): Counts {
  if (![passed, failed, skipped].every(Number.isInteger))
    throw new Error(`${whose}'s report does not say how many tests passed, failed and were skipped`);
  return { passed: passed as number, failed: failed as number, skipped: skipped as number };
}
