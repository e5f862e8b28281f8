// Zendesk: several tickets alive in one document, choices that wait for Submit, submits by menu and by key.
import type { Page } from '@playwright/test';
import { testsOf } from './desk-tests.ts';
import { chooseByKeys, expect } from './mirror.ts';

const TICKET = '/agent/tickets/101';
const UNTAKEN = '/agent/tickets/103';
const pane = (page: Page, id = '101') => page.locator(`[data-pane="${id}"]`);
const part = (page: Page, name: string, id = '101') => pane(page, id).locator(`[data-test-id="${name}"]`);

/** Chooses group or agent, which waits for Submit. */
const assign = async (page: Page, word: string, id = '101') => {
  await part(page, 'assignee-field-autocomplete-trigger', id).click();
  await pane(page, id).getByRole('option', { name: word, exact: true }).click();
};
const submitAs = async (page: Page, status: string) => {
  await part(page, 'submit_button-menu-button').click();
  await part(page, `submit_button-menu-${status}`).locator('span').click();
};
const submit = (page: Page, id = '101') => part(page, 'submit_button-button', id).click();
const macro = (page: Page, word: string) => pane(page).getByRole('button', { name: word }).click();
const write = (page: Page, text: string) => part(page, 'omnicomposer-rich-text-ckeditor').fill(text);

/** Nothing has left and the desk heard of no press: the choice stands in the form as it was made. */
const stands =
  (name: string, word: string, id = '101') =>
  async (page: Page) =>
    expect(part(page, name, id).locator('span span')).toHaveText(word);

testsOf('zendesk', {
  name: 'Zendesk',
  cases: [
    { id: '101', path: TICKET },
    { id: '102', path: TICKET, goThere: (page) => page.click('[data-test-id=header-tab][data-entity-id="102"]') },
  ],
  ways: [
    {
      name: 'a group, and the submit button',
      holes: ['REST by fetch', 'Several cases in one document'],
      path: TICKET,
      act: async (page) => {
        await assign(page, 'Engineering');
        await submit(page);
      },
      harmless: async (page) => {
        await assign(page, 'Sales');
        await submit(page);
      },
      takenBack: stands('assignee-field-selected-group-tag', 'Engineering'),
      becomes: { '101': { team: '7002', owner: '' } },
    },
    {
      name: 'a group for a ticket that had none',
      path: UNTAKEN,
      act: async (page) => {
        await assign(page, 'Engineering', '103');
        await submit(page, '103');
      },
      harmless: async (page) => {
        await assign(page, 'Sales', '103');
        await submit(page, '103');
      },
      takenBack: stands('assignee-field-selected-group-tag', 'Engineering', '103'),
      becomes: { '103': { team: '7002' } },
    },
    {
      name: 'an agent, and the status menu, with a reply',
      path: TICKET,
      act: async (page) => {
        await write(page, 'Sofia takes over.');
        await assign(page, 'Sofia Marin');
        await submitAs(page, 'pending');
      },
      harmless: async (page) => {
        await write(page, 'We are on it.');
        await submitAs(page, 'pending');
      },
      takenBack: async (page) => {
        await stands('assignee-field-selected-agent-tag', 'Sofia Marin')(page);
        await expect(part(page, 'omnicomposer-rich-text-ckeditor')).toHaveText('Sofia takes over.');
      },
      becomes: { '101': { owner: '814', status: 'pending' } },
    },
    {
      name: 'a macro, and Ctrl+Alt+O',
      holes: ['Macro', 'Keyboard submit'],
      path: TICKET,
      act: async (page) => {
        await macro(page, 'Escalate');
        await page.keyboard.press('Control+Alt+o');
      },
      harmless: async (page) => {
        await macro(page, 'Lower the priority');
        await page.keyboard.press('Control+Alt+p');
      },
      takenBack: stands('assignee-field-selected-group-tag', 'Engineering'),
      becomes: { '101': { team: '7002', status: 'open' } },
    },
    {
      name: 'bulk edit of a view',
      holes: ['Bulk edit', 'REST by XMLHttpRequest'],
      path: '/agent/filters/1',
      list: true,
      cases: 2,
      act: (page) => inBulk(page, 'Engineering'),
      harmless: (page) => inBulk(page, 'Sales'),
      takenBack: async (page) => expect(page.locator('[data-shows="101.team"]')).toHaveText('Support L1'),
      becomes: { '101': { team: '7002' }, '102': { team: '7002' } },
    },
  ],
  passes: [
    {
      name: 'a note to colleagues, submitted as solved by key',
      path: TICKET,
      act: async (page) => {
        await part(page, 'omnichannel-channel-switcher-button').click();
        await part(page, 'omnichannel-channel-switcher-menuitem-internal').click();
        await write(page, 'Only for us.');
        await page.keyboard.press('Control+Alt+s');
      },
    },
  ],
});

async function inBulk(page: Page, word: string): Promise<void> {
  for (const id of ['101', '102']) await page.locator(`[data-tick="${id}"]`).check();
  await chooseByKeys(page.locator('[role=dialog] select'), word);
  await page.locator('[data-bulk]').click();
}
