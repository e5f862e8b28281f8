// What each door promises, walked through as a person does; the same in every browser.
import { type Page, test } from '@playwright/test';
import { type Baton, expect, handOver, kinds, notNow, panelOf, panelShown } from './practice.ts';
import { type Logged, type Received, received } from './received.ts';
import type { Way } from './ways.ts';

interface Given<D> {
  page: Page;
  desk: D;
  baton: Pick<Baton, 'inWorker' | 'events'>;
  /** What the desk received of the same act without Baton: with Baton it must be the same. */
  alone?: readonly Received[];
}

export async function keepsItsContract<D extends { writes(): Promise<Logged[]>; reset(): Promise<void> }>(
  way: Way<D>,
  { page, desk, baton, alone }: Given<D>,
): Promise<void> {
  const recorded = async () => kinds(await baton.events());
  // One line a case.
  const lines = (...names: string[]) => names.flatMap((name) => Array<string>(way.cases ?? 1).fill(name));

  await test.step('what hands nothing over goes through at once', async () => {
    await way.harmless(page);
    await expect.poll(async () => (await desk.writes()).length).toBe(1);
    expect(await recorded()).toEqual([]);
    expect(await panelShown(page)).toBe(false);
    // Left before it is read: what the page now shows is no case of the next step. The desk's own next page may still come in between.
    await expect(async () => void (await page.goto('about:blank'))).toPass();
    await desk.reset();
  });

  await test.step('it is held while something is missing, and taken back by "Not now"', async () => {
    await way.start(page, baton);
    await way.act(page);
    const panel = await panelOf(page);
    await expect(panel.getByRole('button', { name: /^Hand over to .* missing/ })).toBeVisible();
    await notNow(panel);
    await expect.poll(() => panelShown(page)).toBe(false);
    await expect.poll(recorded).toEqual(lines('held', 'cancelled'));
    expect(await desk.writes()).toEqual([]);
    await way.takenBack(page);
  });

  await test.step('it is let go once when everything is there', async () => {
    await way.start(page, baton);
    await way.act(page);
    const panel = await panelOf(page);
    await way.complete(panel);
    await handOver(panel);
    if (way.silent) {
      await expect.poll(async () => (await desk.writes()).length).toBe(1);
      await way.start(page, baton);
    }
    await expect.poll(recorded).toEqual(lines('held', 'cancelled', 'held', 'sending', 'sent'));
    expect(await desk.writes()).toHaveLength(1);
    if (alone) expect(await received(desk)).toEqual(alone);
    await way.arrived(desk);
  });
}
