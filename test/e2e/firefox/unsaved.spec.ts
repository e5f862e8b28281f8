// What a case holds is what was last seen saved, in Firefox too.
import {
  closes,
  completeSupport,
  expect,
  handOver,
  kinds,
  notNow,
  openCase,
  panelOf,
  saveToEngineering,
  states,
} from '../practice.ts';
import { choose, chooseInForm, openChoosing, openDrawing, refuseNext, save } from '../rig/unsaved.ts';
import { test } from './harness.ts';

test(
  'a choice is held however often it is looked at, at once and after "Not now"',
  closes(['Choice that stood unsaved', 'Choice made before the first reading']),
  async ({ page, desk, baton }) => {
    await openChoosing(page, 'at the button', { read: false });
    await choose(page, 'Engineering');
    // The wait itself is the test: nothing happens that could be waited for.
    await page.waitForTimeout(11_000);
    await save(page);
    await notNow(await panelOf(page));
    await save(page);
    await panelOf(page);
    expect(kinds(await baton.events())).toEqual(['held', 'cancelled', 'held']);
    expect(await desk.writes()).toEqual([]);
  },
);

test(
  'a refused form comes back with a choice',
  closes('Refused form that comes back'),
  async ({ page, desk, baton }) => {
    await openDrawing(page);
    await chooseInForm(page, 'Engineering');
    await page.selectOption('#priority', 'high');
    await expect(page.locator('#team option[selected]')).toHaveText('Engineering');
    await save(page);
    await panelOf(page);
    expect(await desk.writes()).toEqual([]);

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
  },
);
