// Intercom: the conversation in a shadow root. How an assignment is sent is not known, so it is held at the pick.
import type { Page } from '@playwright/test';
import { testsOf } from './desk-tests.ts';
import { expect } from './mirror.ts';

const CONVERSATION = '/a/inbox/tx2p130c/inbox/shared/unassigned/conversation/31500042';

const pick = (name: string) => async (page: Page) => {
  const option = page.getByRole('option', { name });
  if (!(await option.isVisible())) await page.locator('.popover__opener').first().click();
  await option.click();
};
/** Nothing has left, and the desk heard of no press. */
const stays = (field: string, word: string) => async (page: Page) =>
  expect(page.locator(`[data-shows="31500042.${field}"]`)).toHaveText(word);

testsOf('intercom', {
  name: 'Intercom',
  cases: [{ id: '31500042', path: CONVERSATION }],
  ways: [
    {
      name: 'a colleague picked in the palette',
      holes: ['Pick and save (click)'],
      silent: true,
      path: CONVERSATION,
      act: pick('Sofia Marin'),
      harmless: pick('Priya Raman'),
      takenBack: stays('owner', 'Amara Okafor'),
      becomes: { '31500042': { owner: '814' } },
    },
    {
      name: 'a team picked in the palette',
      silent: true,
      path: CONVERSATION,
      act: pick('Engineering'),
      harmless: pick('Sales'),
      takenBack: stays('team', 'Support L1'),
      becomes: { '31500042': { team: '7002' } },
    },
  ],
  unseen: [
    {
      name: 'a team typed into the palette',
      path: CONVERSATION,
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('engin');
        await page.keyboard.press('Enter');
      },
    },
  ],
});
