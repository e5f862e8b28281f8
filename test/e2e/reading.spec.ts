// How Baton reads a page: from the panel, in a tab beside it, and copied as a report without a word of the case.
import type { Page } from '@playwright/test';
import { expect, openCase, panelOf, pressTab, type RecordedEvent, test } from './practice.ts';

/** Opens the panel by hand, and from it how the page is read, by keyboard. */
async function openReading(page: Page): Promise<Page> {
  await openCase(page);
  await pressTab(page);
  const panel = await panelOf(page);
  // Who has pointed at the panel means their keys for it.
  await panel.locator('.head-title').click();
  await panel.getByRole('button', { name: 'How Baton reads this page' }).focus();
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Enter');
  const reading = await opened;
  await expect(reading.getByRole('heading', { name: 'Fields' })).toBeVisible();
  return reading;
}

test('each field says what was tried and what came of it, and nothing of the case', async ({ page, baton }) => {
  const reading = await openReading(page);
  const team = reading
    .getByRole('listitem')
    .filter({ has: reading.getByRole('heading', { name: 'team', exact: true }) })
    .first();
  await expect(team).toContainText('#details-shown [data-field=team] .value');
  await expect(team).toContainText('1 found, 0 hidden, 0 empty gave the value');
  await expect(reading.getByText('its form is here').first()).toBeVisible();

  await baton.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reading.getByRole('button', { name: 'Copy report' }).focus();
  await reading.keyboard.press('Enter');
  await expect(reading.getByRole('button', { name: 'Copied' })).toBeVisible();
  const report = await reading.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('site: practice');
  expect(report).toContain('* #case-subject: found 1, hidden 0, empty 0');

  const [row] = await baton.rows<{
    snapshot: { fields: { value: string }[]; entries: { author: string; text: string }[] };
  }>('sightings');
  const words = [
    ...(row?.snapshot.fields ?? []).map(({ value }) => value),
    ...(row?.snapshot.entries ?? []).flatMap(({ author, text }) => [author, text]),
  ].filter((word) => word.length > 3);
  expect(words.length).toBeGreaterThan(8);
  const shown = await reading.locator('body').innerText();
  for (const word of words) expect(report + shown).not.toContain(word);
  expect(report).not.toContain('127.0.0.1');
  expect((await baton.events()).map(({ kind }: RecordedEvent) => kind)).toEqual([]);
});

test('where the page is left it says so, and looks again when asked', async ({ page }) => {
  const reading = await openReading(page);
  await page.goto('about:blank');
  await reading.getByRole('button', { name: 'Look again' }).click();
  await expect(reading.getByText('Baton reads no case there now.')).toBeVisible();
  await openCase(page, '/case/2');
  await reading.getByRole('button', { name: 'Look again' }).click();
  await expect(reading.getByRole('heading', { name: 'Conversation' })).toBeVisible();
});
