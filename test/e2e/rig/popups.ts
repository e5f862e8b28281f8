// What a pop-up window of the desk promises: the hold is explained in the window, what was typed there stays, and once it was let go the window
// closes as it does without Baton, and the page behind says that it went.
import { type Page, test } from '@playwright/test';
import {
  type Baton,
  completeSupport,
  type Desk,
  expect,
  handOver,
  kinds,
  notNow,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  readCases,
} from '../practice.ts';
import { type Received, received } from '../received.ts';

/** The windows of the rig, by what is known of their case. */
export const POPUPS = [
  ['popup-named', 'whose address names the case'],
  ['popup-unnamed', 'whose address names no case'],
  ['popup-written', 'that the page behind has written'],
] as const;

const NOTE = 'Jonas knows the exporter best.';

/** Opens a window of the case's page, as a person does. */
export async function openWindow(page: Page, what: 'owner' | 'note' | 'priority' | 'close'): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await page.click(`[data-window=${what}]`);
  const popup = await opening;
  await popup.setViewportSize({ width: 1040, height: 700 });
  await popup.locator('#window-case').filter({ hasText: '1' }).waitFor();
  return popup;
}

/** Gives the case to somebody in Engineering, with a note. */
export async function giveToJonas(popup: Page): Promise<void> {
  await popup.fill('#window-note', NOTE);
  await popup.selectOption('#window-owner', { label: 'Jonas Lindqvist' });
  await popup.click('.window .primary', { noWaitAfter: true });
}

/** What the desk receives of it without Baton. */
export async function givenPlainly(page: Page, desk: Desk): Promise<Received[]> {
  await giveToJonas(await openWindow(page, 'owner'));
  await expect.poll(async () => (await desk.writes()).length).toBe(1);
  return received(desk);
}

interface Given {
  page: Page;
  desk: Desk;
  baton: Pick<Baton, 'rows' | 'events'>;
  expected?: readonly Received[];
}

export async function keepsWindowContract(id: string, { page, desk, baton, expected }: Given): Promise<void> {
  const events = () => baton.events().then(kinds);
  await readCases(page, baton, ['/case/1']);
  await openCase(page, `/rig/${id}/1`);
  let popup = await openWindow(page, 'owner');

  await test.step('held, and explained in the window', async () => {
    await giveToJonas(popup);
    const panel = await panelOf(popup);
    await expect(panel.getByRole('button', { name: /^Hand over to Engineering/ })).toBeVisible();
    expect(await panelShown(page)).toBe(false);
    expect(await desk.writes()).toEqual([]);
  });

  await test.step('taken back: the window stays, with what was typed there', async () => {
    await notNow(await panelOf(popup));
    await expect.poll(() => panelShown(popup)).toBe(false);
    await expect.poll(events).toEqual(['held', 'cancelled']);
    await expect(popup.locator('#window-note')).toHaveValue(NOTE);
    await expect(popup.locator('#window-owner')).toHaveValue('jonas');
  });

  await test.step('a window that is closed takes its hold with it', async () => {
    await popup.click('.window .primary', { noWaitAfter: true });
    await panelOf(popup);
    await popup.close();
    await expect.poll(events).toEqual(['held', 'cancelled', 'held', 'cancelled']);
    expect(await desk.writes()).toEqual([]);
  });

  await test.step('let go once: the window closes, and the page behind says that it went', async () => {
    popup = await openWindow(page, 'owner');
    await giveToJonas(popup);
    const panel = await panelOf(popup);
    await completeSupport(panel);
    const closed = popup.waitForEvent('close');
    await handOver(panel);
    await closed;
    await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
    await expect.poll(async () => (await events()).slice(4)).toEqual(['held', 'sending', 'sent']);
    if (expected) expect(await received(desk)).toEqual(expected);
    expect(await desk.writes()).toHaveLength(1);
    expect((await desk.read('cases/1')).owner).toBe('jonas');
  });

  await test.step('what hands nothing over passes at once, and its window closes', async () => {
    popup = await openWindow(page, 'priority');
    await popup.selectOption('#window-priority', 'low');
    const closed = popup.waitForEvent('close');
    await popup.click('.window .primary', { noWaitAfter: true });
    await closed;
    await expect.poll(async () => (await desk.writes()).length).toBe(2);
    expect(await events()).toHaveLength(7);
  });
}
