// Baton is updated under open pages: nothing that was held leaves, nothing stays blocked, and the fresh Baton goes on in the same page.
import type { Page } from '@playwright/test';
import {
  type Baton,
  completeSupport,
  expect,
  handOver,
  kinds,
  openCase,
  overlayText,
  panelOf,
  ready,
  saveToEngineering,
  test,
} from './practice.ts';

/**
 * Loads the extension anew, as an update does. Open pages keep the old scripts. The worker goes on asking for its words meanwhile, for
 * as many milliseconds as are given: who asks while the extension is unloaded gets none, and from then on nobody in that process does.
 */
async function update(baton: Baton, { asking = 0 } = {}): Promise<void> {
  // The browser takes an unpacked extension back only for developers.
  const settings = await baton.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await settings.close();

  const old = await baton.launched.serviceWorker();
  await old.evaluate(() => Object.assign(globalThis, { firstLife: true }));
  await old.evaluate((ms) => {
    setTimeout(() => {
      chrome.runtime.reload();
      const until = performance.now() + ms;
      while (performance.now() < until) chrome.i18n.getMessage('extension_name');
    }, 0);
  }, asking);
  const inFirstLife = async () =>
    (await baton.launched.serviceWorker()).evaluate(() => 'firstLife' in globalThis).catch(() => true);
  await expect.poll(inFirstLife).toBe(false);
  await ready(baton);
}

const patch = (page: Page) =>
  page.evaluate(() => {
    const world = globalThis as unknown as { ended: string };
    world.ended = 'waiting';
    void fetch('/api/cases/1', {
      method: 'PATCH',
      body: '{"team":"engineering"}',
      headers: { 'content-type': 'application/json' },
    }).then(
      ({ status }) => {
        world.ended = `answered ${status}`;
      },
      ({ name }: Error) => {
        world.ended = name;
      },
    );
  });
const ended = (page: Page) => page.evaluate(() => (globalThis as unknown as { ended: string }).ended);

/** The page is the same as before the update, and the fresh Baton has it. */
async function takenOver(page: Page): Promise<void> {
  await expect.poll(() => overlayText(page)).toContain('Baton was updated');
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
}

test.use({ ownBrowser: true });

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    addEventListener('load', () => Object.assign(globalThis, { sameDocument: true }));
  }),
);

test('a request that was held is taken back with nothing sent, and the next one is held by the fresh Baton', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await page.fill('#reply-body', 'Half a reply');
  await patch(page);
  await panelOf(page);
  await update(baton);
  await expect.poll(() => ended(page)).toBe('AbortError');
  await takenOver(page);
  await patch(page);
  const panel = await panelOf(page);
  expect(await desk.writes()).toEqual([]);
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(() => ended(page)).toBe('answered 200');
  expect(await desk.writes()).toHaveLength(1);
  await expect(page.locator('#reply-body')).toHaveValue('Half a reply');
});

test('a form that was held stays as it was filled in, and its next press is held by the fresh Baton', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await saveToEngineering(page);
  await panelOf(page);
  await update(baton);
  await takenOver(page);
  expect(await desk.writes()).toEqual([]);
  await expect(page.locator('#details-team')).toHaveValue('engineering');
  await page.click('#details-save', { noWaitAfter: true });
  const panel = await panelOf(page);
  await completeSupport(panel);
  await handOver(panel);
  await page.waitForSelector('#flash');
  expect(await desk.writes()).toHaveLength(1);
  expect((await desk.read('cases/1')).team).toBe('engineering');
});

test('twice updated, a page still has one Baton, which holds once', async ({ page, desk, baton }) => {
  await openCase(page);
  await update(baton);
  await takenOver(page);
  await update(baton);
  await expect.poll(() => page.locator('baton-overlay').count()).toBe(1);
  await expect(async () => {
    await patch(page);
    await panelOf(page);
  }).toPass();
  expect(await page.locator('baton-overlay').count()).toBe(1);
  expect(await desk.writes()).toEqual([]);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held']);
});

test('with Baton gone for good, what was held is taken back within a second and the desk works as without it', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await patch(page);
  await panelOf(page);
  const worker = await baton.launched.serviceWorker();
  await worker.evaluate(() => void setTimeout(() => chrome.management.uninstallSelf(), 0)).catch(() => undefined);
  await expect.poll(() => ended(page), { timeout: 2_000 }).toBe('AbortError');
  expect(await desk.writes()).toEqual([]);
  await patch(page);
  await expect.poll(() => ended(page)).toBe('answered 200');
  await saveToEngineering(page);
  await page.waitForSelector('#flash');
});

test('an update by which the browser lost its words shows sentences all the same', async ({ page, baton }) => {
  const words = async () =>
    (await baton.launched.serviceWorker()).evaluate(() => chrome.i18n.getMessage('extension_name')).catch(() => null);
  // A worker that ended in time lost nothing.
  await expect(async () => {
    await update(baton, { asking: 600 });
    expect(await words()).toBe('');
  }).toPass();
  await openCase(page);
  await patch(page);
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('hands over to');
  // On the practice page inside of Baton the overlay asks in that process too.
  const practice = await baton.newPage();
  await practice.goto(`chrome-extension://${baton.launched.extensionId}/practice.html`);
  await expect(practice).toHaveTitle('Practice desk');
  expect(await practice.evaluate(() => chrome.i18n.getMessage('overlay_to', ['Billing']))).toContain('Billing');
});
