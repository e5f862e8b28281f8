import { closes, expect, kinds, open, openCase, overlayText, PRACTICE_URL, panelOf, resetDesk } from '../practice.ts';
import { change, keepsWhatIsSavedOnLeaving, leftPlainly, reload, SAVED_ON_LEAVING } from './leaving-save.ts';
import { test } from './twin.ts';

for (const id of SAVED_ON_LEAVING)
  test(
    `${id}: what the page sends when it is left`,
    closes('Save on leaving'),
    async ({ page, desk, baton, plain }) => {
      const alone = await plain.newPage();
      await alone.goto(`${PRACTICE_URL}/rig/${id}/1`);
      const expected = await leftPlainly(alone, desk);
      await alone.close();
      await resetDesk();
      await keepsWhatIsSavedOnLeaving(id, { page, desk, baton, expected });
    },
  );

test('who leaves all the same loses nothing unsaid: the next page tells what was not saved', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page, '/rig/leave-beacon/1');
  await change(page, 'engineering');
  expect(await reload(page)).toBe(true);
  await panelOf(page);
  expect(await reload(page, 'go')).toBe(true);
  await expect.poll(() => overlayText(page)).toContain('was not handed to Engineering');
  expect(kinds(await baton.events())).toEqual(['held', 'cancelled']);
  expect(await desk.writes()).toEqual([]);
});

test('a tab that is closed asks too; closed all the same, the desk’s next page in another tab tells', async ({
  page,
  baton,
}) => {
  await openCase(page, '/rig/leave-beacon/1');
  await change(page, 'engineering');
  const other = await baton.newPage();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'cancelled']);
  await open(other, '/');
  await expect.poll(() => overlayText(other)).toContain('was not handed to Engineering');
});
