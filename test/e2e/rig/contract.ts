// What each way in which desks save promises: held while something is missing, taken back so that the desk's own screen rolls back, let go once
// and unchanged, never held twice, and left alone when it hands nothing over.
import { type Page, test } from '@playwright/test';
import {
  type Baton,
  type Desk,
  expect,
  handOver,
  kinds,
  notNow,
  open,
  openCase,
  panelOf,
  panelShown,
  readCases,
  saved,
} from '../practice.ts';
import { type Received, received } from '../received.ts';
import type { RigMode } from './modes.ts';

interface Given {
  page: Page;
  desk: Desk;
  baton: Pick<Baton, 'rows' | 'events'>;
  /** What the desk receives of an act without Baton, where there is such a browser. */
  plainly?(path: string, act: (page: Page) => Promise<void>): Promise<Received[]>;
}

/** Walks through all of it on the page of a mode, as a person does. */
export async function keepsContract(mode: RigMode, { page, desk, baton, plainly }: Given): Promise<void> {
  const { first, path, act, harmless, rolledBack, shown, complete, arrived, cases = 1, silent, cannotWait } = mode;
  const events = () => baton.events().then(kinds);
  // One line a case.
  const lines = (...names: string[]) => names.flatMap((name) => Array<string>(cases).fill(name));
  const expected = await plainly?.(path, act);

  await test.step('held while something is missing', async () => {
    await readCases(page, baton, first);
    await (path.includes('/1') ? openCase(page, path) : open(page, path));
    await act(page);
    await panelOf(page);
    expect(await desk.writes()).toEqual([]);
  });

  await test.step('taken back by "Not now": the desk shows it as not done', async () => {
    const panel = await panelOf(page);
    // What cannot wait is refused already.
    if (cannotWait) await panel.getByText('Close', { exact: true }).click();
    else await notNow(panel);
    await expect.poll(() => panelShown(page)).toBe(false);
    await expect.poll(events).toEqual(lines('held', 'cancelled'));
    await rolledBack(page);
    expect(await desk.writes()).toEqual([]);
  });

  await test.step('let go once, unchanged, when everything is there', async () => {
    await act(page);
    const panel = await panelOf(page);
    await expect.poll(events).toEqual(lines('held', 'cancelled', 'held'));
    await complete(panel);
    if (cannotWait) {
      await saved(panel);
      await act(page);
    } else await handOver(panel);
    if (silent) {
      await expect.poll(async () => (await desk.writes()).length).toBe(1);
      await openCase(page, path);
    }
    await expect.poll(events).toEqual(lines('held', 'cancelled', 'held', 'sending', 'sent'));
    if (expected) expect(await received(desk)).toEqual(expected);
    expect(await desk.writes()).toHaveLength(1);
    await arrived(desk);
    await shown(page);
  });

  await test.step('passed at once when it hands nothing over', async () => {
    await expect.poll(() => panelShown(page)).toBe(false);
    await harmless(page);
    await expect.poll(async () => (await desk.writes()).length).toBe(2);
    expect(await panelShown(page)).toBe(false);
    expect(await events()).toHaveLength(5 * cases);
  });
}
