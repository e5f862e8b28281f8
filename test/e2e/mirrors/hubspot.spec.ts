// HubSpot: picks that save at once, a board, bulk changes in a list, and a form two frames deep.
import type { Page } from '@playwright/test';
import { testsOf } from './desk-tests.ts';
import { chooseByKeys, expect } from './mirror.ts';

const RECORD = '/contacts/20887301/record';
const LIST = '/contacts/20887301/objects/0-3/views/all/list';
const BOARD = '/contacts/20887301/objects/0-3/views/all/board';

/** Opens a property's menu, and takes one of its options, which saves on mousedown. */
const pick = (field: string, name: string, word: string) => async (page: Page) => {
  if (!(await page.locator(`#abstractdropdown-content-${field}`).isVisible()))
    await page.locator(`[data-card-type=PROPERTIES_V3]:visible [data-test-id="${name}"] [role=button]`).click();
  await page.locator(`#abstractdropdown-content-${field}`).getByRole('option', { name: word, exact: true }).click();
};
const stage = (word: string) => async (page: Page) => {
  await page.locator('[data-test-id=deal-stage-select] button').click();
  await page.locator('#abstractdropdown-content-stage').getByRole('option', { name: word, exact: true }).click();
};
/** A card of the board, dragged by the pointer. */
const drag = (column: string) => async (page: Page) => {
  await page.locator('[data-selenium-id="7501"]').dragTo(page.locator(`[data-rbd-droppable-id="${column}"]`), {
    targetPosition: { x: 120, y: 200 },
  });
};
const inBulk = (action: string, modal: string, word: string) => async (page: Page) => {
  for (const id of ['7501', '7502']) await page.locator(`[data-tick="${id}"]`).check();
  await page.locator(`[data-test-id=bulk-action-${action}]`).click();
  await chooseByKeys(page.locator(`#customer-data-bulk-actions-${modal}-modal select`), word);
  await page.locator(`[data-test-id=bulk-actions-${modal}-modal-save]`).click();
};
const says = (page: Page) => expect(page.getByRole('alert').first()).toContainText('could not be saved');
const shows = (where: string, word: string) => async (page: Page) => {
  await says(page);
  await expect(page.locator(where).first()).toHaveText(word);
};

testsOf('hubspot', {
  name: 'HubSpot',
  cases: [
    { id: '7501', path: `${RECORD}/0-3/7501`, loose: true },
    { id: '8801', path: `${RECORD}/0-5/8801`, loose: true },
    { id: '3301', path: `${RECORD}/0-1/3301`, loose: true },
  ],
  ways: [
    {
      name: 'the stage in the head of a deal',
      holes: ['Pick and save (mousedown)', 'REST by fetch'],
      path: `${RECORD}/0-3/7501`,
      act: stage('Closed won'),
      harmless: stage('Verbal yes'),
      takenBack: shows('[data-test-id=deal-stage-select] button', 'Contract sent'),
      becomes: { '7501': { stage: 'closedwon' } },
    },
    {
      name: 'the owner among the properties',
      path: `${RECORD}/0-3/7501`,
      act: pick('owner', 'hubspot_owner_id', 'Sofia Marin'),
      harmless: pick('owner', 'hubspot_owner_id', 'Jonas Lindqvist'),
      takenBack: shows('[data-shows="7501.owner"]', 'Amara Okafor'),
      becomes: { '7501': { owner: '41115' } },
    },
    {
      name: 'the team of a ticket',
      path: `${RECORD}/0-5/8801`,
      act: pick('team', 'hubspot_team_id', 'Engineering'),
      harmless: pick('status', 'hs_pipeline_stage', 'New'),
      takenBack: shows('[data-shows="8801.team"]', 'Support L1'),
      becomes: { '8801': { team: '9004' } },
    },
    {
      name: 'the lifecycle stage of a contact',
      path: `${RECORD}/0-1/3301`,
      act: pick('stage', 'lifecyclestage', 'Customer'),
      harmless: pick('stage', 'lifecyclestage', 'Opportunity'),
      takenBack: shows('[data-shows="3301.stage"]', 'Lead'),
      becomes: { '3301': { stage: 'customer' } },
    },
    {
      name: 'a card of the board',
      holes: ['Board drag'],
      path: BOARD,
      list: true,
      act: drag('closedwon'),
      harmless: drag('97b2bcc6-fb34-4b56-8e62-c349c88ef3d5'),
      takenBack: shows(
        '[data-rbd-droppable-id="17915773"] [data-selenium-id="7501"] [data-test-id=cdbc-title]',
        'Kestrel Outdoor: two warehouses',
      ),
      becomes: { '7501': { stage: 'closedwon' } },
    },
    {
      name: 'a card of the board, to a stage of the company’s own',
      path: BOARD,
      list: true,
      act: drag('20551187'),
      harmless: drag('97b2bcc6-fb34-4b56-8e62-c349c88ef3d5'),
      takenBack: shows(
        '[data-rbd-droppable-id="17915773"] [data-selenium-id="7501"] [data-test-id=cdbc-title]',
        'Kestrel Outdoor: two warehouses',
      ),
      becomes: { '7501': { stage: '20551187' } },
    },
    {
      name: 'bulk assign',
      holes: ['Bulk edit', 'REST by XMLHttpRequest'],
      path: LIST,
      list: true,
      cases: 2,
      act: inBulk('assign', 'assign', 'Sofia Marin'),
      harmless: inBulk('assign', 'assign', 'Jonas Lindqvist'),
      takenBack: shows('[data-shows="7502.owner"]', 'Amara Okafor'),
      becomes: { '7501': { owner: '41115' }, '7502': { owner: '41115' } },
    },
    {
      name: 'bulk edit of what a search found',
      holes: ['Several changes in one request'],
      path: LIST,
      list: true,
      cases: 2,
      act: inBulk('edit', 'edit', 'Closed won'),
      harmless: inBulk('edit', 'edit', 'Verbal yes'),
      takenBack: shows('[data-shows="7502.stage"]', 'Contract sent'),
      becomes: { '7501': { stage: 'closedwon' }, '7502': { stage: 'closedwon' } },
    },
  ],
  passes: [
    {
      name: 'a new deal from the form in its two frames',
      path: LIST,
      list: true,
      act: (page) =>
        page
          .frameLocator('iframe[name="nav-components:nav-object-create"]')
          .frameLocator('[data-test-id=object-builder-ui-iframe]')
          .locator('[data-test-id=create-deal]')
          .click(),
    },
  ],
});
