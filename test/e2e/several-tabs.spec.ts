// One case in several tabs: one draft, one verdict, whichever tab makes the attempt.
import type { Page } from '@playwright/test';
import {
  ASK,
  answer,
  type Baton,
  chooseTeam,
  completeSupport,
  expect,
  handOver,
  handOverInList,
  kinds,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  pressInPanel,
  saved,
  saveToEngineering,
  states,
  test,
  write,
} from './practice.ts';

const HANDED = /^Handed to Engineering by .+ at \d+:\d\d.*, in another tab/;

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
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'held', 'sending', 'cancelled', 'sent']);

  // What the first tab held is taken back: it says who sent it, and offers nothing to send.
  await page.bringToFront();
  await expect(first.getByText(HANDED)).toBeVisible();
  await expect.poll(() => overlayText(page)).toMatch(HANDED);
  await expect(first.getByRole('button', { name: /Hand over|Send anyway|Not a handoff/ })).toHaveCount(0);
  await expect(first.getByRole('textbox')).toHaveCount(0);
  await first.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect.poll(() => panelShown(page)).toBe(false);
  await expect(page.locator('#details-team')).toHaveValue('engineering');
  expect(await desk.writes()).toHaveLength(1);
  expect(await states(baton)).toEqual(['sent']);
  const [{ why } = { why: '' }] = (await baton.events())
    .filter(({ kind }) => kind === 'cancelled')
    .map(({ payload }) => payload as { why: string });
  expect(why).toBe('sent elsewhere');
});

/** Tab 1 holds the case with its checklist open; tab 2 hands the same case over. Gives both checklists. */
async function heldTwice(page: Page, baton: Baton) {
  await openCase(page);
  await saveToEngineering(page);
  const first = await panelOf(page);
  const other = await baton.newPage();
  await handOverInList(other);
  const second = await panelOf(other);
  return { first, other, second };
}

test('where the desk refuses the other tab’s save, this one says so and holds again with all answers', async ({
  page,
  desk,
  baton,
}) => {
  const { first, second } = await heldTwice(page, baton);
  await answer(second, ASK, 'Why is the export blank?');
  await saved(second);
  await desk.fault('500');
  await second.getByRole('button', { name: 'Send anyway…' }).click();
  await write(second.getByRole('textbox', { name: /Why send it now/ }), 'The customer waits on the telephone');
  await pressInPanel(second, /^Send anyway$/);
  await expect.poll(() => states(baton)).toEqual(['failed']);

  await page.bringToFront();
  await expect(first.getByText(/could not hand this to Engineering/)).toBeVisible();
  await expect.poll(() => overlayText(page)).toMatch(/could not hand this to Engineering/);
  await first.getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.click('#details-save', { noWaitAfter: true });
  const again = await panelOf(page);
  await expect(again.getByText('Why is the export blank?')).toBeVisible();
  await expect(again.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
  expect((await desk.read('cases/1')).team).not.toBe('engineering');
});

test('a tab that slept hears of it when somebody looks at it again', async ({ page, desk, baton }) => {
  const { first, second } = await heldTwice(page, baton);
  const session = await baton.context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await completeSupport(second);
  await handOver(second);
  await expect.poll(() => states(baton)).toEqual(['sent']);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await expect(first.getByText(HANDED)).toBeVisible();
  await expect.poll(() => overlayText(page)).toMatch(HANDED);
  expect(await desk.writes()).toHaveLength(1);
});

test('so does one whose background ended meanwhile', async ({ page, baton }) => {
  const { first, second } = await heldTwice(page, baton);
  await completeSupport(second);
  const session = await baton.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await handOver(second);
  await page.bringToFront();
  await expect(first.getByText(HANDED)).toBeVisible();
  await expect.poll(() => states(baton)).toEqual(['sent']);
});

test('a tab whose form would hand the case over says where it is already, and saves it without a question', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await chooseTeam(page);
  await expect.poll(() => overlayText(page)).toMatch(/to Engineering: \d missing/);
  const other = await baton.newPage();
  await handOverInList(other);
  const second = await panelOf(other);
  await completeSupport(second);
  await handOver(second);
  await expect.poll(() => states(baton)).toEqual(['sent']);
  await page.bringToFront();
  await expect.poll(() => overlayText(page)).toContain('already with Engineering');

  await page.click('#details-save', { noWaitAfter: true });
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  expect(await panelShown(page)).toBe(false);
  expect(await states(baton)).toEqual(['sent']);
  expect(await desk.writes()).toHaveLength(1);
});
