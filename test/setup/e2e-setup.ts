// What end-to-end tests stand on: a browser, an up-to-date build, the practice desk, and Request Tracker. Fails clearly when one cannot be had.
import { startPracticeDesk } from '../desks/practice/server.ts';
import { requestTrackerAnswers, startRequestTracker, stopRequestTracker } from '../desks/rt.ts';
import { ensureBrowser } from './browsers.ts';
import { ensureBuild } from './build.ts';
import { ensureFirefox } from './firefox.ts';
import { isSet } from './machine.ts';
import { PRACTICE_PORT } from './places.ts';

/** Playwright's globalSetup. Out: what ends it again. */
export default async function setUp(): Promise<() => Promise<void>> {
  await ensureBrowser();
  const liveDesks = !isSet(process.env.BATON_WITHOUT_DESKS);
  const wasUp = liveDesks && (await requestTrackerAnswers());
  // Also where it answers: the script makes sure that it is ours, with today's seed.
  if (liveDesks) await startRequestTracker();
  await ensureBuild('e2e');
  if (!isSet(process.env.BATON_WITHOUT_FIREFOX)) {
    await ensureFirefox();
    await ensureBuild('firefoxE2e');
  }
  const practice = await startPracticeDesk({ port: PRACTICE_PORT.e2e });
  return async () => {
    await practice.close();
    // A developer's stays up for the next run (npm run test:desks:stop ends it); CI leaves nothing behind.
    if (liveDesks && !wasUp && isSet(process.env.CI)) await stopRequestTracker();
  };
}
