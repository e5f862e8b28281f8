// Where the panel stands: it gets out of the way of the desk's own page, and comes back as it was.
import type { Frame, Page } from '@playwright/test';
import { boxOf, focusTab } from './closed-root.ts';
import {
  ASK,
  answer,
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
  pressTab,
  saveToEngineering,
  test,
} from './practice.ts';

const WINDOW = 1_400;

/** How wide the panel is, in whole pixels. */
const widthOf = async (page: Page) => Math.round((await boxOf(page, 'panel')).width);

/** Drags the panel's inner edge to this place in the window. */
async function dragTo(page: Page, x: number): Promise<void> {
  const grip = await boxOf(page, 'grip');
  const y = grip.y + grip.height / 2;
  const from = grip.x + grip.width / 2;
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move((from + x) / 2, y);
  await page.mouse.move(x, y);
  await page.mouse.up();
}

/** What those who do not see the panel's edge are told of it. */
async function edge(page: Page): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ role }) => role?.value === 'separator')
    .flatMap(({ name, value, properties = [] }) => [
      name?.value,
      value?.value,
      ...properties.filter(({ name }) => /^value(min|max)$/.test(name)).map(({ value }) => value.value),
    ]);
}

/** Makes the window so wide, and holds the first case there. */
async function heldAt(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 });
  await openCase(page);
  await saveToEngineering(page);
  return panelOf(page);
}

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
    await expect.poll(async () => (await boxOf(page, 'panel')).x).toBe(side === 'left' ? 0 : WINDOW - 440);

    await fold(panel);
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

test('the panel is as wide as its window can spare, until a person drags its edge; then it stays so wide', async ({
  page,
  desk,
}) => {
  const panel = await heldAt(page, 1_280);
  expect(await widthOf(page)).toBe(358);
  for (const [window, width] of [
    [1_000, 300],
    [1_400, 380],
  ] as const) {
    await page.setViewportSize({ width: window, height: 800 });
    await expect.poll(() => widthOf(page)).toBe(width);
  }
  // Over the desk's page and over the panel: both are frames of others.
  await dragTo(page, WINDOW - 500);
  await expect.poll(() => widthOf(page)).toBeGreaterThan(490);
  expect(await widthOf(page)).toBeLessThan(510);
  await dragTo(page, WINDOW - 50);
  await expect.poll(() => widthOf(page)).toBe(260);
  expect(await edge(page)).toEqual(['Width of the checklist', 260, 260, 640]);

  await test.step('a panel so narrow is seen whole: what it holds may leave', async () => {
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  });
  await test.step('remembered on the next page, and forgotten by two presses', async () => {
    await open(page, '/case/2');
    await saveToEngineering(page);
    await panelOf(page);
    expect(await widthOf(page)).toBe(260);
    const grip = await boxOf(page, 'grip');
    await page.mouse.dblclick(grip.x + 3, grip.y + 300);
    await expect.poll(() => widthOf(page)).toBe(380);
    await page.setViewportSize({ width: 1_000, height: 800 });
    await expect.poll(() => widthOf(page)).toBe(300);
  });
});

test('the edge has keys, which the desk does not hear; in another tab the panel is as wide, at the same side', async ({
  page,
  baton,
}) => {
  const other = await baton.newPage();
  await other.setViewportSize({ width: WINDOW, height: 800 });
  await openCase(other, '/case/2');
  await saveToEngineering(other);
  await panelOf(other);
  await page.bringToFront();
  const panel = await heldAt(page, WINDOW);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener('keydown', ({ key }) => heard.push(key));
  });
  // Out of the panel by its first button: the edge is what stands before it.
  await panel.getByRole('button', { name: 'Move to the other side' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => widthOf(page)).toBe(400);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(page)).toBe(360);
  await page.keyboard.press('End');
  await expect.poll(() => widthOf(page)).toBe(640);
  await page.keyboard.press('Home');
  await expect.poll(() => widthOf(page)).toBe(260);
  await expect.poll(() => widthOf(other)).toBe(260);
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);

  await panel.getByRole('button', { name: 'Move to the other side' }).click();
  await expect.poll(async () => (await boxOf(page, 'panel')).x).toBe(0);
  await expect.poll(async () => (await boxOf(other, 'panel')).x).toBe(0);
  expect(await widthOf(page)).toBe(260);
  await dragTo(page, 420);
  await expect.poll(() => widthOf(page)).toBeGreaterThan(410);
  await page.reload();
  await saveToEngineering(page);
  await panelOf(page);
  expect((await boxOf(page, 'panel')).x).toBe(0);
  expect(await widthOf(page)).toBeGreaterThan(410);
});

/** By the button in its header: right after it came, it takes no keys. */
const fold = (panel: Frame) => panel.getByRole('button', { name: 'Fold away', expanded: true }).click();

const focusOf = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('folded to its tab, the panel gives the page back and what is held stays held; one press brings it back as it was left', async ({
  page,
  desk,
  baton,
}) => {
  const panel = await heldAt(page, 1_000);
  const ask = panel.getByRole('textbox', { name: ASK });
  // Too short to be enough: the field stays open.
  await answer(panel, ASK, 'Find');

  await test.step('by its button: the tab says what is held, and the focus is where it was in the page', async () => {
    await fold(panel);
    await expect.poll(() => panelShown(page)).toBe(false);
    expect(await overlayText(page)).toContain('Held: to Engineering · 4 missing');
    expect(await focusOf(page)).toBe('details-save');
    expect(await desk.writes()).toEqual([]);
    expect(kinds(await baton.events())).toEqual(['held']);
  });
  await test.step('a press on the tab', async () => {
    await pressTab(page);
    await expect.poll(() => panelShown(page)).toBe(true);
    await expect(ask).toHaveValue('Find');
  });
  for (const key of ['Enter', 'Space'])
    await test.step(`by Escape, and back by ${key} on the tab: the focus is in the field that it left`, async () => {
      await ask.click();
      await page.keyboard.press('Escape');
      await expect.poll(() => panelShown(page)).toBe(false);
      await focusTab(page);
      await page.keyboard.press(key);
      await expect.poll(() => panelShown(page)).toBe(true);
      await expect
        .poll(() => ask.evaluate((field) => document.hasFocus() && document.activeElement === field))
        .toBe(true);
      await expect(ask).toHaveValue('Find');
    });
  await test.step('what is typed in a panel that was folded counts, and it is let go once', async () => {
    await completeSupport(panel);
    await page.keyboard.press('Escape');
    await expect.poll(() => overlayText(page)).toContain('Held: to Engineering · complete');
    await pressTab(page);
    await expect.poll(() => panelShown(page)).toBe(true);
    await handOver(panel);
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
    expect(await desk.writes()).toHaveLength(1);
  });
});

test('a press of Save on the page opens a folded panel; what is taken back is no longer said to be held', async ({
  page,
  desk,
}) => {
  const panel = await heldAt(page, 1_280);
  await fold(panel);
  await expect.poll(() => panelShown(page)).toBe(false);
  await page.click('#details-save', { noWaitAfter: true });
  await expect.poll(() => panelShown(page)).toBe(true);
  expect(await desk.writes()).toEqual([]);
  await notNow(panel);
  await expect.poll(() => panelShown(page)).toBe(false);
  await expect.poll(() => overlayText(page)).toContain('to Engineering: 4 missing');
  expect(await overlayText(page)).not.toContain('Held');
});

test('the number that the folded panel’s tab says follows what is answered elsewhere', async ({ page, baton }) => {
  const panel = await heldAt(page, 1_280);
  await fold(panel);
  await expect.poll(() => overlayText(page)).toContain('Held: to Engineering · 4 missing');
  const other = await baton.newPage();
  await openCase(other);
  await pressTab(other);
  await completeSupport(await panelOf(other));
  await expect.poll(() => overlayText(page)).toContain('Held: to Engineering · complete');
});

/** How many pixels of the desk's own buttons, from left to right, the open panel covers, and of how many. */
async function covered(page: Page): Promise<Record<string, [pixels: number, of: number]>> {
  const panel = await boxOf(page, 'panel');
  const all: Record<string, [number, number]> = {};
  for (const name of ['Save', 'Send reply']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    if (!box) throw new Error(`no button ${name}`);
    const over = Math.min(box.x + box.width, panel.x + panel.width) - Math.max(box.x, panel.x);
    all[name] = [Math.max(0, Math.round(over)), Math.round(box.width)];
  }
  return all;
}

for (const width of [1_280, 1_000])
  test(`in a window of ${width} pixels the desk’s reply stays free; one press frees its Save too, by folding or by moving`, async ({
    page,
  }) => {
    const panel = await heldAt(page, width);
    const open = await covered(page);
    test.info().annotations.push({ type: 'covered', description: JSON.stringify(open) });
    expect(open['Send reply']?.[0]).toBe(0);
    // The desk has it at the start of its last column: all of it is covered.
    const [over, of] = open['Save'] ?? [];
    expect(over).toBe(of);

    const press = (name: string) => page.getByRole('button', { name, exact: true }).click({ trial: true });
    await fold(panel);
    await expect.poll(() => panelShown(page)).toBe(false);
    await press('Save');
    await press('Send reply');

    await pressTab(page);
    await expect.poll(() => panelShown(page)).toBe(true);
    await panel.getByRole('button', { name: 'Move to the other side' }).click();
    await expect.poll(async () => (await covered(page))['Save']?.[0]).toBe(0);
    await press('Save');
  });
