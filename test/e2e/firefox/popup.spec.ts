// Baton's own pages in Firefox, and what becomes of open pages when Baton is updated.
import type { Page } from '@playwright/test';
import { completeFirst, expect, handOverInList, kinds, openCase, panelOf, panelShown, saveToEngineering, states } from '../practice.ts';
import { reload, test } from './harness.ts';

test('popup and dashboard show the handoff that was made', async ({ page, baton }) => {
  await completeFirst(page);
  await handOverInList(page);
  await expect.poll(() => states(baton)).toEqual(['sent']);
  const popup = await baton.firefox.openOwn('popup.html');
  await expect(popup.getByText('Engineering').first()).toBeVisible();
  const dashboard = await baton.firefox.openOwn('dashboard.html');
  await expect(dashboard.getByText('Engineering').first()).toBeVisible();
  await popup.close();
  await dashboard.close();
});

const patch = (page: Page) =>
  page.evaluate(() => {
    const world = globalThis as unknown as { ended: string };
    world.ended = 'waiting';
    const headers = { 'content-type': 'application/json' };
    void fetch('/api/cases/1', { method: 'PATCH', body: '{"team":"engineering"}', headers }).then(
      ({ status }) => {
        world.ended = `answered ${status}`;
      },
      ({ name }: Error) => {
        world.ended = name;
      },
    );
  });
const ended = (page: Page) => page.evaluate(() => (globalThis as unknown as { ended: string }).ended);

test('updated under a page with something typed: what was held is taken back, and nothing stays blocked', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await page.fill('#reply-body', 'Half a reply');
  await patch(page);
  await panelOf(page);
  await reload(baton);
  await expect.poll(() => ended(page)).toBe('TypeError');
  expect(await desk.writes()).toEqual([]);
  await patch(page);
  await expect.poll(() => ended(page)).toBe('answered 200');
  expect(await desk.writes()).toHaveLength(1);
});

test('updated under a page in which nothing was typed: it is loaded anew, and holds again', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  const loaded = page.waitForEvent('load');
  await reload(baton);
  await loaded;
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await saveToEngineering(page);
  await panelOf(page);
  expect(await desk.writes()).toEqual([]);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held']);
});
