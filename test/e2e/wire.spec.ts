// Requests that scripts make: kept, given up, tried again, and what cannot wait.
import type { Page } from '@playwright/test';
import { holdsThemAll } from './other-realms.ts';
import {
  closes,
  completeFirst,
  completeSupport,
  type Desk,
  expect,
  handOver,
  kinds,
  openCase,
  panelOf,
  pressInPanel,
  test,
} from './practice.ts';

/** Sends the change as a script of the page does; how it ends is kept in the page as `ended`. */
async function patch(page: Page, giveUp = false): Promise<void> {
  await page.evaluate((stoppable) => {
    const world = globalThis as unknown as { ended: string; stop: AbortController };
    world.ended = 'waiting';
    world.stop = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'PATCH', headers, body: JSON.stringify({ team: 'engineering' }) };
    fetch('/api/cases/1', { ...init, ...(stoppable ? { signal: world.stop.signal } : {}) }).then(
      ({ status }) => {
        world.ended = `answered ${status}`;
      },
      (error: Error) => {
        world.ended = error.name;
      },
    );
  }, giveUp);
}

const ended = (page: Page) => page.evaluate(() => (globalThis as unknown as { ended: string }).ended);
const stop = (page: Page) => page.evaluate(() => (globalThis as unknown as { stop: AbortController }).stop.abort());
const patches = (desk: Desk) => desk.requests('PATCH', '/api/cases/1');

/** A synchronous request, as old desks make them. Out: its status, or the name of what it threw. */
function patchNow(page: Page): Promise<number | string> {
  return page.evaluate(() => {
    const call = new XMLHttpRequest();
    call.open('PATCH', '/api/cases/1', false);
    call.setRequestHeader('content-type', 'application/json');
    try {
      call.send(JSON.stringify({ team: 'engineering' }));
      return call.status;
    } catch (error) {
      return (error as Error).name;
    }
  });
}

const beacon = (page: Page) =>
  page.evaluate(() => {
    const body = new URLSearchParams({ body: 'Over to you.', owner: 'jonas' });
    return navigator.sendBeacon('/case/1/reply', body);
  });

test('a request that the page gives up ends as the page expects, and its panel says that nothing waits any more', async ({
  page,
  desk,
}) => {
  await openCase(page);
  await patch(page, true);
  const panel = await panelOf(page);
  expect(await ended(page)).toBe('waiting');
  await stop(page);
  await expect.poll(() => ended(page)).toBe('AbortError');
  await expect(panel.getByText('The page has taken its change back')).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Hand over/ })).toHaveCount(0);
  expect(await patches(desk)).toEqual([]);
});

test('a request given up before is not sent by a later press, and its retry joins the same attempt', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await patch(page, true);
  const panel = await panelOf(page);
  await stop(page);
  await expect.poll(() => ended(page)).toBe('AbortError');
  await patch(page);
  await expect(panel.getByRole('button', { name: /^Hand over/ })).toBeVisible();
  expect(kinds(await baton.events())).toEqual(['held']);
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(() => ended(page)).toBe('answered 200');
  expect(await patches(desk)).toHaveLength(1);
});

test('a retry while the first still waits settles the first, and leaves once', async ({ page, desk, baton }) => {
  await openCase(page);
  await patch(page);
  const panel = await panelOf(page);
  const first = page.evaluate(async () => {
    const world = globalThis as unknown as { ended: string };
    while (world.ended === 'waiting') await new Promise((done) => setTimeout(done, 20));
    return world.ended;
  });
  await page.evaluate(() => {
    void fetch('/api/cases/1', { method: 'PATCH', body: '{"team":"engineering"}' }).catch(() => undefined);
  });
  expect(await first).toBe('AbortError');
  expect(kinds(await baton.events())).toEqual(['held']);
  await pressInPanel(panel, /^Not a handoff/);
  await expect.poll(() => patches(desk)).toHaveLength(1);
});

test('a screen that shows the change before the desk has it does not make it none', async ({ page, desk, baton }) => {
  await openCase(page, '/deal/501');
  const stage = () =>
    page.evaluate(() => {
      void fetch('/api/deals/501/stage', {
        method: 'POST',
        body: new URLSearchParams({ stage: 'closed-won' }),
      }).catch(() => undefined);
    });
  await page.click('#stages button[data-stage="closed-won"]');
  const panel = await panelOf(page);
  await expect(page.locator('#stages [aria-pressed="true"]')).toHaveText('Closed won');
  // Longer than the pause between two readings of the page.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3_000)));
  await stage();
  await expect(panel.getByRole('button', { name: /^Hand over/ })).toBeVisible();
  expect(kinds(await baton.events())).toEqual(['held']);
  expect(await desk.requests('POST', '/api/deals/501/stage')).toEqual([]);
});

test('a synchronous request is refused as a network error while something is missing', async ({ page, desk }) => {
  await openCase(page);
  expect(await patchNow(page)).toBe('NetworkError');
  await panelOf(page);
  expect(await patches(desk)).toEqual([]);
});

test('a synchronous request goes at once when everything is there', async ({ page, desk, baton }) => {
  await completeFirst(page);
  expect(await patchNow(page)).toBe(200);
  expect(await patches(desk)).toHaveLength(1);
  await expect.poll(async () => kinds(await baton.events()).slice(2)).toEqual(['sending', 'sent']);
});

test('a beacon is answered true, kept, and sent on letting go', async ({ page, desk }) => {
  await openCase(page);
  expect(await beacon(page)).toBe(true);
  const panel = await panelOf(page);
  expect(await desk.requests('POST', '/case/1/reply')).toEqual([]);
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).owner).toBe('jonas');
  expect(await desk.writes()).toHaveLength(1);
});

test('a beacon that is kept when the page goes is dropped, and the record says so', async ({ page, desk, baton }) => {
  await openCase(page);
  await beacon(page);
  await panelOf(page);
  await page.goto('about:blank');
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'cancelled']);
  expect(await desk.requests('POST', '/case/1/reply')).toEqual([]);
});

test(
  'what another frame made, and what a page disguises, is known by what it is',
  closes('Request or Blob made by another frame'),
  ({ page, desk, baton }) => holdsThemAll({ page, desk, baton }),
);

test(
  'a handoff beside a picture is held, however it is written down',
  closes('Large body beside a pasted file'),
  ({ page, desk, baton }) => holdsThemAll({ page, desk, baton }, true),
);
