// Reading the JSON reports of vitest and Playwright into one kind of count.
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Of those that passed: how many only at a later try. */
  flaky: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    flaky: a.flaky + b.flaky,
  };
}

/** In: what vitest's json reporter wrote. A todo counts as skipped. */
export function countVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0 } = JSON.parse(report);
  return counts('vitest', numPassedTests, numFailedTests, numPendingTests + numTodoTests, 0);
}

/** In: what Playwright's json reporter wrote. */
export function countPlaywright(report: string): Counts {
  const { expected, unexpected, flaky = 0, skipped } = JSON.parse(report).stats ?? {};
  return counts('Playwright', expected + flaky, unexpected, skipped, flaky);
}

function counts(whose: string, ...all: unknown[]): Counts {
  if (!all.every(Number.isInteger))
    throw new Error(`${whose}'s report does not say how many tests passed, failed and were skipped`);
  const [passed, failed, skipped, flaky] = all as [number, number, number, number];
  return { passed, failed, skipped, flaky };
}

/** A test that failed at least once, with the words of each failure. */
export interface Failure {
  name: string;
  /** Only a later try passed. */
  flaky: boolean;
  errors: string[];
}

interface Suite {
  title: string;
  suites?: Suite[];
  specs?: {
    title: string;
    tests: {
      projectName: string;
      status: string;
      results: { errors?: { message?: string }[] }[];
    }[];
  }[];
}

/** In: what Playwright's json reporter wrote. Out: every test that failed, and after those the ones that a later try passed. Throws on no report. */
export function failuresInPlaywright(report: string): Failure[] {
  const found: Failure[] = [];
  const walk = ({ title, suites = [], specs = [] }: Suite, above: string[]) => {
    const here = [...above, title].filter(Boolean);
    for (const spec of specs) {
      for (const { projectName, status, results } of spec.tests) {
        if (status !== 'unexpected' && status !== 'flaky') continue;
        const errors = results.flatMap(({ errors: all = [] }) => all.map(({ message = '' }) => plain(message)));
        const name = [`[${projectName}]`, ...here, spec.title].join(' › ');
        found.push({ name, flaky: status === 'flaky', errors });
      }
    }
    for (const suite of suites) walk(suite, here);
  };
  for (const suite of (JSON.parse(report) as { suites?: Suite[] }).suites ?? []) walk(suite, []);
  return found.sort((a, b) => Number(a.flaky) - Number(b.flaky));
}

/** Without the codes for colours. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what these codes begin with.
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
