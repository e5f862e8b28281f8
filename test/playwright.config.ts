// End-to-end tests in a real browser: on the practice desk, and (test/e2e/request-tracker) on the real Request Tracker.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { isSet } from './setup/machine.ts';
import { REPORTS } from './setup/places.ts';

/** The folders of test/e2e that need more than Chromium and the practice desk; each is a project of its own. */
const LIVE = ['request-tracker', 'redmine', 'firefox'];
const live = LIVE.map((name) => ({ name, testMatch: `${name}/**/*.spec.ts` }));
const practice = { name: 'practice', testIgnore: LIVE.map((name) => `${name}/**`) };

export default defineConfig({
  testDir: './e2e',
  globalSetup: './setup/e2e-setup.ts',
  projects: isSet(process.env.BATON_WITHOUT_DESKS) ? [practice] : [practice, ...live],
  // One browser at a time: two cores, one Request Tracker, and tests that measure time.
  workers: 1,
  fullyParallel: false,
  // CI's machine is shared and may stall for seconds: a second try, named and counted in the totals. Here, where the fault can be looked at, none.
  retries: isSet(process.env.CI) ? 1 : 0,
  forbidOnly: isSet(process.env.CI),
  timeout: 45_000,
  expect: { timeout: 5_000 },
  use: { trace: 'retain-on-failure', actionTimeout: 10_000, navigationTimeout: 15_000 },
  outputDir: join(REPORTS, 'e2e'),
  reporter: [['list'], ['json', { outputFile: join(REPORTS, 'e2e.json') }]],
});
