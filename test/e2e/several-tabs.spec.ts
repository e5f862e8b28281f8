// One case in several tabs: one draft, one verdict, whichever tab makes the attempt.
import {
  ASK,
  answer,
  completeSupport,
  expect,
  handOver,
  handOverInList,
  kinds,
  notNow,
  openCase,
  panelOf,
  saved,
  saveToEngineering,
  states,
  test,
} from './practice.ts';

test('the second tab’s attempt sees the first one’s draft, and what it completes leaves once', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await saveToEngineering(page);
  const first = await panelOf(page);
  await answer(first, ASK, 'Why is the export blank?');
  await saved(first);

  const other = await baton.newPage();
  await handOverInList(other);
  const second = await panelOf(other);
  await expect(second.getByText('Why is the export blank?')).toBeVisible();
  await completeSupport(second);
  await handOver(second);
  await expect.poll(async () => (await desk.writes()).length).toBe(1);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'held', 'sending', 'sent']);

  // The first tab still shows the form as the person left it; taking it back sends nothing.
  await page.bringToFront();
  await notNow(await panelOf(page));
  await expect(page.locator('#details-team')).toHaveValue('engineering');
  expect(await desk.writes()).toHaveLength(1);
  expect(await states(baton)).toEqual(['sent']);
});
