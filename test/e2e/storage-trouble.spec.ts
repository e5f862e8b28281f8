// What cannot be kept says in the panel, where the agent is: what happened, what passes and what is held, and what to do.

import type { Frame, Page } from '@playwright/test';
import { breakReads, fill, free, mend, occupy, shut } from './faults/database.ts';
import {
  ASK,
  answer,
  type Baton,
  chooseTeam,
  completeSupport,
  expect,
  handOver,
  openCase,
  overlayText,
  panelFrame,
  panelOf,
  panelShown,
  pressTab,
  saved,
  saveToEngineering,
  states,
  test,
} from './practice.ts';

const TITLE = 'Baton cannot reach what it keeps';

/** The panel's page, once it says what is wrong. */
async function trouble(page: Page): Promise<Frame> {
  await expect.poll(() => panelShown(page)).toBe(true);
  const panel = panelFrame(page) as Frame;
  await expect(panel.getByRole('heading', { name: TITLE })).toBeVisible();
  return panel;
}

/** The team wants unchecked handoffs to stay; the database fails, and the person saves. Gives the panel that says so. */
async function heldWhile(fails: (baton: Baton) => Promise<unknown>, page: Page, baton: Baton): Promise<Frame> {
  await baton.settings({ whenUnsure: 'closed' });
  await openCase(page);
  await chooseTeam(page);
  await fails(baton);
  await page.click('#details-save', { noWaitAfter: true });
  return trouble(page);
}

const tryAgain = (panel: Frame) => panel.getByRole('button', { name: 'Try again' }).click({ timeout: 3_000 });

const ways = [
  ['cannot be opened', shut, mend],
  ['cannot be read', breakReads, mend],
  ['does not answer', occupy, free],
] as const satisfies [string, (baton: Baton) => Promise<unknown>, (baton: Baton) => Promise<unknown>][];

for (const [what, fails, ends] of ways) {
  test(`a database that ${what}, where such handoffs are held: the panel says so, and goes on once it works`, async ({
    page,
    desk,
    baton,
  }) => {
    const panel = await heldWhile(fails, page, baton);
    await expect(panel.getByText(/does not let Baton open its storage, or the storage does not answer/)).toBeVisible();
    await expect(panel.getByText(/Your change is held: nothing was sent/)).toBeVisible();
    await expect(panel.getByText(/tries again by itself/)).toBeVisible();
    await expect(panel.getByRole('button', { name: /Hand over/ })).toHaveCount(0);
    expect(await desk.writes()).toEqual([]);

    await ends(baton);
    // It may have come by itself already.
    await tryAgain(panel).catch(() => undefined);
    const checklist = await panelOf(page);
    await completeSupport(checklist);
    await saved(checklist);
    await handOver(checklist);
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
    expect(await desk.writes()).toHaveLength(1);
    await expect.poll(() => states(baton)).toEqual(['sent']);
  });
}

test('what is held so is taken back at once by Not now, though the database never answers', async ({
  page,
  desk,
  baton,
}) => {
  const panel = await heldWhile(occupy, page, baton);
  await panel.getByRole('button', { name: 'Not now' }).click();
  await expect.poll(() => panelShown(page)).toBe(false);
  await free(baton);
  expect(await desk.writes()).toEqual([]);
});

test('a database that cannot be opened, where such handoffs go through: the panel says that when it is opened', async ({
  page,
  baton,
}) => {
  await openCase(page);
  await shut(baton);
  await pressTab(page);
  const panel = await trouble(page);
  await expect(panel.getByText(/handoffs go through for now, and are marked as unchecked/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Not now' })).toHaveCount(0);
  expect(await overlayText(page)).not.toContain('did not answer');
  await mend(baton);
  await tryAgain(panel).catch(() => undefined);
  await panelOf(page);
});

test('a full disk as a complete handoff is sent from the panel: it is not sent, stays held, and goes at the next press', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await completeSupport(panel);
  await saved(panel);
  await fill(baton);
  await handOver(panel);
  await expect(panel.getByText(/^Not sent: .* is full\. Your change stays held\. Free some space/)).toBeVisible();
  expect(await desk.writes()).toEqual([]);
  await mend(baton);
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(() => states(baton)).toEqual(['sent']);
});

test('a full disk while typing says too that the change stays held', async ({ page, baton }) => {
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await fill(baton);
  await answer(panel, ASK, 'Find out why');
  await expect(panel.getByText(/Not saved yet\..* Your change stays held until then/)).toBeVisible();
  await mend(baton);
  await saved(panel);
});
