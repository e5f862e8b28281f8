// A desk that shows a change long before it sends it (autosave that collects for seconds): what its screen shows is not yet what the desk holds.
import { closes, expect, kinds, openCase, panelOf } from '../practice.ts';
import { shownTeam } from './modes.ts';
import { test } from './twin.ts';

test(
  'inline-late: a change shown three seconds before it is sent is held when it is sent',
  closes('Inline autosave on blur'),
  async ({ page, desk, baton }) => {
    await openCase(page, '/rig/inline-late/1');
    const select = page.locator('.inline-edit select');
    await select.focus();
    await select.selectOption('engineering');
    await page.keyboard.press('Tab');
    await expect(shownTeam(page)).toHaveText('Engineering');
    await expect
      .poll(async () => (await desk.requests('PATCH')).length + (await baton.events()).length)
      .toBeGreaterThan(0);
    expect(await desk.writes()).toEqual([]);
    await panelOf(page);
    expect(kinds(await baton.events())).toEqual(['held']);
  },
);
