// Every door in Firefox: held while something is missing, taken back, let go once, or left alone.
import { expect, handOver, kinds, notNow, panelOf, panelShown } from '../practice.ts';
import { ways } from '../ways.ts';
import { closes, test } from './harness.ts';

/** The ways around other gates that these doors close. */
const HOLES: Record<string, string> = {
  'a reply by Ctrl+Enter, which submits without an event': 'Native form submit (no event)',
  'the select in a list, saved by fetch': 'REST by fetch',
  'the stage buttons of a deal, saved by XMLHttpRequest': 'REST by XMLHttpRequest',
  'the link Take': 'GET link that writes',
};

for (const { name, start, act, harmless, takenBack, complete, arrived } of ways) {
  const proves = closes(HOLES[name]);
  test(
    `${name}: held while something is missing, taken back, and let go once`,
    proves,
    async ({ page, desk, baton }) => {
      await test.step('is held while something is missing, and taken back by "Not now"', async () => {
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
      await test.step('is let go once when everything is there', async () => {
        await start(page, baton);
        await act(page);
        const panel = await panelOf(page);
        await complete(panel);
        await handOver(panel);
        const all = ['held', 'cancelled', 'held', 'sending', 'sent'];
        await expect.poll(async () => kinds(await baton.events())).toEqual(all);
        expect(await desk.writes()).toHaveLength(1);
        await arrived(desk);
      });
    },
  );

  test(`${name}: goes through at once when it hands nothing over`, async ({ page, desk, baton }) => {
    await harmless(page);
    await expect.poll(async () => (await desk.writes()).length).toBe(1);
    expect(await baton.events()).toEqual([]);
    expect(await panelShown(page)).toBe(false);
  });
}
