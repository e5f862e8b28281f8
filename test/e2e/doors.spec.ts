// Every way in which the practice desk hands a case over: held while something is missing, let go once, taken back, or left alone.
import { expect, handOver, kinds, notNow, panelOf, panelShown, test } from './practice.ts';
import { ways } from './ways.ts';

for (const { name, start, act, harmless, takenBack, complete, arrived } of ways) {
  test.describe(name, () => {
    test('is held while something is missing, and taken back by "Not now"', async ({ page, desk, baton }) => {
      await start(page, baton);
      await act(page);
      const panel = await panelOf(page);
      await expect(panel.getByRole('button', { name: /^Hand over to .* missing/ })).toBeVisible();
      await notNow(panel);
      await expect.poll(() => panelShown(page)).toBe(false);
      await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'cancelled']);
      expect(await desk.writes()).toEqual([]);
      await takenBack(page);
    });

    test('is let go once when everything is there', async ({ page, desk, baton }) => {
      await start(page, baton);
      await act(page);
      const panel = await panelOf(page);
      await complete(panel);
      await handOver(panel);
      await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'sending', 'sent']);
      expect(await desk.writes()).toHaveLength(1);
      await arrived(desk);
    });

    test('goes through at once when it hands nothing over', async ({ page, desk, baton }) => {
      await harmless(page);
      await expect.poll(async () => (await desk.writes()).length).toBe(1);
      expect(await baton.events()).toEqual([]);
      expect(await panelShown(page)).toBe(false);
    });
  });
}
