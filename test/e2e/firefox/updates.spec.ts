// Baton is updated or removed under open pages of Firefox: nothing that was held leaves, and nothing stays blocked.
import type { Page } from '@playwright/test';
import { expect, openCase, panelOf } from '../practice.ts';
import { reload, remove, startBaton, test } from './harness.ts';

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

test('updated under an open page: what was held is taken back, and the fresh Baton holds on in the same page', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  await page.fill('#reply-body', 'Half a reply');
  await patch(page);
  await panelOf(page);
  await reload(baton);
  await expect.poll(() => ended(page)).toBe('AbortError');
  expect(await desk.writes()).toEqual([]);
  await test.step('held again, by the fresh one alone', async () => {
    await expect(async () => {
      await patch(page);
      await panelOf(page);
    }).toPass();
    expect(await page.locator('baton-overlay').count()).toBe(1);
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    await expect(page.locator('#reply-body')).toHaveValue('Half a reply');
    expect(await desk.writes()).toEqual([]);
  });
});

test('removed under an open page: what was held is taken back, and the desk works as without Baton', async ({
  desk,
}) => {
  const baton = await startBaton();
  try {
    const page = await baton.newPage();
    await openCase(page);
    await patch(page);
    await panelOf(page);
    await remove(baton);
    await expect.poll(() => ended(page)).toBe('AbortError');
    expect(await desk.writes()).toEqual([]);
    await patch(page);
    await expect.poll(() => ended(page)).toBe('answered 200');
  } finally {
    await baton.firefox.close();
  }
});
