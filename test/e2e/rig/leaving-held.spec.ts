// Desks that save when the page is gone, with a change that hands over: nobody can be asked any more. What policy makes of it is on record, and the
// next page says it.
import type { Page } from '@playwright/test';
import { completeSupport, expect, kinds, open, openCase, overlayText, panelOf, pressTab } from '../practice.ts';
import { test } from './twin.ts';

const ways: [string, (page: Page) => Promise<void>][] = [
  [
    'a beacon',
    (page) =>
      page.evaluate(() => {
        addEventListener('pagehide', () => {
          navigator.sendBeacon('/rig/cases/1', new URLSearchParams({ team: 'engineering' }));
        });
      }),
  ],
  [
    'a keepalive fetch',
    (page) =>
      page.evaluate(() => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ team: 'engineering' });
        addEventListener('pagehide', () => {
          void fetch('/rig/cases/1', { method: 'PATCH', keepalive: true, headers, body }).catch(() => undefined);
        });
      }),
  ],
];

for (const [name, onLeaving] of ways) {
  test(`${name} when the page is gone leaves unchecked: on record, and said on the next page`, async ({
    page,
    desk,
    baton,
  }) => {
    await openCase(page, '/rig/beacon/1');
    await onLeaving(page);
    await open(page, '/');
    await expect.poll(async () => (await desk.writes()).length).toBe(1);
    await expect.poll(() => overlayText(page)).toContain('went to Engineering before Baton could ask');
    expect(kinds(await baton.events())).toEqual(['ungated']);
  });

  test(`${name} when the page is gone stays behind where policy says so: on record, and said on the next page`, async ({
    page,
    desk,
    baton,
  }) => {
    await baton.settings({ whenUnsure: 'closed' });
    await openCase(page, '/rig/beacon/1');
    await onLeaving(page);
    await open(page, '/');
    await expect.poll(() => overlayText(page)).toContain('was not saved as you left its page');
    const [line] = await baton.events();
    expect([line?.kind, line?.payload?.['refused']]).toEqual(['ungated', true]);
    expect(await desk.writes()).toEqual([]);
  });
}

test('what was answered already is kept, and asked for no more', async ({ page, baton }) => {
  await openCase(page, '/rig/leave-hidden/1');
  await page.locator('form.leaving textarea').click();
  await pressTab(page);
  await completeSupport(await panelOf(page));
  await expect.poll(async () => (await baton.rows('drafts')).length).toBe(1);
  await page.locator('form.leaving select[name=team]').selectOption('engineering');
  await open(page, '/');
  await expect.poll(async () => kinds(await baton.events())).toEqual(['sending']);
});
