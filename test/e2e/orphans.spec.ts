// Baton is updated under open pages: nothing that was held leaves, and nothing stays blocked.
import type { Page } from '@playwright/test';
import {
  type Baton,
  expect,
  kinds,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  ready,
  saveToEngineering,
  test,
} from './practice.ts';

/** Loads the extension anew, as an update does. Open pages keep the old scripts. */
async function update(baton: Baton): Promise<void> {
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
  await old.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
  const inFirstLife = async () =>
    (await baton.launched.serviceWorker()).evaluate(() => 'firstLife' in globalThis).catch(() => true);
  await expect.poll(inFirstLife, { timeout: 15_000 }).toBe(false);
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

test('a request that was held is taken back with nothing sent, and the next one goes to the desk', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await page.fill('#reply-body', 'Half a reply');
  await patch(page);
  await panelOf(page);
  await update(baton);
  await expect.poll(() => ended(page)).toBe('TypeError');
  await expect.poll(() => panelShown(page)).toBe(false);
  expect(await desk.writes()).toEqual([]);
  await patch(page);
  await expect.poll(() => ended(page)).toBe('answered 200');
  expect(await desk.writes()).toHaveLength(1);
});

test('a form that was held stays as it was filled in, and its next press goes to the desk', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await saveToEngineering(page);
  await panelOf(page);
  await update(baton);
  await expect.poll(() => panelShown(page)).toBe(false);
  await expect.poll(() => overlayText(page)).toContain('Reload this page');
  expect(await desk.writes()).toEqual([]);
  await expect(page.locator('#details-team')).toHaveValue('engineering');
  await page.click('#details-save');
  await page.waitForSelector('#flash');
  expect((await desk.read('cases/1')).team).toBe('engineering');
});

test('a page in which nothing was typed is loaded anew by Baton, and holds again', async ({ page, desk, baton }) => {
  await openCase(page);
  const loaded = page.waitForEvent('load');
  await update(baton);
  await loaded;
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await saveToEngineering(page);
  await panelOf(page);
  expect(await desk.writes()).toEqual([]);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held']);
});
