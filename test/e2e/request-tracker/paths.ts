// Every way in which a ticket is handed over in Request Tracker: how it is opened, chosen and pressed.
import type { Page } from '@playwright/test';
import type { NewRtTicket } from '../../desks/rt.ts';
import {
  choose,
  chooseQueue,
  comment,
  display,
  mobile,
  openBox,
  RT_URL,
  type RtPerson,
  reply,
  saveBasics,
} from './desk.ts';

export interface Path {
  name: string;
  /** The way around other gates that it is. */
  hole?: string;
  /** Who does it; Amara unless another is named. */
  who?: RtPerson;
  ticket?: Partial<NewRtTicket>;
  /** Several tickets at once. */
  many?: boolean;
  /** What must be there to choose in. */
  open(page: Page, ids: number[]): Promise<unknown>;
  /** Fills in a handoff. Nothing has been pressed yet, but where choosing is pressing. */
  handOff(page: Page, ids: number[]): Promise<unknown>;
  /** Fills in a change that hands nothing over. */
  other(page: Page, ids: number[]): Promise<unknown>;
  press(page: Page): Promise<unknown>;
}

const only = (ids: number[]) => ids[0] as number;
const PEOPLE = '.ticket-info-people form.inline-edit';
const BASICS = '.ticket-info-basics form.inline-edit';
const UPDATE = 'form[name=TicketUpdate]';
const MOBILE = 'form#update';
const pressNothing = async () => {};

/** Some pages of RT want to be come to from another page of its own. */
const go = (page: Page, address: string) => page.goto(`${RT_URL}${address}`, { referer: `${RT_URL}/` });

const form = (
  name: string,
  address: (id: number) => string,
  css: string,
  change: [string, string | RegExp],
  other: [string, string | RegExp],
): Path => ({
  name,
  open: (page, ids) => go(page, address(only(ids))),
  handOff: (page) => choose(page, css, ...change),
  other: (page) => choose(page, css, ...other),
  press: (page) => page.locator(`${css} input[type=submit][name=SubmitTicket]`).last().click(),
});

/** Writes in RT's own editor; its text area is filled from it on submit. */
export async function writeMessage(page: Page, text: string): Promise<void> {
  await page.frameLocator('iframe.cke_wysiwyg_frame').locator('body').click();
  await page.keyboard.type(text);
}

const message = (name: string, address: (id: number) => string, press: Path['press']): Path => ({
  name,
  open: (page, ids) => page.goto(address(only(ids))),
  handOff: async (page) => {
    await writeMessage(page, 'We look into it.');
    await choose(page, UPDATE, 'Owner', /^jonas/);
  },
  other: async (page) => {
    await writeMessage(page, 'We look into it.');
    await choose(page, UPDATE, 'Owner', /^priya/);
  },
  press,
});

/** By RT's own drawn list, as a person does: the list's change event is made by a script, and sends at once. */
const inList = (
  name: string,
  address: (id: number) => string,
  ticket: () => Partial<NewRtTicket> = () => ({}),
): Path => {
  const pick = (queue: string) => async (page: Page, ids: number[]) => {
    const cell = page.locator(`tbody[data-record-id="${only(ids)}"] td.editable`, {
      has: page.locator('select[name=Queue]'),
    });
    await cell.locator('.edit-icon').click({ force: true });
    await cell.locator('.dropdown-menu.show a', { hasText: queue }).click();
  };
  return {
    name,
    hole: 'List select by script',
    get ticket() {
      return ticket();
    },
    open: (page, ids) => go(page, address(only(ids))),
    handOff: pick('Engineering'),
    other: pick('General'),
    press: pressNothing,
  };
};

const bulk = (name: string, change: [string, string | RegExp]): Path => ({
  name,
  hole: 'Bulk edit',
  many: true,
  open: (page, ids) =>
    go(page, `/Search/Bulk.html?Query=${encodeURIComponent(ids.map((id) => `id = ${id}`).join(' OR '))}`),
  handOff: (page) => choose(page, '#BulkUpdate', ...change),
  other: (page) => choose(page, '#BulkUpdate', 'Owner', /^priya/),
  press: (page) => page.locator('#BulkUpdate input[type=submit][value=Update]').first().click(),
});

export const action = (page: Page, name: 'take' | 'steal' | 'untake') => page.locator(`#page-actions-${name}`);

/** One of the links of the Actions menu, which opens under the pointer. */
export async function toAction(page: Page, name: 'take' | 'steal' | 'untake') {
  await page.hover('#page-actions');
  return action(page, name);
}

/** Below all others in the list of what is most urgent: it is always among the first ten. */
const mostUrgent = () => ({ priority: Math.floor(Date.now() / 1000) - 1_750_000_000 });

export const PATHS: Path[] = [
  {
    name: 'the Basics box',
    open: (page, ids) => page.goto(display(only(ids))),
    handOff: (page) => chooseQueue(page, 'Engineering'),
    other: (page) => chooseQueue(page, 'General'),
    press: saveBasics,
  },
  {
    name: 'the People box',
    open: (page, ids) => page.goto(display(only(ids))),
    handOff: async (page) => {
      await openBox(page, 'people');
      await choose(page, PEOPLE, 'Owner', /^jonas/);
    },
    other: async (page) => {
      await openBox(page, 'people');
      await choose(page, PEOPLE, 'Owner', /^priya/);
    },
    press: (page) => page.locator(`${PEOPLE} input[type=submit]`).last().click(),
  },
  {
    name: 'two boxes open, the change in the other one',
    open: (page, ids) => page.goto(display(only(ids))),
    handOff: async (page) => {
      await openBox(page, 'people');
      await choose(page, PEOPLE, 'Owner', /^jonas/);
      await openBox(page, 'basics');
    },
    other: async (page) => {
      await openBox(page, 'people');
      await choose(page, PEOPLE, 'Owner', /^priya/);
      await openBox(page, 'basics');
      await page.fill(`${BASICS} input[name=Subject]`, 'Invoice PDF export still blank');
    },
    press: saveBasics,
  },
  message('the reply form', reply, (page) => page.click('input[value="Update Ticket"]')),
  message('the comment form', comment, (page) => page.click('input[value="Update Ticket"]')),
  message('the reply form, by keyboard', reply, async (page) => {
    await page.focus('input[value="Update Ticket"]');
    await page.keyboard.press('Enter');
  }),
  {
    name: 'the mobile reply page',
    hole: 'Mobile pages of the desk',
    open: async (page, ids) => {
      await page.goto(mobile(only(ids)));
      await page.click('.ticket_menu a[href*="/m/ticket/reply"]');
      await page.waitForSelector(MOBILE);
    },
    handOff: async (page) => {
      await page.fill(`${MOBILE} textarea[name=UpdateContent]`, 'We look into it.');
      await choose(page, MOBILE, 'Owner', /^jonas/);
    },
    other: async (page) => {
      await page.fill(`${MOBILE} textarea[name=UpdateContent]`, 'We look into it.');
      await choose(page, MOBILE, 'Owner', /^priya/);
    },
    press: (page) => page.click(`${MOBILE} input[name=SubmitTicket]`),
  },
  form(
    'the Basics page',
    (id) => `/Ticket/Modify.html?id=${id}`,
    '#TicketModify',
    ['Queue', 'Engineering'],
    ['Queue', 'General'],
  ),
  form(
    'the People page',
    (id) => `/Ticket/ModifyPeople.html?id=${id}`,
    'form[name=TicketPeople]',
    ['Owner', /^jonas/],
    ['Owner', /^priya/],
  ),
  form(
    'the Jumbo page',
    (id) => `/Ticket/ModifyAll.html?id=${id}`,
    'form[name=TicketModifyAll]',
    ['Queue', 'Engineering'],
    ['Queue', 'General'],
  ),
  // The Jumbo page holds two lists of owners, and RT takes the one that was changed.
  form(
    'the Jumbo page’s first list of owners',
    (id) => `/Ticket/ModifyAll.html?id=${id}`,
    'form[name=TicketModifyAll]',
    ['Owner', /^jonas/],
    ['Owner', /^priya/],
  ),
  inList('a row of search results', (id) => `/Search/Results.html?Query=id%3D${id}`),
  inList('a row of the home page', () => '/', mostUrgent),
  bulk('bulk update, by queue', ['Queue', 'Engineering']),
  bulk('bulk update, by owner', ['Owner', /^jonas/]),
];
