// A case that is printed: the paper looks as it does without Baton, whatever Baton shows on the screen, and what is held stays held.
import type { Page } from '@playwright/test';
import { expectSamePaper, plainPage } from './paper.ts';
import {
  ASK,
  answer,
  chooseTeam,
  completeSupport,
  expect,
  handOver,
  kinds,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  test,
} from './practice.ts';

/** A picture of the page as the browser lays it out for paper. */
async function preview(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const picture = await page.screenshot({ fullPage: true, caret: 'hide', animations: 'disabled' });
  await page.emulateMedia({ media: null });
  return picture.toString('base64');
}

/** On paper, and in the browser's preview of it. */
async function expectSame(page: Page, plain: Page): Promise<void> {
  // Both pages have the pointer at the same place, over nothing.
  for (const one of [page, plain]) await one.mouse.move(2, 700);
  expect((await preview(page)) === (await preview(plain)), 'the preview is that of the page without Baton').toBe(true);
  await expectSamePaper(page, plain);
}

test('nothing of Baton is on paper: not its tab, not the panel over something held, not what it says', async ({
  page,
  desk,
  baton,
}) => {
  const plain = await plainPage(baton, '/case/1');
  await openCase(page);
  await expectSame(page, plain);

  await chooseTeam(plain);
  await plain.locator('#details-team').blur();
  await chooseTeam(page);
  await page.click('#details-save');
  const panel = await panelOf(page);
  await answer(panel, ASK, 'Find out');
  await expectSame(page, plain);

  await test.step('what was held and typed is as before, and so is the place where one types', async () => {
    expect(await panelShown(page)).toBe(true);
    await page.keyboard.type(' why');
    await expect(panel.getByRole('textbox', { name: ASK })).toHaveValue('Find out why');
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  });
  await test.step('nor is the line that says so', async () => {
    await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
    // The desk says it once, to whom it concerns.
    await page.locator('#flash').evaluate((flash) => flash.remove());
    await plain.goto(plain.url());
    await expectSame(page, plain);
  });
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'sending', 'sent']);
});
