// End-to-end tests in a real browser: on the practice desk, and (test/e2e/request-tracker) on the real Request Tracker.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { mayPutPolicies } from './setup/company.ts';
import { isSet } from './setup/machine.ts';
import { PRACTICE_PORT, REPORTS } from './setup/places.ts';

const E2E = join(import.meta.dirname, 'e2e');
/** The folders of test/e2e that need more than Chromium and the practice desk; each is a project of its own. */
const LIVE = ['request-tracker', 'redmine'];
// By whole paths: a pattern without one would be met by the name of any folder above this project too.
const MEASURED = join(E2E, 'request-tracker', 'delays.spec.ts');
const live = LIVE.map((name) => ({ name, testDir: join(E2E, name), testIgnore: MEASURED, workers: 1 }));
// Chromium reads policies of the whole machine alone: where nobody may write one, Firefox's test stands for both.
const policies = mayPutPolicies ? [] : [join(E2E, 'policy.spec.ts')];
const others = [...LIVE, 'firefox', 'headed'].map((name) => join(E2E, name, '**'));
const practice = { name: 'practice', testIgnore: [...others, ...policies] };
const withoutDesks = isSet(process.env.BATON_WITHOUT_DESKS);
const withoutFirefox = isSet(process.env.BATON_WITHOUT_FIREFOX);
const withoutWindow = isSet(process.env.BATON_WITHOUT_WINDOW);
/** Its part on a live desk bears that desk's name. */
const firefox = {
  name: 'firefox',
  testDir: join(E2E, 'firefox'),
  // One browser serves all of its tests, and each closes the pages of the one before.
  use: { trace: 'off' as const, screenshot: 'off' as const },
  workers: 1,
  testIgnore: withoutDesks ? LIVE.map((name) => join(E2E, 'firefox', `${name}*`)) : [],
};

/** A browser with a real window, on a display of its own, that a person's presses reach. */
const headed = {
  name: 'headed',
  testDir: join(E2E, 'headed'),
  workers: 1,
  testIgnore: withoutFirefox ? [join(E2E, 'headed', 'firefox*')] : [],
};

/** What measures time runs alone, when all others are through. */
const measured = {
  name: 'measured',
  testMatch: MEASURED,
  dependencies: ['practice', ...LIVE, ...(withoutFirefox ? [] : ['firefox']), ...(withoutWindow ? [] : ['headed'])],
};

export default defineConfig({
  testDir: E2E,
  globalSetup: './setup/e2e-setup.ts',
  // The slowest first, so that both workers end together.
  projects: [
    ...(withoutDesks ? [] : live),
    ...(withoutFirefox ? [] : [firefox]),
    practice,
    ...(withoutWindow ? [] : [headed]),
    ...(withoutDesks ? [] : [measured]),
  ],
  // Two browsers at a time for two cores, each with a practice desk of its own; of each live desk there is one.
  workers: PRACTICE_PORT.e2e.length,
  fullyParallel: false,
  // CI's machine is shared and may stall for seconds: further tries, named and counted in the totals. Here, where the fault can be looked at, none.
  retries: isSet(process.env.CI) ? 2 : 0,
  forbidOnly: isSet(process.env.CI),
  // So long a wait is no promise: what must come within a time says so in its test. It costs only where a test fails.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    // Recording takes a third of a test's processor time. Where there is no other try, ask for it: --trace on.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
  },
  outputDir: join(REPORTS, 'e2e'),
  reporter: [['list'], ['json', { outputFile: join(REPORTS, 'e2e.json') }]],
});
