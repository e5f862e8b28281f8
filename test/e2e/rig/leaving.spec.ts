// Desks that save when the page is left: what hands nothing over arrives as without Baton, what does is dropped and recorded.
import type { Page } from '@playwright/test';
import { expect, kinds, open, openCase } from '../practice.ts';
import { test } from './twin.ts';

const senders = ['beacon of fields', 'beacon of JSON', 'keepalive fetch'] as const;
type Sender = (typeof senders)[number];

/** From now on the page sends this change of case 1 when it is left. */
const onLeaving = (page: Page, how: Sender, team: string) =>
  page.evaluate(
    ([way, to]) => {
      const json = JSON.stringify({ team: to });
      const type = 'application/json';
      addEventListener('pagehide', () => {
        if (way === 'beacon of fields')
          navigator.sendBeacon('/rig/cases/1', new URLSearchParams({ team: to as string }));
        else if (way === 'beacon of JSON') navigator.sendBeacon('/rig/cases/1', new Blob([json], { type }));
        else
          fetch('/rig/cases/1', {
            method: 'PATCH',
            keepalive: true,
            headers: { 'content-type': type },
            body: json,
          }).catch(() => undefined);
      });
    },
    [how, team],
  );

for (const how of senders) {
  test(`a ${how}`, async ({ page, desk, baton }) => {
    await test.step('arrives when it hands nothing over', async () => {
      await openCase(page, '/rig/beacon/1');
      await onLeaving(page, how, 'sales');
      await open(page, '/');
      await expect.poll(async () => (await desk.read('cases/1')).team).toBe('sales');
      expect(kinds(await baton.events())).toEqual([]);
    });
    await test.step('is dropped when it hands over, and the record says so', async () => {
      await openCase(page, '/rig/beacon/1');
      await onLeaving(page, how, 'engineering');
      await open(page, '/');
      await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'cancelled']);
      expect((await desk.read('cases/1')).team).toBe('sales');
    });
  });
}
