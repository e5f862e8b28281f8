// What Baton reads on the running pages of the desks that run here: the practice desk always, the live desks where they answer.
import type { Page } from '@playwright/test';
import { startPracticeDesk } from '../desks/practice/server.ts';
import { Redmine, redmineAnswers } from '../desks/redmine.ts';
import { openRequestTracker, requestTrackerAnswers } from '../desks/rt.ts';
import { type Baton, batonOf, expect, ready } from '../e2e/harness.ts';
import * as redmine from '../e2e/redmine/desk.ts';
import * as rt from '../e2e/request-tracker/desk.ts';
import { launchWithExtension } from './browsers.ts';
import { ensureBuild } from './build.ts';
import { BUILDS, PRACTICE_PORT } from './places.ts';
import type { PageFacts } from './playbook-shares.ts';

/** The first of the cases that every desk is seeded with. */
const SEEDED = 'Invoice PDF export returns blank page for multi-currency orders';

/** Out: what was read, and the desks that do not run here. */
export async function livePages(): Promise<{ pages: PageFacts[]; notRunning: string[] }> {
  const [tracker, mine] = await Promise.all([requestTrackerAnswers(), redmineAnswers()]);
  await ensureBuild('e2e');
  const desk = await startPracticeDesk({ port: PRACTICE_PORT.e2e[0] });
  const launched = await launchWithExtension({ extensionDir: BUILDS.e2e.extension, headless: true });
  try {
    const baton = batonOf(launched);
    await ready(baton);
    const pages: PageFacts[] = [];
    const look = async (page: Page, url: string) => pages.push(await readOf(baton, page, url));
    for (const path of ['/case/1', '/deal/501'])
      await look(await baton.newPage(), `http://127.0.0.1:${PRACTICE_PORT.e2e[0]}${path}`);
    if (tracker) {
      const id = await (await openRequestTracker('root')).seeded(SEEDED);
      await look(await rt.signIn(baton, 'amara'), rt.display(id));
    }
    if (mine) {
      const id = await new Redmine('admin').seeded(SEEDED);
      await look(await redmine.signIn(baton, 'amara'), redmine.display(id));
    }
    return { pages, notRunning: [...(tracker ? [] : ['request-tracker']), ...(mine ? [] : ['redmine'])] };
  } finally {
    await launched.close();
    await desk.close();
  }
}

/** What Baton reads on a page that draws parts of itself late: once two looks, a second apart, found the same. */
async function readOf(baton: Baton, page: Page, url: string): Promise<PageFacts> {
  await page.goto(url);
  let before: PageFacts['snapshot'] | undefined;
  const standsStill = async () => {
    const rows = await baton.rows<{ snapshot?: PageFacts['snapshot'] }>('sightings');
    const now = rows.find(({ snapshot }) => snapshot?.url === url)?.snapshot;
    const same = now !== undefined && before !== undefined && sizeOf(now) > 0 && sizeOf(now) === sizeOf(before);
    before = now;
    return same;
  };
  const how = { timeout: 20_000, intervals: [1_000], message: `what is read of ${url}` };
  await expect.poll(standsStill, how).toBe(true);
  const snapshot = before as unknown as PageFacts['snapshot'];
  return { site: snapshot.site, snapshot };
}

const sizeOf = ({ fields, entries }: PageFacts['snapshot']) =>
  fields.length === 0 ? 0 : fields.length + entries.length;
