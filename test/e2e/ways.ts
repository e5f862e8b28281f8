// The ways in which the practice desk hands a case over, as data for the tests of every door.
import type { Frame, Page } from '@playwright/test';
import { supportToEngineering } from '../../lib/rules/playbooks/support-to-engineering.ts';
import {
  addRow,
  type Baton,
  chooseTeam,
  completeSales,
  completeSupport,
  type Desk,
  expect,
  open,
  openCase,
} from './practice.ts';

/** One way in which the practice desk hands a case over. */
export interface Way<D = Desk> {
  name: string;
  /** The ways around other gates that it is. */
  holes?: string[];
  /** Opens the page that it starts from. */
  start(page: Page, baton: Pick<Baton, 'inWorker'>): Promise<void>;
  /** The action that hands the case over. */
  act(page: Page): Promise<void>;
  /** The same control from the beginning, with one change that hands nothing over. */
  harmless(page: Page): Promise<void>;
  /** What the page shows once it was taken back. */
  takenBack(page: Page): Promise<void>;
  complete(panel: Frame): Promise<void>;
  /** What the desk holds once it was handed over. */
  arrived(desk: D): Promise<void>;
  /** How many cases it hands over; 1 where none is said. */
  cases?: number;
  /** Nobody hears how it ended: the next visit of the case tells. */
  silent?: true;
}

const onCase = (page: Page) => openCase(page);
const inEngineering = async (desk: Desk) => expect((await desk.read('cases/1')).team).toBe('engineering');
const ownedByJonas = async (desk: Desk) => expect((await desk.read('cases/1')).owner).toBe('jonas');
// What a person typed in the desk stays.
const replyStands = async (page: Page) =>
  expect(page.locator('#reply-body')).toHaveValue('We hand this to Engineering.');
const reply = async (page: Page, owner?: string) => {
  await page.fill('#reply-body', 'We hand this to Engineering.');
  if (owner) await page.selectOption('#reply-owner', { label: owner });
};

export const ways: Way[] = [
  {
    name: 'the details form',
    start: onCase,
    act: async (page) => {
      await chooseTeam(page);
      await page.click('#details-save', { noWaitAfter: true });
    },
    harmless: async (page) => {
      await onCase(page);
      await page.click('#edit-details');
      await page.selectOption('#details-status', { label: 'Waiting' });
      await page.click('#details-save');
    },
    takenBack: async (page) => expect(page.locator('#details-team')).toHaveValue('engineering'),
    complete: completeSupport,
    arrived: inEngineering,
  },
  {
    name: 'the reply form with a new owner',
    start: onCase,
    act: async (page) => {
      await reply(page, 'Jonas Lindqvist');
      await page.click('#reply-send', { noWaitAfter: true });
    },
    harmless: async (page) => {
      await onCase(page);
      await reply(page);
      await page.click('#reply-send');
    },
    takenBack: replyStands,
    complete: completeSupport,
    arrived: ownedByJonas,
  },
  {
    name: 'a reply by Ctrl+Enter, which submits without an event',
    holes: ['Keyboard submit', 'Native form submit (no event)'],
    start: onCase,
    act: async (page) => {
      await reply(page, 'Jonas Lindqvist');
      await page.locator('#reply-body').press('Control+Enter', { noWaitAfter: true });
    },
    harmless: async (page) => {
      await onCase(page);
      await reply(page);
      await page.locator('#reply-body').press('Control+Enter');
    },
    takenBack: replyStands,
    complete: completeSupport,
    arrived: ownedByJonas,
  },
  {
    name: 'the select in a list, saved by fetch',
    holes: ['List select by script', 'REST by fetch'],
    start: async (page) => {
      // What the case page says is known from then on, for the list shows less.
      await openCase(page);
      await open(page, '/');
    },
    act: async (page) => {
      await page.selectOption('tr[data-case-id="1"] select[name="team"]', { label: 'Engineering' });
    },
    harmless: async (page) => {
      await open(page, '/');
      await page.selectOption('tr[data-case-id="1"] select[name="owner"]', { label: 'Priya Raman' });
    },
    takenBack: async (page) => {
      await expect(page.locator('tr[data-case-id="1"] select[name="team"]')).toHaveValue('support-l1');
      await expect(page.locator('.toast.error')).toContainText('was not saved');
    },
    complete: completeSupport,
    arrived: inEngineering,
  },
  {
    name: 'the stage buttons of a deal, saved by XMLHttpRequest',
    holes: ['REST by XMLHttpRequest'],
    start: (page) => openCase(page, '/deal/501'),
    act: (page) => page.click('#stages button[data-stage="closed-won"]'),
    harmless: async (page) => {
      await openCase(page, '/deal/501');
      await page.click('#stages button[data-stage="proposal"]');
    },
    takenBack: async (page) => {
      await expect(page.locator('#stages [aria-pressed="true"]')).toHaveText('Negotiation');
      await expect(page.locator('.toast.error')).toContainText('was not saved');
    },
    complete: completeSales,
    arrived: async (desk) => expect((await desk.read('deals/501')).stage).toBe('closed-won'),
  },
  {
    name: 'the link Take',
    holes: ['GET link that writes'],
    start: async (page) => {
      await open(page, '/as/jonas');
      await openCase(page);
    },
    act: (page) => page.click('#action-take', { noWaitAfter: true }),
    harmless: async (page) => {
      await open(page, '/as/priya');
      await openCase(page);
      await page.click('#action-take');
    },
    takenBack: async (page) => expect(page.locator('#action-take')).toBeVisible(),
    complete: completeSupport,
    arrived: ownedByJonas,
  },
  {
    name: 'the link Release',
    holes: ['GET link that writes'],
    start: async (page, baton) => {
      const trigger = { kinds: ['ticket'], any: [{ field: 'owner', to: ['Nobody'] }] };
      await addRow(baton, 'playbooks', { ...supportToEngineering, id: 'to-the-pool', trigger });
      await openCase(page);
    },
    act: (page) => page.click('#action-release', { noWaitAfter: true }),
    harmless: async (page) => {
      await onCase(page);
      await page.click('#action-release');
    },
    takenBack: async (page) => expect(page.locator('#action-release')).toBeVisible(),
    complete: completeSupport,
    arrived: async (desk) => expect((await desk.read('cases/1')).owner).toBe('nobody'),
  },
];
