// The panel is made ready when somebody touches what may hand over: before that a page pays nothing, and what is ready is not shown.
import type { Frame, Page } from '@playwright/test';
import {
  ASK,
  answer,
  type Baton,
  completeFirst,
  expect,
  hang,
  notNow,
  open,
  overlayText,
  PRACTICE_URL,
  panelFrame,
  panelOf,
  panelShown,
  saved,
  states,
  test,
} from './practice.ts';

const rowOf = (id: number) => `tr[data-case-id="${id}"]`;
const teamOf = (id: number) => `${rowOf(id)} select[name="team"]`;
const overlays = (page: Page) => page.locator('baton-overlay').count();

/** Presses the list's select and chooses by keys, as a person does. */
async function chooseEngineering(page: Page, id: number): Promise<void> {
  await page.click(teamOf(id));
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
}

/** The panel's page once it is there; nobody need see it. */
async function readyPanel(page: Page): Promise<Frame> {
  await expect.poll(() => panelFrame(page) !== undefined).toBe(true);
  const frame = panelFrame(page) as Frame;
  await frame.waitForSelector('#root.away, #root .entry', { state: 'attached' });
  return frame;
}

/** Whatever a page told the background before has been done: what it puts into pages comes in the order in which it was asked. */
const answered = (baton: Baton) =>
  baton.inWorker(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: () => undefined });
    },
    `${PRACTICE_URL}/*`.replace(/:\d+/, ''),
  );

/** From now on, whether anything of the panel is drawn: a browser draws nothing of a frame that is hidden. */
async function watchDrawing(panel: Frame): Promise<() => Promise<boolean>> {
  await panel.evaluate(() => {
    const seen = { drawn: false };
    Object.assign(globalThis, { seen });
    requestAnimationFrame(() => {
      seen.drawn = true;
    });
  });
  return () => panel.evaluate(() => (globalThis as unknown as { seen: { drawn: boolean } }).seen.drawn);
}

/** The keys go to the panel, and there to a field of the checklist. */
async function expectFocusIn(panel: Frame): Promise<void> {
  const at = () => panel.evaluate(() => document.hasFocus() && document.activeElement?.closest('.entry') !== null);
  await expect.poll(at).toBe(true);
}

test('a list pays nothing until somebody touches a case’s controls; a press elsewhere, or on a link away, is none', async ({
  page,
  baton,
}) => {
  await open(page, '/');
  await page.evaluate(() => {
    addEventListener('click', (event) => (event.target as Element).closest('a') && event.preventDefault());
  });
  await page.click('h1');
  await page.click(`${rowOf(1)} .subject a`);
  await answered(baton);
  expect([await overlays(page), panelFrame(page)]).toEqual([0, undefined]);

  await page.focus(teamOf(1));
  await readyPanel(page);
  expect(await panelShown(page)).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('team');
});

test('a complete handoff goes through without a moment of a panel that is ready', async ({ page, baton }) => {
  await completeFirst(page);
  await open(page, '/');
  await page.focus(teamOf(2));
  const drawn = await watchDrawing(await readyPanel(page));
  await chooseEngineering(page, 1);
  await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
  await expect.poll(() => states(baton)).toEqual(['sent']);
  expect([await drawn(), await panelShown(page)]).toEqual([false, false]);

  // The same look at one that is not complete does see it.
  await chooseEngineering(page, 2);
  await panelOf(page);
  expect(await drawn()).toBe(true);
});

test('the next case’s checklist holds nothing of the one before, and has the focus in what is missing', async ({
  page,
}) => {
  await open(page, '/');
  await chooseEngineering(page, 1);
  const panel = await panelOf(page);
  await answer(panel, ASK, 'Only about the first case');
  await saved(panel);
  await notNow(panel);
  await expect.poll(() => panelShown(page)).toBe(false);
  const before = await panel.locator('.head').innerText();

  await chooseEngineering(page, 2);
  expect(await panelOf(page)).toBe(panel);
  expect(await panel.locator('.head').innerText()).not.toBe(before);
  await expect(panel.getByText('Only about the first case')).toHaveCount(0);
  await expect(panel.getByRole('textbox', { name: ASK })).toHaveValue('');
  await expectFocusIn(panel);
  await notNow(panel);
  await expect.poll(() => panelShown(page)).toBe(false);

  // And the first again has what was written for it.
  await chooseEngineering(page, 1);
  await panelOf(page);
  await expect(panel.locator('[data-criterion=ask]')).toContainText('Only about the first case');
  await expectFocusIn(panel);
});

test('the checklist of the case that was touched is there while the background still works; what is not held after all takes it away', async ({
  page,
  desk,
  baton,
}) => {
  await open(page, '/');
  await page.focus(teamOf(2));
  const panel = await readyPanel(page);
  await expect(panel.locator('.entry').first()).toBeAttached();
  const head = await panel.locator('.head').innerText();
  expect(await panelShown(page)).toBe(false);

  // Nobody answers the gate for so long that the policy lets the handoff go.
  await hang(baton, 7_000);
  await chooseEngineering(page, 2);
  await expect.poll(() => panelShown(page), { timeout: 3_000 }).toBe(true);
  expect(await panel.locator('.head').innerText()).toBe(head);
  expect((await desk.read('cases/2')).team).not.toBe('engineering');
  await expect.poll(async () => (await desk.read('cases/2')).team, { timeout: 12_000 }).toBe('engineering');
  await expect.poll(() => panelShown(page)).toBe(false);
});

test('the checklist that was drawn for another case is never the one that is shown', async ({ page }) => {
  await open(page, '/');
  await page.focus(teamOf(1));
  const panel = await readyPanel(page);
  const title = (id: number) => page.locator(`${rowOf(id)} .subject a`).innerText();
  await expect(panel.locator('.head')).toContainText((await title(1)).trim());
  const shown = panel.evaluate(
    () =>
      new Promise<string>((drawn) =>
        requestAnimationFrame(() => drawn((document.querySelector('.head') as HTMLElement).innerText)),
      ),
  );
  // The desk's own script hands another case over.
  await page.evaluate(() => {
    const headers = { 'content-type': 'application/json' };
    void fetch('/api/cases/2', { method: 'PATCH', headers, body: '{"team":"engineering"}' });
  });
  expect(await panelOf(page)).toBe(panel);
  expect(await shown).toContain((await title(2)).trim());
});
