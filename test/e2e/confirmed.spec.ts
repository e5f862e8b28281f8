// A desk that leads to a list after saving: the list's rows may prove that a handoff arrived; what nothing proves is said to be not confirmed.
import type { Page } from '@playwright/test';
import { supportToEngineering } from '../../lib/rules/playbooks/support-to-engineering.ts';
import { openPopup } from './popup.ts';
import { addRow, type Baton, expect, open, openCase, overlayText, PRACTICE_URL, states, test } from './practice.ts';

/** A handoff by a status that the list shows, with nothing to fill in. */
async function byStatus(baton: Baton): Promise<void> {
  const playbook = {
    ...supportToEngineering,
    id: 'to-waiting',
    trigger: { kinds: ['ticket'], any: [{ field: 'status', to: ['Waiting'] }] },
    reason: {
      ...supportToEngineering.reason,
      implied: [{ when: { not: { field: 'status', is: ['x'] } }, choice: 'defect' }],
    },
    exit: [{ id: 'severity', kind: 'text', label: 'Severity', why: 'Because.', level: 'optional' }],
  };
  await addRow(baton, 'playbooks', playbook);
}

/** Saves, and the desk leads to its list; `saved` says whether it saved. */
async function saveAndLand(page: Page, saved: boolean): Promise<void> {
  await page.route(`${PRACTICE_URL}/case/1/details`, async (route) => {
    if (saved) await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ status: 303, headers: { location: '/' } });
  });
  await page.click('#edit-details');
  await page.selectOption('#details-status', { label: 'Waiting' });
  await page.click('#details-save');
  await page.waitForURL(`${PRACTICE_URL}/`);
}

test('a row that shows the change proves it', async ({ page, baton }) => {
  await byStatus(baton);
  await openCase(page);
  await saveAndLand(page, true);
  await expect.poll(() => states(baton)).toEqual(['sent']);
  expect((await baton.events()).at(-1)).toMatchObject({ kind: 'sent', payload: { proof: 'page' } });
  await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
});

test('a row that does not proves nothing: not confirmed, with a way to the case, and settled there', async ({
  page,
  baton,
}) => {
  await byStatus(baton);
  await openCase(page);
  await saveAndLand(page, false);
  expect(await states(baton)).toEqual(['sending']);
  await expect.poll(() => states(baton)).toEqual(['unconfirmed']);
  const popup = await openPopup(baton, page);
  await expect
    .poll(() => popup.text())
    .toContain('The desk has not said that it arrived. Open the case, and Baton looks again.');
  await open(page, '/case/1');
  await expect.poll(() => states(baton)).toEqual(['failed']);
});
