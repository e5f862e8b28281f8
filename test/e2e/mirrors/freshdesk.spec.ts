// Freshdesk: properties chosen first and sent by Update, a status sent along with a note, parts of the page in shadow roots.
import type { Page } from '@playwright/test';
import { testsOf } from './desk-tests.ts';
import { chooseByKeys, expect } from './mirror.ts';

const TICKET = '/a/tickets/501';
const choose = async (page: Page, field: string, name: string, word: string) => {
  await page.locator(`[data-test-id="${name}"] .ember-power-select-trigger`).click();
  await page.locator(`#list-${field}`).getByRole('option', { name: word, exact: true }).click();
};
const update = (page: Page) => page.locator('[data-test-id=ticket-properties-btn]').click();
const setAs = (word: string) => async (page: Page) => {
  await page.locator('.send-and-set-trigger').click();
  await page.locator(`.send-and-set-item[data-test-link="${word}"]`).click();
};
const inBulk = (word: string) => async (page: Page) => {
  for (const id of ['501', '502']) await page.locator(`[data-tick="${id}"]`).check();
  await chooseByKeys(page.locator('[role=dialog] select'), word);
  await page.locator('[data-bulk]').click();
};
const stands = (name: string, word: string) => async (page: Page) => {
  await expect(page.locator(`[data-test-id="${name}"] .ember-power-select-selected-item`)).toHaveText(word);
};

testsOf('freshdesk', {
  name: 'Freshdesk',
  cases: [
    { id: '501', path: TICKET },
    { id: '502', path: '/a/tickets/502' },
  ],
  ways: [
    {
      name: 'a group, and Update',
      holes: ['REST by XMLHttpRequest'],
      path: TICKET,
      act: async (page) => {
        await choose(page, 'team', 'Group', 'Engineering');
        await update(page);
      },
      harmless: async (page) => {
        await choose(page, 'priority', 'priority', 'Low');
        await update(page);
      },
      takenBack: stands('Group', 'Engineering'),
      becomes: { '501': { team: '7002' } },
    },
    {
      name: 'an agent, and Update',
      path: TICKET,
      act: async (page) => {
        await choose(page, 'owner', 'Agent', 'Sofia Marin');
        await update(page);
      },
      harmless: async (page) => {
        await choose(page, 'owner', 'Agent', 'Priya Raman');
        await update(page);
      },
      takenBack: stands('Agent', 'Sofia Marin'),
      becomes: { '501': { owner: '814' } },
    },
    {
      name: 'a note that sets the status',
      path: TICKET,
      act: setAs('With delivery'),
      harmless: setAs('Pending'),
      takenBack: stands('tkt-properties-status', 'Open'),
      becomes: { '501': { status: '8' } },
    },
    {
      name: 'bulk update',
      holes: ['Bulk edit'],
      path: '/a/tickets/filters/all',
      list: true,
      cases: 2,
      act: inBulk('Engineering'),
      harmless: inBulk('Sales'),
      takenBack: async (page) => expect(page.locator('[data-shows="501.team"]')).toHaveText('Support L1'),
      becomes: { '501': { team: '7002' }, '502': { team: '7002' } },
    },
  ],
  passes: [
    {
      name: 'a note',
      path: TICKET,
      act: async (page) => {
        await page.locator('.fr-element').fill('Only for us.');
        await page.locator('#send-and-set').click();
      },
    },
  ],
});
