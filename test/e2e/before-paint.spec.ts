// A page is asked and told nothing before it is painted, and is guarded all the same: the gate is there from its first moment.
import type { Page } from '@playwright/test';
import { type Baton, expect, openCase, PRACTICE_URL, panelOf, test } from './practice.ts';

/** The tabs whose page the background has heard of. */
const known = (baton: Baton) =>
  baton.inWorker(async () => Object.keys(await chrome.storage.session.get()).filter((key) => key.startsWith('tab:')));

/** Opens a case whose style sheet does not come, so that it is there and not painted. Gives what lets it be painted. */
async function openUnpainted(page: Page, path = '/case/1'): Promise<() => Promise<void>> {
  let come = () => {};
  const comes = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/style/base.css', async (route) => {
    await comes;
    await route.continue();
  });
  await page.goto(PRACTICE_URL + path, { waitUntil: 'commit' });
  await page.waitForSelector('#details-form', { state: 'attached' });
  return async () => {
    come();
    await page.waitForLoadState();
  };
}

test('a page that is not painted yet has no overlay, and the background has not heard of it; then it is read', async ({
  page,
  baton,
}) => {
  const paint = await openUnpainted(page);
  // Another page that was opened later is read meanwhile.
  const other = await baton.newPage();
  await openCase(other, '/case/2');
  await expect.poll(() => baton.rows('sightings')).toHaveLength(1);
  expect(await known(baton)).toHaveLength(1);
  expect(await page.locator('baton-overlay').count()).toBe(0);

  await page.bringToFront();
  await paint();
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await expect.poll(() => baton.rows('sightings')).toHaveLength(2);
});

test('a key that is pressed before the page is painted is enough for the background to be asked', async ({
  page,
  baton,
}) => {
  const paint = await openUnpainted(page);
  await page.keyboard.press('Shift');
  await expect.poll(() => known(baton)).toHaveLength(1);
  await paint();
});

test('what is saved before the page is painted is judged, and held', async ({ page, desk, baton }) => {
  const paint = await openUnpainted(page);
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#details-form');
    const team = form?.querySelector<HTMLSelectElement>('#details-team');
    if (team) team.value = 'engineering';
    form?.requestSubmit();
  });
  await expect.poll(async () => (await baton.events()).map(({ kind }) => kind)).toContain('held');
  expect(await desk.writes()).toEqual([]);
  await paint();
  await panelOf(page);
});
