import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering.ts';
import {
  addRow,
  closes,
  completeSupport,
  expect,
  handOver,
  openCase,
  overlayText,
  PRACTICE_URL,
  panelOf,
  resetDesk,
} from '../practice.ts';
import { givenPlainly, keepsWindowContract, openWindow, POPUPS } from './popups.ts';
import { test } from './twin.ts';

for (const [id, which] of POPUPS)
  test(`a pop-up window ${which}`, closes('Pop-up window of the desk'), async ({ page, desk, baton, plain }) => {
    const alone = await plain.newPage();
    await alone.goto(`${PRACTICE_URL}/rig/${id}/1`);
    const expected = await givenPlainly(alone, desk);
    await alone.close();
    await resetDesk();
    await keepsWindowContract(id, { page, desk, baton, expected });
  });

test('a window that closes the case: the page behind goes on to the list, and says there that it went', async ({
  page,
  desk,
  baton,
}) => {
  const trigger = { kinds: ['ticket'], any: [{ field: 'status', to: ['Closed'] }] };
  await addRow(baton, 'playbooks', { ...supportToEngineering, id: 'closing', trigger });
  await openCase(page, '/rig/popup-named/1');
  const popup = await openWindow(page, 'close');
  await popup.click('.window .primary', { noWaitAfter: true });
  const panel = await panelOf(popup);
  await completeSupport(panel);
  const closed = popup.waitForEvent('close');
  await handOver(panel);
  await closed;
  await expect(page).toHaveURL(`${PRACTICE_URL}/`);
  await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
  expect(await desk.writes()).toHaveLength(1);
});
