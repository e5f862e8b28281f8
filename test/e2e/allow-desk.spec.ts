// Baton as it ships reads no page until a person allows its host; then that host alone.
import type { Page } from '@playwright/test';
import { ensureBuild } from '../setup/build.ts';
import { PRACTICE_PORT } from '../setup/places.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { launchGranting, launchShipped } from './granting.ts';
import { openPopup } from './popup.ts';
import {
  ASK,
  answer,
  type Baton,
  chooseTeam,
  expect,
  kinds,
  open,
  openCase,
  overlayText,
  PRACTICE_URL,
  panelOf,
  saved,
  saveToEngineering,
  test,
} from './practice.ts';

const HOST = 'http://127.0.0.1/*';
const ORIGIN = PRACTICE_URL;

let profile: string;
let baton: Baton;
let page: Page;

test.beforeAll(async () => {
  await ensureBuild('chromium');
});
test.beforeEach(async () => {
  profile = await makeProfile();
  baton = await launchGranting(profile, HOST);
  page = await baton.newPage();
});
test.afterEach(async () => {
  await baton.launched.close();
  await removeProfile(profile, true);
});

const granted = () => baton.inWorker(async () => (await chrome.permissions.getAll()).origins ?? []);
const registered = () =>
  baton.inWorker(async () =>
    (await chrome.scripting.getRegisteredContentScripts())
      .map(({ matches, js }) => [matches, js].flat().join(' '))
      .sort(),
  );
const SCRIPTS = [`${HOST} sites/practice.js graphql.js controls.js gate.js`, `${HOST} wire.js`];

/** Allows the desk from the popup, as a person does. */
async function allow(): Promise<void> {
  const popup = await openPopup(baton, page);
  await expect.poll(() => popup.text()).toContain('This looks like Practice desk');
  await popup.press('Use Baton on this site');
}

test('before: no host, no script, and the desk works as if Baton were not there', async ({ desk }) => {
  await open(page, '/case/1');
  expect(await granted()).toEqual([]);
  expect(await registered()).toEqual([]);
  await saveToEngineering(page);
  await page.waitForSelector('#flash');
  await expect(page.locator('baton-overlay')).toHaveCount(0);
  expect(await desk.writes()).toHaveLength(1);
});

test('one press allows exactly this host; the open page is loaded anew, and gated', async ({ desk }) => {
  await open(page, '/case/1');
  const loaded = page.waitForEvent('load');
  await allow();
  await expect.poll(granted).toEqual([HOST]);
  await expect.poll(registered).toEqual(SCRIPTS);
  await loaded;
  // The page says that Baton is on, and what it will hold.
  await expect.poll(() => overlayText(page)).toContain('Baton is on here. It holds: Support to Engineering');
  await saveToEngineering(page);
  await panelOf(page);
  expect(await desk.writes()).toEqual([]);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['desk-allowed', 'held']);
});

test('an open page with something typed in it is not loaded anew, but told how to start', async () => {
  await open(page, '/case/1');
  await page.fill('#reply-body', 'Half a reply');
  await allow();
  await expect.poll(registered).toEqual(SCRIPTS);
  await expect.poll(() => overlayText(page)).toContain('Reload this page to start it');
  await expect(page.locator('#reply-body')).toHaveValue('Half a reply');
  await page.reload();
  await expect.poll(() => overlayText(page)).toContain('Baton is on here');
});

test('a list says that Baton is on too, and says it once', async () => {
  await open(page, '/');
  await allow();
  await expect.poll(() => overlayText(page)).toContain('Baton is on here');
  await page.reload();
  await openCase(page);
  await saveToEngineering(page);
  await panelOf(page);
  expect(await overlayText(page)).not.toContain('Baton is on here');
});

test('another desk of the same host starts in its open page as it is: it is read, says so, and holds', async () => {
  const other = PRACTICE_PORT.e2e.find((port) => !ORIGIN.endsWith(`:${port}`));
  await open(page, '/case/1');
  await allow();
  await expect.poll(() => overlayText(page)).toContain('Baton is on here');
  const second = await baton.newPage();
  await second.goto(`http://127.0.0.1:${other}/case/1`);
  await second.fill('#reply-body', 'Half a reply');
  const popup = await openPopup(baton, second);
  await expect.poll(() => popup.text()).toContain('This looks like Practice desk');
  await popup.press('Use Baton on this site');
  await expect.poll(() => overlayText(second)).toContain('Baton is on here. It holds: Support to Engineering');
  await expect(second.locator('#reply-body')).toHaveValue('Half a reply');
  const read = async () =>
    (await baton.rows<{ snapshot: { url: string } }>('sightings')).map(({ snapshot }) => snapshot.url);
  await expect.poll(read).toContain(`http://127.0.0.1:${other}/case/1`);
  await chooseTeam(second);
  await expect.poll(() => overlayText(second)).toContain('to Engineering');
  await second.click('#details-save', { noWaitAfter: true });
  await panelOf(second);
});

/** How a person takes a desk away, each from another place. */
const WAYS: Record<string, (page: Page) => Promise<unknown>> = {
  'in the dashboard': async () => {
    const dashboard = await baton.newPage();
    await dashboard.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#desks`);
    await dashboard.getByRole('button', { name: `Remove ${ORIGIN}` }).click();
  },
  'in the popup': async (from) => {
    const popup = await openPopup(baton, from);
    await expect.poll(() => popup.text()).toContain('Stop using Baton here');
    await popup.press('Stop using Baton here');
    await expect.poll(() => popup.text()).toContain('Use Baton on this site');
  },
  'in the browser’s own settings': () => baton.inWorker((origins) => chrome.permissions.remove({ origins }), [HOST]),
};

for (const [where, remove] of Object.entries(WAYS))
  test(`removed ${where}, Baton leaves the open page at once: what was held is taken back, and the draft stays`, async ({
    desk,
  }) => {
    await open(page, '/case/1');
    await allow();
    await expect.poll(registered).toEqual(SCRIPTS);
    await page.waitForSelector('baton-overlay', { state: 'attached' });
    await saveToEngineering(page);
    const panel = await panelOf(page);
    await answer(panel, ASK, 'Why is the export blank?');
    await saved(panel);
    await remove(page);
    await expect(page.locator('baton-overlay')).toHaveCount(0);
    await expect.poll(() => page.frames().length).toBe(1);
    await expect.poll(registered).toEqual([]);
    const last = async () => (await baton.events()).find(({ kind }) => kind === 'cancelled')?.payload;
    await expect.poll(last).toMatchObject({ why: 'removed' });
    expect(JSON.stringify(await baton.rows('drafts'))).toContain('Why is the export blank?');
    // The desk works as if Baton had never been there.
    await expect(page.locator('#details-team')).toHaveValue('engineering');
    expect(await desk.writes()).toEqual([]);
    await page.click('#details-save');
    await page.waitForSelector('#flash');
    expect(await desk.writes()).toHaveLength(1);
  });

test('removed and allowed again, Baton goes on in the page as it is', async ({ desk }) => {
  await open(page, '/case/1');
  await allow();
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await page.fill('#reply-body', 'Half a reply');
  await WAYS['in the dashboard']?.(page);
  await expect(page.locator('baton-overlay')).toHaveCount(0);
  await page.bringToFront();
  await allow();
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await expect.poll(() => overlayText(page)).toContain('Baton is on here');
  await expect(page.locator('#reply-body')).toHaveValue('Half a reply');
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await expect(panel.getByText(/What exactly you ask/).first()).toBeVisible();
  expect(await desk.writes()).toEqual([]);
});

test('a host that is taken back in the browser is left at once, and the record stays', async ({ desk }) => {
  await open(page, '/case/1');
  await allow();
  await expect.poll(registered).toEqual(SCRIPTS);
  // The page is loaded anew, and no navigation of ours may meet that.
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await baton.inWorker((origins) => chrome.permissions.remove({ origins }), [HOST]);
  await expect.poll(registered).toEqual([]);
  await open(page, '/case/1');
  await saveToEngineering(page);
  await page.waitForSelector('#flash');
  expect(await desk.writes()).toHaveLength(1);
  expect(kinds(await baton.events())).toEqual(['desk-allowed']);
});

test('scripts that the browser lost are registered again when Baton starts', async () => {
  await open(page, '/case/1');
  await allow();
  await expect.poll(registered).toEqual(SCRIPTS);
  await baton.inWorker(() => chrome.scripting.unregisterContentScripts());
  await baton.launched.close();
  baton = await launchShipped(profile);
  await expect.poll(registered).toEqual(SCRIPTS);
  const { settings } = await baton.inWorker(() => chrome.storage.local.get('settings'));
  expect(settings).toMatchObject({ desks: [{ origin: ORIGIN, site: 'practice' }] });
});
