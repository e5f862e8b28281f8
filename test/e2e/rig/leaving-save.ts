// A desk without a Save button, whose page sends what was changed when it is left: the person is asked to stay, once; what was changed is not lost,
// and leaves once.
import { type Dialog, type Page, test } from '@playwright/test';
import {
  type Baton,
  completeSupport,
  type Desk,
  expect,
  handOver,
  kinds,
  notNow,
  openCase,
  panelOf,
  panelShown,
} from '../practice.ts';
import { type Received, received } from '../received.ts';

export const SAVED_ON_LEAVING = ['leave-beacon', 'leave-json'] as const;

const WORDS = 'I give this to our engineers.';
const team = (page: Page) => page.locator('form.leaving select[name=team]');

/** Changes the form as a person does, whom the browser may then ask. */
export async function change(page: Page, to: string): Promise<void> {
  await page.locator('form.leaving textarea').click();
  await page.keyboard.type(WORDS);
  await team(page).selectOption(to);
}

/** Reloads the page; out: whether the browser asked, and was told to stay (or to go all the same). */
export async function reload(page: Page, answer: 'stay' | 'go' = 'stay'): Promise<boolean> {
  let asked = false;
  const hear = (dialog: Dialog) => {
    asked = true;
    void (answer === 'go' ? dialog.accept() : dialog.dismiss());
  };
  page.on('dialog', hear);
  const before = await page.evaluate(() => {
    setTimeout(() => location.reload());
    return performance.timeOrigin;
  });
  const loaded = () => page.evaluate(() => performance.timeOrigin).catch(() => before);
  await expect.poll(async () => asked || (await loaded()) !== before).toBe(true);
  page.off('dialog', hear);
  return asked;
}

/** What the desk receives of it without Baton. */
export async function leftPlainly(page: Page, desk: Desk): Promise<Received[]> {
  await change(page, 'engineering');
  await reload(page);
  await expect.poll(async () => (await desk.writes()).length).toBe(1);
  return received(desk);
}

interface Given {
  page: Page;
  desk: Desk;
  baton: Pick<Baton, 'rows' | 'events'>;
  expected?: readonly Received[];
}

export async function keepsWhatIsSavedOnLeaving(id: string, { page, desk, baton, expected }: Given): Promise<void> {
  const events = () => baton.events().then(kinds);
  await openCase(page, `/rig/${id}/1`);

  await test.step('what hands nothing over goes with the page', async () => {
    await change(page, 'sales');
    expect(await reload(page)).toBe(false);
    await expect.poll(async () => (await desk.writes()).length).toBe(1);
    expect(await events()).toEqual([]);
    await desk.reset();
  });

  await test.step('the person is asked to stay, and why is said on the page; leaving again asks no second time', async () => {
    await openCase(page, `/rig/${id}/1`);
    await change(page, 'engineering');
    expect(await reload(page)).toBe(true);
    await panelOf(page);
    expect(await reload(page)).toBe(true);
    await panelOf(page);
    await expect.poll(events).toEqual(['held']);
    expect(await desk.writes()).toEqual([]);
  });

  await test.step('taken back: what was written stands', async () => {
    await notNow(await panelOf(page));
    await expect.poll(events).toEqual(['held', 'cancelled']);
    await expect(page.locator('form.leaving textarea')).toHaveValue(WORDS);
    await expect(team(page)).toHaveValue('engineering');
    expect(await desk.writes()).toEqual([]);
  });

  await test.step('let go once, and the page can be left', async () => {
    // A desk that took it for saved sends it again once something is changed.
    await page.locator('form.leaving textarea').press('End');
    await page.keyboard.type('!');
    await page.keyboard.press('Backspace');
    expect(await reload(page)).toBe(true);
    const panel = await panelOf(page);
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await desk.writes()).length).toBe(1);
    await expect.poll(() => panelShown(page)).toBe(false);
    expect(await reload(page)).toBe(false);
    await expect.poll(events).toEqual(['held', 'cancelled', 'held', 'sending', 'sent']);
    if (expected) expect(await received(desk)).toEqual(expected);
    expect(await desk.writes()).toHaveLength(1);
    expect((await desk.read('cases/1')).team).toBe('engineering');
  });
}
