// Salesforce: a console of several records, owners in shadow roots, several actions in one request, and a path whose request is not known.
import type { Page } from '@playwright/test';
import { testsOf } from './desk-tests.ts';
import { chooseByKeys, expect } from './mirror.ts';

const DEAL = '0065g00000AbCdEAAV';
const CASE = '5005g00000XyZ12AAF';
const DEAL_PAGE = `/lightning/r/Opportunity/${DEAL}/view`;
const CASE_PAGE = `/lightning/r/Case/${CASE}/view`;
const edit = (id: string, field: string, label: string, to: string) => async (page: Page) => {
  const dialog = page.locator(`#edit-${field}-${id}`);
  if (!(await dialog.isVisible())) await page.locator(`[data-pane="${id}"] button[title="Edit ${label}"]`).click();
  await chooseByKeys(dialog.locator('select'), to);
  await dialog.locator('button[name=SaveEdit]').click();
};
const step = (stage: string) => async (page: Page) => {
  await page.locator(`[data-pane="${DEAL}"] li[data-name="${stage}"]`).click();
  await page.locator('.slds-path__mark-complete:visible').click();
};
const back = (id: string, field: string, word: string) => async (page: Page) => {
  await expect(page.getByRole('alert').first()).toContainText('We hit a snag');
  await expect(page.locator(`[data-shows="${id}.${field}"]:visible`).first()).toHaveText(word);
};

testsOf('salesforce', {
  name: 'Salesforce',
  cases: [
    { id: DEAL, path: DEAL_PAGE },
    { id: CASE, path: DEAL_PAGE, goThere: (page) => page.click(`[data-tab="${CASE}"]`) },
  ],
  ways: [
    {
      name: 'the stage, edited in its place',
      holes: ['JSON inside a form field', 'Several changes in one request'],
      path: DEAL_PAGE,
      act: edit(DEAL, 'stage', 'Stage', 'Closed Won'),
      harmless: edit(DEAL, 'stage', 'Stage', 'Prospecting'),
      takenBack: back(DEAL, 'stage', 'Negotiation/Review'),
      becomes: { [DEAL]: { stage: 'Closed Won' } },
    },
    {
      name: 'the owner of a case',
      path: CASE_PAGE,
      act: edit(CASE, 'owner', 'Case Owner', 'Sofia Marin'),
      harmless: edit(CASE, 'status', 'Status', 'Working'),
      takenBack: back(CASE, 'owner', 'Jonas Lindqvist'),
      becomes: { [CASE]: { owner: '0055g000001SofiaAAQ' } },
    },
    {
      name: 'the status of a case in another tab of the console',
      holes: ['Several cases in one document'],
      path: DEAL_PAGE,
      act: async (page) => {
        await page.click(`[data-tab="${CASE}"]`);
        await edit(CASE, 'status', 'Status', 'With delivery')(page);
      },
      harmless: async (page) => {
        await page.click(`[data-tab="${CASE}"]`);
        await edit(CASE, 'status', 'Status', 'Working')(page);
      },
      takenBack: back(CASE, 'status', 'New'),
      becomes: { [CASE]: { status: 'With delivery' } },
    },
    {
      name: 'the path',
      silent: true,
      path: DEAL_PAGE,
      act: step('Closed Won'),
      harmless: step('Prospecting'),
      takenBack: async (page) =>
        expect(page.locator('.slds-is-current')).toHaveAttribute('data-name', 'Negotiation/Review'),
      becomes: { [DEAL]: { stage: 'Closed Won' } },
    },
  ],
});
