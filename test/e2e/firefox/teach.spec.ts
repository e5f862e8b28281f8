// Teaching a page in Firefox: the practice desk, as if nobody had described it.
import { chooseTeam, expect, PRACTICE_URL, panelOf } from '../practice.ts';
import { asUnknown, clickOn, leadOf, rowOf, teaches } from '../teaching.ts';
import { test } from './harness.ts';

let known = async () => {};
test.afterEach(() => known());

test('what is pointed at and watched once is held from then on', async ({ page, baton, desk }) => {
  known = await asUnknown(baton, PRACTICE_URL);
  await page.goto(`${PRACTICE_URL}/case/1`);
  const begun = await baton.inWorker(
    async (pattern) => {
      const [tab] = await chrome.tabs.query({ url: pattern });
      return chrome.runtime.sendMessage({ call: 'teach/start', input: { tab: tab?.id } });
    },
    `${PRACTICE_URL}/*`.replace(/:\d+/, ''),
  );
  expect(begun).toEqual({ ok: { ok: true } });

  // The desk has its details where the frame stands.
  const lead = await leadOf(page);
  await lead.getByRole('button', { name: 'Move to the left' }).click();
  await expect(lead.getByRole('button', { name: 'Move to the right' })).toBeVisible();
  const team = rowOf(lead, 'Team');
  await team.getByRole('button', { name: /^Point/ }).click();
  await expect(team.getByText('Now click it on the page.')).toBeVisible();
  await clickOn(page, '#details-shown [data-field=team] .value');
  await expect(team).toContainText('Support L1');
  await lead.getByRole('button', { name: /^Go on/ }).click();
  await lead.getByRole('button', { name: /^Start watching/ }).click();
  await expect(lead.getByText('Watching. Now hand the case over on the page.')).toBeVisible();
  await chooseTeam(page);
  await page.click('#details-save');

  // The form's answer is another page: the lesson goes on there.
  const next = await leadOf(page);
  await expect(next.getByText('POST /case/1/details sets Team to')).toBeVisible();
  await next.getByRole('button', { name: /^Go on/ }).click();
  await next.getByRole('button', { name: /^Use it/ }).click();
  await expect.poll(() => teaches(page)).toBe(0);

  await page.goto(`${PRACTICE_URL}/case/2`);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  const before = (await desk.writes()).length;
  await chooseTeam(page);
  await page.click('#details-save', { noWaitAfter: true });
  await panelOf(page);
  expect((await desk.writes()).length).toBe(before);
});
