// Baton as it ships reads no page until a person allows its host; then that host alone.
import type { Page } from '@playwright/test';
import { ensureBuild } from '../setup/build.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { launchGranting, launchShipped } from './granting.ts';
import { openPopup } from './popup.ts';
import {
  type Baton,
  expect,
  kinds,
  open,
  overlayText,
  PRACTICE_URL,
  panelOf,
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
  await page.waitForSelector('baton-overlay', { state: 'attached' });
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
