// Jira and Jira Service Management: picks that save at once, a transition that asks in a dialog, comments to colleagues and to the customer.
import type { Page } from '@playwright/test';
import { testsOf } from './desk-tests.ts';
import { expect } from './mirror.ts';

const ISSUE = '/browse/SUP-12';
const STATUS = 'issue-field-status.ui.status-view.status-button.status-button';
const assign = (name: string) => async (page: Page) => {
  await page.locator('[data-testid="issue.views.field.user.assignee"]').click();
  await page.locator('#react-select-3-listbox').getByRole('option', { name }).click();
};
const move = (name: string) => async (page: Page) => {
  await page.getByTestId(STATUS).click();
  await page.locator('#react-select-2-listbox').getByRole('option', { name }).click();
};
const throughDialog = (name: string) => async (page: Page) => {
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name }) });
  if (!(await dialog.isVisible())) await move(name)(page);
  await dialog.locator('textarea').fill('As agreed.');
  await dialog.locator('#issue-workflow-transition-submit').click();
};
const back = (field: string, word: string) => async (page: Page) => {
  await expect(page.getByRole('alert').first()).toContainText("couldn't save");
  await expect(page.locator(`[data-shows="SUP-12.${field}"]`)).toHaveText(word);
};
const comment = (tab: number) => async (page: Page) => {
  await page.locator(`#comment-editor-container-tabs-${tab}`).click();
  await page.locator('#ak-editor-textarea').fill('We look into it.');
  await page.getByTestId('comment-save-button').click();
};

testsOf('jira', {
  name: 'Jira',
  cases: [{ id: 'SUP-12', path: ISSUE }],
  ways: [
    {
      name: 'the assignee',
      holes: ['Pick and save (click)', 'REST by fetch'],
      path: ISSUE,
      act: assign('Sofia Marin'),
      harmless: assign('Jonas Lindqvist'),
      takenBack: back('owner', 'Amara Okafor'),
      becomes: { 'SUP-12': { owner: '5b10ac8d82e05b22cc7d4ef5' } },
    },
    {
      name: 'a status that is reached at once',
      path: ISSUE,
      act: move('With delivery'),
      harmless: move('Waiting for support'),
      takenBack: back('status', 'Waiting for support'),
      becomes: { 'SUP-12': { status: 'With delivery' } },
    },
    {
      name: 'a transition through its dialog',
      holes: ['Dialog form'],
      path: ISSUE,
      act: throughDialog('Over to delivery'),
      harmless: throughDialog('Back to sales'),
      takenBack: back('status', 'Waiting for support'),
      becomes: { 'SUP-12': { status: 'Over to delivery' } },
    },
  ],
  passes: [
    { name: 'a note to colleagues', path: ISSUE, act: comment(0) },
    { name: 'a reply to the customer', path: ISSUE, act: comment(1) },
  ],
});
