// The first minute in a real window: the icon, the popup, the browser's own prompt, and what the page says after it.
import type { Page } from '@playwright/test';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in.ts';
import { startHttpsSource } from '../../desks/https-source.ts';
import { ensureBuild } from '../../setup/build.ts';
import { isPopupOpen } from '../popup.ts';
import { expect, kinds, open, overlayText, PRACTICE_URL, panelOf, saveToEngineering } from '../practice.ts';
import { test, type Window } from './window.ts';

const HOST = 'http://127.0.0.1/*';

test.beforeAll(async () => {
  await ensureBuild('chromium');
});

const granted = ({ baton }: Window) => baton.inWorker(async () => (await chrome.permissions.getAll()).origins ?? []);
const scripts = ({ baton }: Window) =>
  baton.inWorker(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
const stored = ({ baton }: Window) => baton.inWorker(() => chrome.storage.local.get(null));
const desks = async (window: Window) => ((await stored(window))['settings'] as { desks: unknown[] }).desks;

const wishes = async (window: Window) => Object.keys(await stored(window)).filter((key) => key.startsWith('wish'));

async function ownPage({ baton }: Window, path: string): Promise<Page> {
  const page = await baton.newPage();
  await page.goto(`chrome-extension://${baton.launched.extensionId}/${path}`);
  return page;
}

/** The desk is held, as its page says. */
async function expectHeld(page: Page): Promise<void> {
  await saveToEngineering(page);
  await panelOf(page);
}

for (const scheme of ['light', 'dark'] as const)
  test.describe(scheme, () => {
    test.use({ scheme });

    test(`allowed while Baton’s worker sleeps (${scheme}): the desk is on, its page says so, and the next handoff is held`, async ({
      window,
      desk,
    }) => {
      const { page } = window;
      await open(page, '/case/1');
      await window.endWorker();
      await window.pressIcon();
      await expect.poll(() => window.popupText()).toContain('This looks like Practice desk');
      await window.picture('1 the popup');
      await window.pressInPopup('Use Baton on this site');
      await window.promptShown();
      // The prompt has closed the popup, and nothing of that page lives on.
      expect(await isPopupOpen(window.baton.context)).toBe(false);
      await window.picture('2 the prompt');
      await window.endWorker();
      await window.answer('Allow');
      await expect.poll(() => overlayText(page)).toContain('Baton is on here. It holds: Support to Engineering');
      await window.picture('3 the page says so');
      expect(await granted(window)).toEqual([HOST]);
      expect(await desks(window)).toEqual([{ origin: PRACTICE_URL, site: 'practice' }]);
      expect(await scripts(window)).toBe(2);
      expect(await wishes(window)).toEqual([]);
      await expectHeld(page);
      await window.picture('4 held');
      expect(await desk.writes()).toEqual([]);
      expect(kinds(await window.baton.events())).toEqual(['desk-allowed', 'held']);
    });
  });

test('refused: nothing is on, nothing is remembered, and a later grant of the same host turns nothing on', async ({
  window,
  desk,
}) => {
  const { page, baton } = window;
  await open(page, '/case/1');
  await window.endWorker();
  await window.pressIcon();
  await window.pressInPopup('Use Baton on this site');
  await window.promptShown();
  await window.answer('Deny');
  expect(await granted(window)).toEqual([]);
  expect(await desks(window)).toEqual([]);
  await window.pressIcon();
  await expect.poll(() => window.popupText()).toContain('Use Baton on this site');
  await window.display.press('Escape');

  // Eleven minutes later somebody grants the host for another reason.
  await baton.inWorker(async (key) => {
    const { [key]: wish } = (await chrome.storage.local.get(key)) as Record<string, { at: number }>;
    if (wish) await chrome.storage.local.set({ [key]: { ...wish, at: wish.at - 11 * 60_000 } });
  }, `wish ${HOST}`);
  const dashboard = await ownPage(window, 'dashboard.html');
  await window.noteWindow();
  const asked = dashboard.evaluate((origins) => chrome.permissions.request({ origins }), [HOST]);
  await window.promptShown();
  await window.answer('Allow');
  expect(await asked).toBe(true);
  expect(await granted(window)).toEqual([HOST]);
  await expect.poll(() => wishes(window)).toEqual([]);
  expect(await desks(window)).toEqual([]);
  expect(await scripts(window)).toBe(0);
  await page.bringToFront();
  await page.reload();
  await saveToEngineering(page);
  await page.waitForSelector('#flash');
  expect(await desk.writes()).toHaveLength(1);
});

for (const closed of [false, true])
  test(`allowed from the welcome while the worker sleeps${closed ? ', its page closed under the prompt' : ''}: the desk is on`, async ({
    window,
  }) => {
    const welcome = await ownPage(window, 'welcome.html');
    await welcome.getByLabel('Find your desk').fill('redm');
    await welcome.getByText('Redmine', { exact: true }).click();
    await welcome.getByRole('textbox', { name: /^The address of Redmine/ }).fill('http://127.0.0.1:18002/');
    await window.noteWindow();
    await window.endWorker();
    await welcome.getByRole('button', { name: 'Allow Redmine' }).click();
    await window.promptShown();
    if (closed) await welcome.close();
    await window.answer('Allow');
    await expect.poll(() => desks(window)).toEqual([{ origin: 'http://127.0.0.1:18002', site: 'redmine' }]);
    if (!closed) await expect(welcome.getByText(/^Allowed: Baton now reads 127\.0\.0\.1:18002/)).toBeVisible();
  });

test.describe('a source of playbooks', () => {
  test.use({ flags: ['--ignore-certificate-errors'] });

  test('allowed after its page was closed under the prompt: the dashboard shows what it brings when it is next opened', async ({
    window,
  }) => {
    const source = await startHttpsSource();
    const playbook = { ...builtInPlaybooks[0], id: 'to-billing', name: 'To Billing' };
    source.brings(JSON.stringify({ baton: 'playbooks', version: 1, playbooks: [playbook] }));
    const dashboard = await ownPage(window, 'dashboard.html#playbooks');
    await dashboard.getByLabel('Address').fill(source.url);
    await window.noteWindow();
    await dashboard.getByRole('button', { name: 'Look what it brings' }).click();
    await window.promptShown();
    await dashboard.close();
    await window.answer('Allow');
    await expect.poll(() => granted(window)).toEqual(['https://127.0.0.1/*']);
    expect(await desks(window)).toEqual([]);
    const again = await ownPage(window, 'dashboard.html#playbooks');
    await expect(again.getByRole('region', { name: `Playbooks from ${source.url}` })).toContainText('To Billing');
    expect(await wishes(window)).toEqual([]);
    await source.close();
  });
});

test('its keys open Baton, and the popup says which they are', async ({ window }) => {
  await open(window.page, '/case/1');
  await window.page.bringToFront();
  await window.page.click('h1');
  await window.display.press('alt+shift+k');
  await expect.poll(() => isPopupOpen(window.baton.context)).toBe(true);
  await expect.poll(() => window.popupText()).toContain('Alt+Shift+K opens Baton.');
});
