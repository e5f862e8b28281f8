// Desks that do not wait: what they try again joins the attempt that is held, and leaves once.
import type { Page } from '@playwright/test';
import {
  closes,
  completeSupport,
  expect,
  handOver,
  kinds,
  notNow,
  openCase,
  panelOf,
  panelShown,
  saved,
} from '../practice.ts';
import { rigModes, shownTeam } from './modes.ts';
import { test } from './twin.ts';

const tries = (page: Page) => page.locator('#rig').getAttribute('data-tries');

for (const id of ['retry-fetch', 'retry-abort']) {
  test(`${id}: three tries are one hold; given up for good, the person presses again and it leaves once`, async ({
    page,
    desk,
    baton,
  }) => {
    const events = () => baton.events().then(kinds);
    const act = rigModes.find((mode) => mode.id === id)?.act as (page: Page) => Promise<void>;
    await openCase(page, `/rig/${id}/1`);
    await act(page);
    const panel = await panelOf(page);
    await expect.poll(() => tries(page)).toBe('2');
    expect(await events()).toEqual(['held']);

    await expect(page.locator('.toast.error')).toContainText('The desk took too long');
    expect(await tries(page)).toBe('3');
    await expect(shownTeam(page)).toHaveText('Support L1');
    await expect(panel.getByText('The page has taken its change back')).toBeVisible();
    expect(await events()).toEqual(['held']);
    expect(await desk.writes()).toEqual([]);

    await completeSupport(panel);
    await saved(panel);
    await act(page);
    await expect.poll(events).toEqual(['held', 'sending', 'sent']);
    expect(await desk.requests('PATCH')).toHaveLength(1);
    await expect(shownTeam(page)).toHaveText('Engineering');
  });
}

for (const id of ['retry-fetch', 'retry-abort'])
  test(
    `${id}: taken back, it tries again by itself and is refused each time, without another checklist; a new press is held`,
    closes('Desk that tries again what was taken back'),
    async ({ page, desk, baton }) => {
      const events = () => baton.events().then(kinds);
      const act = rigModes.find((mode) => mode.id === id)?.act as (page: Page) => Promise<void>;
      await openCase(page, `/rig/${id}/1?tries=20`);
      await act(page);
      await notNow(await panelOf(page));
      await expect.poll(() => panelShown(page)).toBe(false);

      await expect(page.locator('.toast.error')).toContainText('The desk took too long');
      expect(await tries(page)).toBe('20');
      expect(await panelShown(page)).toBe(false);
      expect(await events()).toEqual(['held', 'cancelled']);
      expect(await desk.writes()).toEqual([]);

      await act(page);
      await panelOf(page);
      await expect.poll(events).toEqual(['held', 'cancelled', 'held']);
      expect(await desk.writes()).toEqual([]);
    },
  );

test('a time limit that the browser keeps does not run while Baton holds', async ({ page, desk, baton }) => {
  await openCase(page, '/rig/retry-xhr/1');
  await rigModes.find(({ id }) => id === 'retry-xhr')?.act(page);
  const panel = await panelOf(page);
  // Longer than the desk's three seconds.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3_500)));
  expect(await tries(page)).toBe('1');
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'sending', 'sent']);
  expect(await desk.requests('PATCH')).toHaveLength(1);
  expect(await tries(page)).toBe('1');
});
