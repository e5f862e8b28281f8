// Intercom: the conversation in a shadow root. How an assignment is sent is not known, so it is not held.
import { testsOf } from './desk-tests.ts';

const CONVERSATION = '/a/inbox/tx2p130c/inbox/shared/unassigned/conversation/31500042';

testsOf('intercom', {
  name: 'Intercom',
  cases: [{ id: '31500042', path: CONVERSATION }],
  ways: [],
  unseen: [
    {
      name: 'a colleague picked in the palette',
      path: CONVERSATION,
      act: async (page) => {
        await page.locator('.popover__opener').first().click();
        await page.getByRole('option', { name: 'Sofia Marin' }).click();
      },
    },
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
