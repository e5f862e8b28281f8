// A desk on plain http in a company's own network is no secure context: no clipboard, no crypto. Baton works there all the same.
import type { Page } from '@playwright/test';
import { launchWithExtension } from '../setup/browsers.ts';
import { ensureBuild } from '../setup/build.ts';
import { BUILDS } from '../setup/places.ts';
import {
  type Baton,
  batonOf,
  completeSupport,
  DESK_PORT,
  expect,
  handOver,
  kinds,
  overlayText,
  panelOf,
  ready,
  saveToEngineering,
  test,
} from './practice.ts';

const DESK = `http://desk.test:${DESK_PORT}`;

let baton: Baton;
let page: Page;

test.beforeAll(async () => {
  await ensureBuild('intranet');
});
test.beforeEach(async () => {
  const launched = await launchWithExtension({
    extensionDir: BUILDS.intranet.extension,
    headless: true,
    viewport: { width: 1400, height: 900 },
    args: ['--host-resolver-rules=MAP desk.test 127.0.0.1'],
  });
  baton = batonOf(launched);
  await ready(baton);
  page = await baton.newPage();
  await page.goto(`${DESK}/case/1`);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
});
test.afterEach(() => baton.launched.close());

test('the page is no secure context, and the desk’s record says which desk it is', async () => {
  const lacks = await page.evaluate(() => [isSecureContext, typeof navigator.clipboard, typeof crypto.randomUUID]);
  expect(lacks).toEqual([false, 'undefined', 'undefined']);
  await page.click('#edit-details');
  await page.selectOption('#details-team', { label: 'Engineering' });
  await expect.poll(() => overlayText(page)).toContain('to Engineering: 4 missing');
});

test('a handoff is held, filled in and sent', async ({ desk }) => {
  await saveToEngineering(page);
  const panel = await panelOf(page);
  expect(await desk.writes()).toEqual([]);
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'sending', 'sent']);
  const [handoff] = await baton.rows<{ ref: { origin: string } }>('handoffs');
  expect(handoff?.ref.origin).toBe(DESK);
});

test('the handoff as text is copied with one press, and pasted where the person wants it', async () => {
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await completeSupport(panel);
  await panel.getByRole('button', { name: 'Copy as text' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  await page.locator('#reply-body').focus();
  await page.keyboard.press('Control+V');
  const pasted = page.locator('#reply-body');
  await expect(pasted).toHaveValue(/Find out why the export of mixed currencies is blank/);
  await expect(pasted).toHaveValue(/Scheduled exports arrive empty since the last update/);
});
