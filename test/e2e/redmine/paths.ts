// Every way in which an issue is handed over in Redmine: how it is opened, chosen and pressed.
import type { Page } from '@playwright/test';
import { BULK, choose, display, FORM, openForm, press, REDMINE_URL } from './desk.ts';

export interface Path {
  name: string;
  /** The documented hole that it closes. */
  hole?: 'Native form submit (no event)' | 'Context menu' | 'Bulk edit' | 'Keyboard submit';
  /** Several issues at once. */
  many?: boolean;
  /** The page that follows shows no issue: that it arrived is seen when it is next opened. */
  followedByList?: boolean;
  /** What must be there to choose in. */
  open(page: Page, ids: number[]): Promise<unknown>;
  /** Fills in a handoff. Nothing has been pressed yet. */
  handOff(page: Page, ids: number[]): Promise<unknown>;
  /** Fills in a change that hands nothing over. */
  other(page: Page, ids: number[]): Promise<unknown>;
  press(page: Page): Promise<unknown>;
}

const only = (ids: number[]) => ids[0] as number;
const onIssue = (page: Page, ids: number[]) => openForm(page, only(ids));
const onEdit = (page: Page, ids: number[]) => page.goto(`${display(only(ids))}/edit`);

/** A handoff by project or by owner, and a change of the same list that is none. */
const BY = {
  project: {
    handOff: (page: Page) => choose(page, 'project_id', 'Engineering'),
    // The project that it has already: chosen again, after another.
    other: async (page: Page) => {
      await choose(page, 'project_id', 'Engineering');
      await choose(page, 'project_id', 'Support L1');
      await choose(page, 'priority_id', 'Urgent');
    },
  },
  owner: {
    handOff: (page: Page) => choose(page, 'assigned_to_id', 'Jonas Lindqvist'),
    other: (page: Page) => choose(page, 'assigned_to_id', 'Priya Raman'),
  },
  /** Another list is changed after the owner was: the form is drawn anew, with the new owner as if it had always been so. */
  redrawn: {
    handOff: async (page: Page) => {
      await choose(page, 'assigned_to_id', 'Jonas Lindqvist');
      await choose(page, 'status_id', 'Escalated');
    },
    other: async (page: Page) => {
      await choose(page, 'assigned_to_id', 'Priya Raman');
      await choose(page, 'status_id', 'Escalated');
    },
  },
};

async function byKeys(page: Page): Promise<void> {
  const notes = page.locator(`${FORM} [name="issue[notes]"], ${BULK} [name=notes], ${BULK} [name="issue[notes]"]`);
  await notes.fill('We look into it.');
  // What is held goes nowhere: Playwright would wait for it.
  await notes.press('Control+Enter', { noWaitAfter: true });
}

const address = (ids: number[]) =>
  `${REDMINE_URL}/issues?set_filter=1&f[]=issue_id&op[issue_id]==&v[issue_id][]=${ids.join(',')}`;
const bulkAddress = (ids: number[]) => `${REDMINE_URL}/issues/bulk_edit?${ids.map((id) => `ids[]=${id}`).join('&')}`;

/** The menu under a row, with these words under one of its entries in view. */
async function inMenu(page: Page, ids: number[], words: string): Promise<void> {
  for (const id of ids) await page.locator(`#issue-${id} td.checkbox input`).check();
  await page.locator(`#issue-${only(ids)} td.status`).click({ button: 'right' });
  await page.locator('#context-menu li.folder', { hasText: 'Assignee' }).hover();
  await page.locator('#context-menu a[href*="assigned_to_id"]', { hasText: words }).hover();
}

const pressInMenu = (page: Page) =>
  page.locator('#context-menu a[href*="assigned_to_id"]:hover').click({ noWaitAfter: true });
const menu: Omit<Path, 'name'> = {
  hole: 'Context menu',
  followedByList: true,
  open: (page, ids) => page.goto(address(ids)),
  handOff: (page, ids) => inMenu(page, ids, 'Jonas Lindqvist'),
  other: (page, ids) => inMenu(page, ids, 'Priya Raman'),
  press: pressInMenu,
};
const bulk: Omit<Path, 'name' | 'handOff' | 'other' | 'press'> = {
  hole: 'Bulk edit',
  many: true,
  followedByList: true,
  open: (page, ids) => page.goto(bulkAddress(ids)),
};

export const PATHS: Path[] = [
  { name: 'the form on an issue, by project', open: onIssue, ...BY.project, press },
  { name: 'the form on an issue, by owner', open: onIssue, ...BY.owner, press },
  { name: 'the form on an issue, drawn anew after the owner was chosen', open: onIssue, ...BY.redrawn, press },
  { name: 'the edit page, by project', open: onEdit, ...BY.project, press },
  { name: 'the edit page, drawn anew after the owner was chosen', open: onEdit, ...BY.redrawn, press },
  {
    name: 'Ctrl+Enter in the notes',
    hole: 'Native form submit (no event)',
    open: onIssue,
    ...BY.owner,
    press: byKeys,
  },
  {
    name: 'Enter in the subject',
    hole: 'Keyboard submit',
    open: onIssue,
    ...BY.project,
    press: (page) => page.press(`${FORM} [name="issue[subject]"]`, 'Enter'),
  },
  { ...menu, name: 'the context menu of a row' },
  { ...menu, name: 'the context menu of several rows', many: true },
  { ...bulk, name: 'bulk edit, by project', ...BY.project, press },
  { ...bulk, name: 'bulk edit, by owner', ...BY.owner, press },
  { ...bulk, name: 'bulk edit, by Ctrl+Enter', ...BY.owner, press: byKeys },
];
