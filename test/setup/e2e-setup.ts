// What end-to-end tests stand on: a browser, an up-to-date build, the practice desk, and the live desks. Fails clearly when one cannot be had.
import { startMirrors } from '../desks/mirrors/server.ts';
import { startPracticeDesk } from '../desks/practice/server.ts';
import { redmineAnswers, startRedmine, stopRedmine } from '../desks/redmine.ts';
import { requestTrackerAnswers, startRequestTracker, stopRequestTracker } from '../desks/rt.ts';
import { ensureBrowser } from './browsers.ts';
import { ensureBuild } from './build.ts';
import { ensureDisplay } from './display.ts';
import { ensureFirefox } from './firefox.ts';
import { isSet } from './machine.ts';
import { MIRROR_PORTS, PRACTICE_PORT } from './places.ts';

/** Playwright's globalSetup. Out: what ends it again. */
export default async function setUp(): Promise<() => Promise<void>> {
  await ensureBrowser();
  const liveDesks = !isSet(process.env.BATON_WITHOUT_DESKS);
  const [rtWasUp, redmineWasUp] = liveDesks ? await Promise.all([requestTrackerAnswers(), redmineAnswers()]) : [];
  // Also where they answer: the scripts make sure that they are ours, with today's seed.
  if (liveDesks) await Promise.all([startRequestTracker(), startRedmine()]);
  await ensureBuild('e2e');
  if (!isSet(process.env.BATON_WITHOUT_FIREFOX)) {
    await ensureFirefox();
    await ensureBuild('firefoxE2e');
  }
  if (!isSet(process.env.BATON_WITHOUT_WINDOW)) await ensureDisplay();
  const own = await Promise.all([
    ...PRACTICE_PORT.e2e.map((port) => startPracticeDesk({ port })),
    ...MIRROR_PORTS.map(startMirrors),
  ]);
  return async () => {
    await Promise.all(own.map((desk) => desk.close()));
    // A developer's stay up for the next run (npm run test:desks:stop ends them); CI leaves nothing behind.
    if (!liveDesks || !isSet(process.env.CI)) return;
    if (!rtWasUp) await stopRequestTracker();
    if (!redmineWasUp) await stopRedmine();
  };
}
