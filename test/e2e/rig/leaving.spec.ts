// Desks that save when the page is left: what hands nothing over arrives as without Baton.
import type { Page } from '@playwright/test';
import { expect, kinds, open, openCase } from '../practice.ts';
import { test } from './twin.ts';

type Sender = 'beacon of fields' | 'beacon of JSON' | 'beacon of bytes' | 'keepalive fetch';

/** From now on the page sends this change of case 1 when it is left. */
const onLeaving = (page: Page, how: Sender, team: string) =>
  page.evaluate(
    ([way, to]) => {
      const json = JSON.stringify({ team: to });
      const headers = { 'content-type': 'application/json' };
      addEventListener('pagehide', () => {
        if (way === 'beacon of fields')
          navigator.sendBeacon('/rig/cases/1', new URLSearchParams({ team: to as string }));
        else if (way === 'beacon of JSON')
          navigator.sendBeacon('/rig/cases/1', new Blob([json], { type: headers['content-type'] }));
        else if (way === 'beacon of bytes') {
          const bytes = new TextEncoder().encode(json);
          navigator.sendBeacon('/rig/cases/1', new Blob([bytes], { type: headers['content-type'] }));
        } else
          void fetch('/rig/cases/1', { method: 'PATCH', keepalive: true, headers, body: json }).catch(() => undefined);
      });
    },
    [how, team],
  );

async function leave(page: Page, how: Sender, team: string): Promise<void> {
  await openCase(page, '/rig/beacon/1');
  await onLeaving(page, how, team);
  await open(page, '/');
}

for (const how of ['beacon of fields', 'beacon of JSON', 'keepalive fetch'] as const) {
  test(`a ${how} that hands nothing over arrives`, async ({ page, desk, baton }) => {
    await leave(page, how, 'sales');
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('sales');
    expect(kinds(await baton.events())).toEqual([]);
  });
}

test('a beacon whose bytes cannot be read in time goes, as the policy says, and the record says so', async ({
  page,
  desk,
  baton,
}) => {
  await leave(page, 'beacon of bytes', 'sales');
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('sales');
  await expect.poll(async () => kinds(await baton.events())).toEqual(['ungated']);
});
