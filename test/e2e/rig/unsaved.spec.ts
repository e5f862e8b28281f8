// What a case holds is what was last seen saved: a choice that stands, a refused form that comes back, a person who is quicker than Baton's reading.
import type { Page } from '@playwright/test';
import {
  type Baton,
  closes,
  completeSupport,
  expect,
  handOver,
  hang,
  kinds,
  notNow,
  openCase,
  panelOf,
  panelShown,
  saveToEngineering,
  states,
  test,
} from '../practice.ts';
import { choose, chooseInForm, openChoosing, openDrawing, refuseNext, save } from './unsaved.ts';

const events = (baton: Baton) => baton.events().then(kinds);
const said = (page: Page) => page.locator('#said');
/** Where each recorded hold or sending starts from. */
const froms = async (baton: Baton) => (await baton.events()).map(({ payload }) => payload?.['from']);

test(
  'a choice that stood for twelve seconds is held, and after "Not now" it is held again as late',
  closes('Choice that stood unsaved'),
  async ({ page, desk, baton }) => {
    await openChoosing(page, 'by request');
    await choose(page, 'Engineering');
    await page.click('#note');
    await page.keyboard.type('Our engineers look into it.');
    // The wait itself is the test: nothing happens that could be waited for.
    await page.waitForTimeout(12_000);
    await save(page);
    await notNow(await panelOf(page));
    await expect(said(page)).toHaveText('not saved');
    await page.waitForTimeout(12_000);
    await save(page);
    await panelOf(page);
    expect(await events(baton)).toEqual(['held', 'cancelled', 'held']);
    expect(await froms(baton)).toEqual(['Support L1', undefined, 'Support L1']);
    expect(await desk.writes()).toEqual([]);
  },
);

for (const saves of ['by request', 'at the button'] as const)
  test(
    `a person who begins as the page comes is held (saved ${saves})`,
    closes('Choice made before the first reading'),
    async ({ page, desk, baton }) => {
      // A background that is slow to start: no overlay is there yet to read the case.
      await hang(baton, 1_800);
      await openChoosing(page, saves, { read: false });
      await choose(page, 'Engineering');
      await save(page);
      await panelOf(page);
      expect(await events(baton)).toEqual(['held']);
      expect(await froms(baton)).toEqual(['Support L1']);
      expect(await desk.writes()).toEqual([]);
    },
  );

for (const saves of ['by request', 'at the button'] as const)
  test(`a save that hands nothing over is where the next change starts (saved ${saves})`, async ({
    page,
    desk,
    baton,
  }) => {
    await openChoosing(page, saves);
    await choose(page, 'Sales');
    await save(page);
    await expect(said(page)).toHaveText('saved');
    expect((await desk.read('cases/1')).team).toBe('sales');
    await choose(page, 'Engineering');
    await save(page);
    await panelOf(page);
    expect(await froms(baton)).toEqual(['Sales']);
  });

test('a choice that was taken back hands nothing over, and what a colleague changed is nobody’s choice here', async ({
  page,
  desk,
  baton,
}) => {
  await openChoosing(page, 'at the button');
  await choose(page, 'Engineering');
  await choose(page, 'Support L1');
  await page.fill('#note', 'We look into it.');
  await save(page);
  await expect(said(page)).toHaveText('saved');

  // The desk's own news, while nobody does anything: what happened before has long been explained.
  await page.waitForTimeout(2_500);
  await page.evaluate(() => {
    (document.querySelector('.value') as Element).textContent = 'Engineering';
    (document.querySelector('#said') as Element).textContent = '';
  });
  await save(page);
  await expect(said(page)).toHaveText('saved');
  expect(await events(baton)).toEqual([]);
  expect((await desk.requests('PATCH')).length).toBe(2);
});

test(
  'a form that is refused and is the answer itself: not sent, and pressed again it goes with its checklist',
  closes('Refused form that comes back'),
  async ({ page, desk, baton }) => {
    await openCase(page);
    await saveToEngineering(page);
    const panel = await panelOf(page);
    await completeSupport(panel);
    await refuseNext(page);
    await handOver(panel);
    await expect(page.getByRole('alert')).toHaveText('Not saved.');
    expect(await states(baton)).not.toContain('sent');
    await save(page);
    await expect.poll(() => states(baton)).toEqual(['failed', 'sent']);
    expect((await desk.read('cases/1')).team).toBe('engineering');
    const handoffs = await baton.rows<{ createdAt: number; from?: string }>('handoffs');
    expect(handoffs.map(({ from }) => from)).toEqual(['Support L1', 'Support L1']);
  },
);

test(
  'a form that was refused comes back with a choice, which is held while an answer is missing',
  closes('Refused form that comes back'),
  async ({ page, desk, baton }) => {
    await openDrawing(page);
    await chooseInForm(page, 'Sales');
    await refuseNext(page, 'sales');
    await save(page);
    await expect(said(page)).toHaveText('refused');
    await chooseInForm(page, 'Engineering');
    // The desk draws its form again after each choice: with what was chosen as if it had always been so.
    await page.selectOption('#priority', 'high');
    await expect(page.locator('#team option[selected]')).toHaveText('Engineering');
    await save(page);
    await notNow(await panelOf(page));
    await save(page);
    await panelOf(page);
    expect(await events(baton)).toEqual(['held', 'cancelled', 'held']);
    expect(await froms(baton)).toEqual(['Support L1', undefined, 'Support L1']);
    expect(await desk.writes()).toEqual([]);
  },
);

test(
  'a form that is refused in the same document, after it was let go, is judged again',
  closes('Refused form that comes back'),
  async ({ page, desk, baton }) => {
    await openDrawing(page);
    await chooseInForm(page, 'Engineering');
    await save(page);
    const panel = await panelOf(page);
    await completeSupport(panel);
    await refuseNext(page);
    await handOver(panel);
    await expect(said(page)).toHaveText('refused');
    await expect.poll(() => states(baton)).toEqual(['sending']);
    await save(page);
    await expect(said(page)).toHaveText('saved');
    await expect.poll(() => states(baton)).toEqual(['failed', 'sending']);
    expect(await panelShown(page)).toBe(false);
    expect((await desk.read('cases/1')).team).toBe('engineering');
  },
);
