// Several cases alive in one document: each has its own verdict, and the one that is shown is the one that is read.
import type { Page } from '@playwright/test';
import {
  completeSupport,
  expect,
  handOver,
  notNow,
  openCase,
  panelOf,
  panelShown,
  type RecordedEvent,
} from '../practice.ts';
import { shownTeam } from './modes.ts';
import { test } from './twin.ts';

const show = (page: Page, id: number) => page.click(`[data-tab="${id}"]`);
const move = (page: Page) => page.locator('#case:not([hidden]) [data-team=engineering]').click({ noWaitAfter: true });
const told = (events: readonly RecordedEvent[]) =>
  events.map(({ kind, payload }) => `${kind} ${(payload?.['ref'] as { id: string } | undefined)?.id ?? ''}`.trim());

test('two cases in one page: one is taken back, the other handed over, each by itself', async ({
  page,
  desk,
  baton,
}) => {
  const events = () => baton.events().then(told);
  await openCase(page, '/rig/tabs/1');
  await move(page);
  await notNow(await panelOf(page));
  await expect.poll(events).toEqual(['held 1', 'cancelled 1']);

  await show(page, 2);
  await expect(page).toHaveURL(/\/rig\/tabs\/2$/);
  await move(page);
  const panel = await panelOf(page);
  await expect.poll(events).toEqual(['held 1', 'cancelled 1', 'held 2']);
  await expect(panel.getByText(/invoice footer/).first()).toBeVisible();
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(async () => (await events()).slice(3)).toEqual(['sending 2', 'sent 2']);
  expect((await desk.writes()).map(({ path }) => path)).toEqual(['/rig/cases/2']);
  await expect(shownTeam(page)).toHaveText('Engineering');

  await show(page, 1);
  await expect(shownTeam(page)).toHaveText('Support L1');
  expect((await desk.read('cases/1')).team).toBe('support-l1');
});

test('a case that is held while another is shown stays held, and rolls back by itself', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page, '/rig/tabs/1');
  await move(page);
  await panelOf(page);
  await show(page, 3);
  await show(page, 1);
  await notNow(await panelOf(page));
  await expect.poll(() => panelShown(page)).toBe(false);
  await expect(page.locator('.toast.error')).toContainText('Case 1 was not saved');
  await expect.poll(() => baton.events().then(told)).toEqual(['held 1', 'cancelled 1']);
  expect(await desk.writes()).toEqual([]);
});
