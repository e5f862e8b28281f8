// The templates on the desks that they fit best: armed by settings, held, filled in from the page, completed by typing, let go once.
import type { Page } from '@playwright/test';
import type { Playbook } from '../../../lib/model/playbook.ts';
import { agencyDelivery } from '../../../lib/rules/playbooks/agency-delivery.ts';
import { leadToSales } from '../../../lib/rules/playbooks/lead-to-sales.ts';
import { onboardingToImplementation } from '../../../lib/rules/playbooks/onboarding-to-implementation.ts';
import { salesToOnboarding } from '../../../lib/rules/playbooks/sales-to-onboarding.ts';
import { shiftChange } from '../../../lib/rules/playbooks/shift-change.ts';
import { successToBilling } from '../../../lib/rules/playbooks/success-to-billing.ts';
import type { Mirrored } from '../../setup/places.ts';
import { fillIn, inDays, type Said } from '../checklist.ts';
import { handOver, kinds, panelOf, states } from '../practice.ts';
import { armed, picture } from '../template.ts';
import { chooseByKeys, deskOf, expect, openCase, test } from './mirror.ts';

interface Walk {
  playbook: Playbook;
  desk: Mirrored;
  id: string;
  path: string;
  act(page: Page): Promise<void>;
  /** What the page says already, by criterion, in the words that the checklist shows. */
  filled: Record<string, string>;
  reason?: string;
  answers: Record<string, Said>;
  becomes: Record<string, string>;
}

const HUBSPOT = '/contacts/20887301/record';
const DEAL = '0065g00000AbCdEAAV';
const PEOPLE = [
  ['Franziska Adler', 'COO, decides'],
  ['Murat Yildiz', 'IT lead, does the work'],
];

const WALKS: Walk[] = [
  {
    playbook: salesToOnboarding,
    desk: 'salesforce',
    id: DEAL,
    path: `/lightning/r/Opportunity/${DEAL}/view`,
    act: async (page) => {
      await page.locator(`[data-pane="${DEAL}"] button[title="Edit Stage"]`).click();
      await chooseByKeys(page.locator(`#edit-stage-${DEAL} select`), 'Closed Won');
      await page.locator(`#edit-stage-${DEAL} button[name=SaveEdit]`).click();
    },
    filled: { value: '$24,000.00', 'signed-on': 'Oct 30' },
    answers: {
      'why-bought': 'They plan two warehouses in spreadsheets and lose stock between them',
      success: 'Stock is right in both houses on every Monday',
      promises: 'some',
      'promise-list': [['Import of the old orders', 'before the kickoff']],
      people: PEOPLE,
      'go-live': inDays(56),
      risks: 'Their lead for IT doubts that the import will be complete',
      'new-owner': 'Priya Raman',
      kickoff: inDays(14),
    },
    becomes: { stage: 'Closed Won' },
  },
  {
    playbook: onboardingToImplementation,
    desk: 'jira',
    id: 'SUP-12',
    path: '/browse/SUP-12',
    act: async (page) => {
      await page.getByTestId('issue-field-status.ui.status-view.status-button.status-button').click();
      await page.locator('#react-select-2-listbox').getByRole('option', { name: 'Ready for implementation' }).click();
    },
    filled: { customer: 'Dana Whitlock', notes: 'Looks like the currency table.' },
    reason: 'new',
    answers: {
      firmness: 'hard',
      'go-live': inDays(42),
      scope: 'https://contracts.example.com/kestrel/scope-signed',
      people: PEOPLE,
      access: true,
      'access-where': 'Vault, entry "Kestrel staging"',
      data: 'Orders since 2021 from their old shop, about 90,000 rows, addresses not checked',
      sample: 'promised',
      integrations: 'some',
      'integration-list': [['Their shop', 'Jonas Lindqvist', 'Murat Yildiz']],
      'sign-off': 'A full day of orders runs through both houses without a correction',
      approver: 'Franziska Adler',
      'new-owner': 'Jonas Lindqvist',
    },
    becomes: { status: 'Ready for implementation' },
  },
  {
    playbook: successToBilling,
    desk: 'freshdesk',
    id: '501',
    path: '/a/tickets/501',
    act: async (page) => {
      await page.locator('[data-test-id="Group"] .ember-power-select-trigger').click();
      await page.locator('#list-team').getByRole('option', { name: 'Billing', exact: true }).click();
      await page.locator('[data-test-id=ticket-properties-btn]').click();
    },
    filled: {
      urgency: 'This week',
      words: 'The export has been blank since Monday.',
      promised: 'We found the cause.',
      customer: 'Dana Whitlock',
    },
    reason: 'refund',
    answers: {
      account: 'Invoice INV-20931 of Northwind Clinic',
      amount: '€ 240.00',
      approval: 'given',
      'approved-by': 'Priya Raman',
      effective: inDays(0),
      cause: 'ours',
      'promised-by': inDays(7),
    },
    becomes: { team: '7004' },
  },
  {
    playbook: leadToSales,
    desk: 'hubspot',
    id: '3301',
    path: `${HUBSPOT}/0-1/3301`,
    act: async (page) => {
      await page
        .locator('[data-card-type=PROPERTIES_V3]:visible [data-test-id="lifecyclestage"] [role=button]')
        .click();
      await page
        .locator('#abstractdropdown-content-stage')
        .getByRole('option', { name: 'Sales qualified lead' })
        .click();
    },
    filled: { person: 'Dana Whitlock', answered: 'Their lead for IT asks about the import.' },
    reason: 'asked',
    answers: {
      timeline: 'quarter',
      company: 'Kestrel Outdoor',
      fit: 'all',
      pain: 'We count stock twice and still ship what we do not have',
      'why-now': 'The second warehouse opens before the spring season',
      source: 'Trade fair in October, campaign "two houses"',
      consent: true,
      meeting: inDays(5),
      agenda: 'Their counting today, and one day of orders in both houses',
      duplicates: true,
      'new-owner': 'Sofia Marin',
    },
    becomes: { stage: 'salesqualifiedlead' },
  },
  {
    playbook: shiftChange,
    desk: 'zendesk',
    id: '101',
    path: '/agent/tickets/101',
    act: async (page) => {
      const pane = page.locator('[data-pane="101"]');
      await pane.locator('[data-test-id="assignee-field-autocomplete-trigger"]').click();
      await pane.getByRole('option', { name: 'Night shift', exact: true }).click();
      await pane.locator('[data-test-id="submit_button-button"]').click();
    },
    filled: {
      urgency: 'P2: a main function is blocked',
      done: 'Looks like the currency table.',
      'customer-wrote': 'The export has been blank since Monday.',
    },
    answers: {
      trend: 'stable',
      line: 'Cause found, the fix waits for the release tonight',
      next: [['Check an invoice after the release', 'Priya Raman', '23:00 UTC, 00:00 Berlin']],
      promises: 'some',
      'promise-list': [['We write again', 'Friday 17:00']],
      sla: 'First reply was kept, resolution runs out on Friday 17:00',
      contingency: 'If invoices are still blank at midnight: roll back, and wake Jonas Lindqvist',
      receiver: 'Priya Raman',
      'on-shift': true,
    },
    becomes: { team: '7004' },
  },
  {
    playbook: agencyDelivery,
    desk: 'hubspot',
    id: '7501',
    path: `${HUBSPOT}/0-3/7501`,
    act: async (page) => {
      await page.locator('[data-test-id=deal-stage-select] button').click();
      await page.locator('#abstractdropdown-content-stage').getByRole('option', { name: 'Over to delivery' }).click();
    },
    filled: { budget: '$24,000.00', client: 'Kestrel Outdoor' },
    answers: {
      'deadline-kind': 'fixed',
      bought: 'One plan for both warehouses, printed labels, and a training day',
      sow: 'https://contracts.example.com/kestrel/statement-of-work',
      deliverables: [['Plan of both houses', '2', 'the second floor']],
      deadline: inDays(60),
      capacity: true,
      billing: 'invoiced',
      promises: 'We assume their floor plans are right; a third round was only said on the phone',
      people: PEOPLE,
      'new-owner': 'Sofia Marin',
    },
    becomes: { stage: '20551187' },
  },
];

test.afterEach(({ baton }) => baton.settings({ modes: [] }));

for (const { playbook, desk: name, id, path, act, filled, reason, answers, becomes } of WALKS)
  test(`${playbook.name}: held, filled in, completed by typing, let go once`, async ({ page, baton }, info) => {
    const desk = deskOf(name);
    await desk.reset();
    // The mirrors' own playbooks stand for Baton's, and are none of this.
    await baton.inWorker(
      () =>
        new Promise<void>((done, failed) => {
          const opening = indexedDB.open('baton');
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const clearing = opening.result.transaction('playbooks', 'readwrite');
            clearing.objectStore('playbooks').clear();
            clearing.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
    );
    await armed(baton, playbook.id);
    await openCase(page, desk, path);
    await act(page);
    const panel = await panelOf(page);
    await expect(panel.getByText(playbook.because)).toBeVisible();
    for (const [criterion, words] of Object.entries(filled))
      await expect(panel.locator(`[data-criterion="${criterion}"]`)).toContainText(words);
    expect(await desk.writes()).toEqual([]);
    await picture(page, info, `template-${playbook.id}`);

    await fillIn(panel, playbook, answers, reason);
    await handOver(panel);
    await expect.poll(async () => (await desk.writes()).length).toBe(1);
    await expect.poll(() => states(baton)).toEqual(['sent']);
    expect((await desk.read(id)).fields).toMatchObject(becomes);
    expect(kinds(await baton.events()).filter((kind) => kind === 'held')).toHaveLength(1);
  });
