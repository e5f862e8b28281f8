// One person under two names, and people whom a request names by a number alone: they are known by what other pages of the desk have shown.
import type { Page } from '@playwright/test';
import {
  closes,
  completeSupport,
  expect,
  handOver,
  kinds,
  notNow,
  open,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  readCases,
} from '../practice.ts';
import { press } from './modes.ts';
import { test } from './twin.ts';

const TEAM = [{ team: 'Engineering', people: ['Jonas Lindqvist'] }];

const save = async (page: Page, login: string, status?: string) => {
  await page.locator('form.logins [name=login]').selectOption(login);
  if (status) await page.locator('form.logins [name=status]').selectOption(status);
  await press(page, 'form.logins .primary');
};

test(
  'logins: a new owner whom this page names by a login is known by the full name of another page',
  closes('One person under two names'),
  async ({ page, desk, baton }) => {
    await baton.settings({ roster: TEAM });
    // The case itself writes full names, and lists who has which login.
    await readCases(page, baton, ['/case/1']);
    await openCase(page, '/rig/logins/1');
    await save(page, 'jonas');
    const held = await panelOf(page);
    await expect(held.getByText('Jonas Lindqvist (jonas)').first()).toBeVisible();
    await notNow(held);
    await expect.poll(() => panelShown(page)).toBe(false);
    expect(await desk.writes()).toEqual([]);

    await save(page, 'jonas');
    const panel = await panelOf(page);
    await completeSupport(panel);
    await handOver(panel);
    await expect
      .poll(async () => kinds(await baton.events()))
      .toEqual(['held', 'cancelled', 'held', 'sending', 'sent']);
    expect((await desk.read('cases/1')).owner).toBe('jonas');

    // Under the other name it is no other person: neither an arrival, nor a handoff of what is saved beside it.
    await openCase(page, '/case/1');
    await expect(page.locator('#details-shown [data-field=owner]')).toContainText('Jonas Lindqvist');
    await openCase(page, '/rig/logins/1');
    await save(page, 'jonas', 'waiting');
    await expect.poll(async () => (await desk.writes()).length).toBe(2);
    expect(await baton.events()).toHaveLength(5);
  },
);

const find = async (page: Page, name: string, ids: readonly number[]) => {
  for (const id of ids) await page.locator(`[name=ids][value="${id}"]`).check();
  await page.locator('[name=find]').fill(name);
  await page.locator('.found [role=option]').click();
  await press(page, 'form.mass-by-script .primary');
};

test(
  'mass-ids: a mass update that names its cases and the new owner by numbers',
  closes('Mass update by ids alone'),
  async ({ page, desk, baton }) => {
    await baton.settings({ roster: TEAM });
    await readCases(page, baton, ['/case/8', '/case/1']);
    // Another page's form lists who has which number.
    await openCase(page, '/rig/numbers/1');
    await expect.poll(async () => (await baton.rows<{ id: string }>('directory')).map(({ id }) => id)).toContain('42');
    await open(page, '/rig/mass-ids');
    await find(page, 'Jonas', [1, 8]);
    await notNow(await panelOf(page));
    await expect(page.locator('.toast.error').last()).toContainText('2 cases were not saved');

    await find(page, 'Jonas', []);
    const panel = await panelOf(page);
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(() => overlayText(page)).toContain('Handed 2 cases to Engineering');
    const twice = (...names: string[]) => names.flatMap((name) => [name, name]);
    expect(kinds(await baton.events())).toEqual(twice('held', 'cancelled', 'held', 'sending', 'sent'));
    expect(await desk.writes()).toHaveLength(1);
    for (const id of [1, 8] as const) expect((await desk.read(`cases/${id}`)).owner).toBe('jonas');

    await find(page, 'Priya', []);
    await expect.poll(async () => (await desk.writes()).length).toBe(2);
    expect(await baton.events()).toHaveLength(10);
  },
);
