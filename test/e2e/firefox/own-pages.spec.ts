// Baton's own pages in Firefox.
import { completeFirst, expect, handOverInList, states } from '../practice.ts';
import { test } from './harness.ts';

test('popup and dashboard show the handoff that was made', async ({ page, baton }) => {
  await completeFirst(page);
  await handOverInList(page);
  await expect.poll(() => states(baton)).toEqual(['sent']);
  const popup = await baton.firefox.openOwn('popup.html');
  await expect(popup.getByText('Engineering').first()).toBeVisible();
  const dashboard = await baton.firefox.openOwn('dashboard.html');
  await expect(dashboard.getByText('Engineering').first()).toBeVisible();
});
