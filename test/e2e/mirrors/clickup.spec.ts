// ClickUp: a status that saves at once, by a request to a host of its own; a task opened over its list.
import type { Page } from '@playwright/test';
import { testsOf } from './desk-tests.ts';
import { expect } from './mirror.ts';

const TASK = '/t/86abc1x2y';
const LIST = '/9012345678/v/l/6-901-1';
const pick = (id: string, status: string) => async (page: Page) => {
  await page.locator('[data-test="status-button__status-dropdown"]:visible').click();
  await page.locator(`#status-list-${id} cu3-combo-box-item`, { hasText: status }).click();
};
const back = (id: string, status: string) => async (page: Page) => {
  await expect(page.getByRole('alert')).toContainText('Something went wrong');
  await expect(page.locator(`[data-shows="${id}.status"]:visible`)).toHaveText(status);
};
const openFromList = async (page: Page) => {
  await page.locator('.cu-task-row-main__link', { hasText: 'Labels' }).click();
  await expect(page).toHaveURL(/\/t\/86abc1x3z$/);
};

testsOf('clickup', {
  name: 'ClickUp',
  elsewhere: 'https://frontdoor-prod-eu-west-1-3.clickup.com/**',
  cases: [
    { id: '86abc1x2y', path: TASK },
    { id: '86abc1x3z', path: LIST, list: true, goThere: openFromList },
  ],
  ways: [
    {
      name: 'the status of a task',
      holes: ['Pick and save (click)', 'REST by XMLHttpRequest'],
      path: TASK,
      act: pick('86abc1x2y', 'with delivery'),
      harmless: pick('86abc1x2y', 'complete'),
      takenBack: back('86abc1x2y', 'in review'),
      becomes: { '86abc1x2y': { status: 'with delivery' } },
    },
    {
      name: 'the status of a task opened over its list',
      path: LIST,
      list: true,
      act: async (page) => {
        if (page.url().endsWith(LIST)) await openFromList(page);
        await pick('86abc1x3z', 'with delivery')(page);
      },
      harmless: async (page) => {
        await openFromList(page);
        await pick('86abc1x3z', 'in review')(page);
      },
      takenBack: back('86abc1x3z', 'to do'),
      becomes: { '86abc1x3z': { status: 'with delivery' } },
    },
  ],
});
