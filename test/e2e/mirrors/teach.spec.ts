// Freshdesk as if nobody had described it: its request names the group by a number alone, so it is taught to hold at Update.
import { panelOf } from '../practice.ts';
import { asUnknown, clickOn, leadOf, rowOf, teaches } from '../teaching.ts';
import { deskOf, expect, test } from './mirror.ts';

const desk = deskOf('freshdesk');
let known = async () => {};
test.afterEach(() => known());
const UPDATE = '[data-test-id=ticket-properties-btn]';

test('a request that says a number alone: it asks for the button, and holds there by what the page shows', async ({
  page,
  baton,
}) => {
  await desk.reset();
  known = await asUnknown(baton, desk.origin);
  const handOver = async () => {
    await page.locator('[data-test-id="Group"] .ember-power-select-trigger').click();
    await page.locator('#list-team').getByRole('option', { name: 'Engineering', exact: true }).click();
    await page.locator(UPDATE).click();
  };
  await page.goto(`${desk.origin}/a/tickets/501`);
  const extension = await baton.newPage();
  await extension.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html`);
  await page.bringToFront();
  await extension.evaluate(async (address) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find(({ url }) => url === address)?.id;
    await chrome.runtime.sendMessage({ call: 'teach/start', input: { tab } });
  }, page.url());
  await extension.close();

  const lead = await leadOf(page);
  const team = rowOf(lead, 'Team');
  await team.getByRole('button', { name: /^Point/ }).click();
  await expect(team.getByText('Now click it on the page.')).toBeVisible();
  await clickOn(page, '[data-test-id="Group"] .ember-power-select-trigger');
  await expect(team).toContainText('Support L1');
  await lead.getByRole('button', { name: /go on$/i }).click();
  await lead.getByRole('button', { name: /^Start watching/ }).click();
  await expect(lead.getByText('Watching. Now hand the case over on the page.')).toBeVisible();
  await handOver();
  await expect(lead.getByText('carries 7002, an id: perhaps the new Team')).toBeVisible();
  await lead.getByRole('button', { name: /^Point at it/ }).click();
  await expect(lead.getByText('Now click it on the page.')).toBeVisible();
  await clickOn(page, UPDATE);
  await expect(lead.getByRole('radio', { name: /^Hold at the button/ })).toBeChecked();
  await lead.getByRole('button', { name: /^Go on/ }).click();
  await lead.getByRole('button', { name: /^Use it/ }).click();
  await expect.poll(() => teaches(page)).toBe(0);

  await page.goto(`${desk.origin}/a/tickets/502`);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  const before = (await desk.writes()).length;
  await handOver();
  await panelOf(page);
  expect((await desk.writes()).length).toBe(before);
});
