// Where the panel stands: it gets out of the way of the desk's own page, and comes back as it was.
import { boxOf } from './closed-root.ts';
import { expect, openCase, panelOf, saveToEngineering, test } from './practice.ts';

const WINDOW = 1_400;

for (const side of ['left', 'right'] as const)
  test(`a page that runs from right to left: tab and panel stand at the ${side}, where they were put`, async ({
    page,
    baton,
  }) => {
    await baton.settings({ panel: { side, width: 440 } });
    await openCase(page);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await saveToEngineering(page);
    const panel = await panelOf(page);
    await expect.poll(async () => (await boxOf(page, 'frame')).x).toBe(side === 'left' ? 0 : WINDOW - 440);

    await panel.locator('body').press('Escape');
    const tab = await boxOf(page, 'tab');
    expect(Math.round(side === 'left' ? tab.x : tab.x + tab.width)).toBe(side === 'left' ? 0 : WINDOW);
  });

test('the panel has a name for those who hear it, and no tooltip over its first line', async ({ page }) => {
  await openCase(page);
  await saveToEngineering(page);
  const element = await (await panelOf(page)).frameElement();
  expect(await element.getAttribute('title')).toBeNull();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const frames = nodes.filter(({ role }) => role?.value === 'Iframe');
  expect(frames.map(({ name }) => name?.value)).toEqual(['Baton checklist']);
});
