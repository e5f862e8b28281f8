// Desks that save when the page is left, with a change that hands over: dropped, and recorded as taken back.
import type { Page } from '@playwright/test';
import { expect, kinds, open, openCase } from '../practice.ts';
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
  test(`${name} on leaving is dropped, and the record says that it was taken back`, async ({ page, desk, baton }) => {
    await openCase(page, '/rig/beacon/1');
    await onLeaving(page);
    await open(page, '/');
    await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'cancelled']);
    expect(await desk.writes()).toEqual([]);
  });
}
