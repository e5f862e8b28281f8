// What looks like a handoff and is none: the desk's own drafts, previews and cancelled forms go through untouched.
import { chooseTeam, expect, open, openCase, panelShown, test } from './practice.ts';

test.beforeEach(async ({ page }) => {
  await openCase(page);
  await page.fill('#reply-body', 'Over to Engineering.');
  await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
});

test.afterEach(async ({ page, baton, desk }) => {
  expect(await panelShown(page)).toBe(false);
  expect(await baton.events()).toEqual([]);
  expect(await desk.writes()).toEqual([]);
});

test('a draft that the desk saves by itself, with the new owner in it', async ({ page, desk }) => {
  await expect(page.locator('#draft-state')).toHaveText('Draft saved');
  const saved = await desk.requests('PUT', '/case/1/reply-draft');
  expect(saved.at(-1)?.fields).toMatchObject({ owner: 'jonas', body: 'Over to Engineering.' });
});

test('a preview', async ({ page, desk }) => {
  await page.click('#reply-preview-button');
  await expect(page.locator('#reply-preview')).toHaveText('Over to Engineering.');
  expect(await desk.requests('POST', '/case/1/preview')).toHaveLength(1);
});

test('the button "Save draft", which sends the same form to the same address', async ({ page, desk }) => {
  await page.click('#reply-save-draft');
  await expect(page.locator('#flash')).toHaveText('Draft saved. Nothing was sent.');
  const [sent] = await desk.requests('POST', '/case/1/reply');
  expect(sent?.fields).toMatchObject({ draft: '1', owner: 'jonas' });
});

test('a form that is opened, changed, and cancelled', async ({ page }) => {
  await chooseTeam(page);
  await page.click('#details-cancel');
  await expect(page.locator('#details-shown')).toBeVisible();
});

test('a form that the desk itself would refuse: the desk speaks', async ({ page, desk }) => {
  await page.fill('#reply-body', '');
  await page.click('#reply-send');
  expect(await page.locator('#reply-body').evaluate((box: HTMLTextAreaElement) => box.validity.valueMissing)).toBe(
    true,
  );
  expect(await desk.requests('POST', '/case/1/reply')).toEqual([]);
});

test('reading: pages, lists and the desk’s own reading requests', async ({ page, desk }) => {
  await open(page, '/');
  await open(page, '/queue/engineering');
  expect(await page.evaluate(async () => (await fetch('/api/cases/1')).status)).toBe(200);
  expect(await desk.requests('GET', '/api/cases/1')).toHaveLength(1);
});
