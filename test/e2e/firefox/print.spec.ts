// A case that is printed in Firefox: the paper looks as it does without Baton, and what is held stays held.
import { expectSamePaper, plainPage } from '../paper.ts';
import { chooseTeam, completeSupport, expect, handOver, openCase, panelOf, panelShown } from '../practice.ts';
import { test } from './harness.ts';

test('nothing of Baton is on paper: not its tab, not the panel over something held', async ({ page, desk, baton }) => {
  const plain = await plainPage(baton, '/case/1');
  await chooseTeam(plain);
  await page.bringToFront();
  await openCase(page);
  await chooseTeam(page);
  await expectSamePaper(page, plain);

  await page.click('#details-save');
  const panel = await panelOf(page);
  await expectSamePaper(page, plain);
  expect(await panelShown(page)).toBe(true);
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
});
