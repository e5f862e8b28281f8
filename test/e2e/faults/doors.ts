// The three kinds of door that the faults are tried at, as data: how the person acts, and what the desk itself says came of it.
import type { Frame, Page } from '@playwright/test';
import { completeSales, completeSupport, type Desk, expect, PRACTICE_URL, write } from '../practice.ts';

export interface Door {
  name: 'form' | 'fetch' | 'xhr';
  /** The page of the case, and the page on which the person acts. */
  casePath: string;
  startPath: string;
  /** The action that hands the case over, also when it was begun before. */
  act(page: Page): Promise<void>;
  /** Whether the page still waits for an answer of the desk. */
  waits(page: Page): Promise<boolean>;
  draft: string;
  /** The text that is typed: its criterion, its field, and enough of an answer. */
  criterion: string;
  field: RegExp;
  words: string;
  /** Another text of the same draft, for a second tab to type in; and what else it takes to be enough. */
  second: { criterion: string; field: RegExp; finish?(panel: Frame): Promise<void> };
  /** Answers everything, once, for a draft to start from. */
  complete(panel: Frame): Promise<void>;
  /** Whether the desk has the handoff. */
  arrived(desk: Desk): Promise<boolean>;
  /** The request that hands over. */
  method: 'POST' | 'PATCH';
  path: string;
  /** A change on the page of the case that is no handoff, by the desk's own controls. */
  ordinary(page: Page): Promise<void>;
  ordinarySaved(desk: Desk): Promise<boolean>;
}

const inEngineering = async (desk: Desk) => (await desk.read('cases/1')).team === 'engineering';

const ticket = {
  casePath: '/case/1',
  draft: `${PRACTICE_URL}|ticket|1|support-to-engineering`,
  criterion: 'ask',
  field: /What exactly you ask/,
  words: 'Find out why the export of mixed currencies is blank in the browser that they use',
  second: {
    criterion: 'tried',
    field: /^Tried/,
    finish: (panel: Frame) => write(panel.getByRole('textbox', { name: /^Result/ }), 'The same blank page'),
  },
  complete: completeSupport,
  arrived: inEngineering,
  ordinary: async (page: Page) => {
    await page.click('#edit-details');
    await page.selectOption('#details-status', { label: 'Waiting' });
    await page.click('#details-save', { noWaitAfter: true });
  },
  ordinarySaved: async (desk: Desk) => (await desk.read('cases/1')).status === 'waiting',
};

export const doors: readonly Door[] = [
  {
    ...ticket,
    name: 'form',
    startPath: '/case/1',
    act: async (page) => {
      if (await page.locator('#details-form').isHidden()) await page.click('#edit-details');
      await page.selectOption('#details-team', { label: 'Engineering' });
      await page.click('#details-save', { noWaitAfter: true });
    },
    // A form that is held waits for nothing: it stands as the person filled it in.
    waits: async () => false,
    method: 'POST',
    path: '/case/1/details',
  },
  {
    ...ticket,
    name: 'fetch',
    startPath: '/',
    act: async (page) => {
      await page.selectOption('tr[data-case-id="1"] select[name="team"]', { label: 'Engineering' });
    },
    waits: async (page) => (await page.locator('tr[data-case-id="1"][aria-busy]').count()) > 0,
    method: 'PATCH',
    path: '/api/cases/1',
  },
  {
    name: 'xhr',
    casePath: '/deal/501',
    startPath: '/deal/501',
    draft: `${PRACTICE_URL}|deal|501|sales-to-onboarding`,
    criterion: 'why-bought',
    field: /Why they bought/,
    words: 'They plan two warehouses in spreadsheets and lose stock between them every week',
    second: { criterion: 'risks', field: /Risks, and who has doubts/ },
    act: (page) => page.click('#stages button[data-stage="closed-won"]'),
    waits: async (page) => (await page.locator('#stages[aria-busy]').count()) > 0,
    complete: completeSales,
    arrived: async (desk) => (await desk.read('deals/501')).stage === 'closed-won',
    method: 'POST',
    path: '/api/deals/501/stage',
    ordinary: (page) => page.click('#stages button[data-stage="proposal"]'),
    ordinarySaved: async (desk) => (await desk.read('deals/501')).stage === 'proposal',
  },
];

/** Completes the door's draft as a person does, so that other runs can begin with it. */
export async function completeOnce(door: Door, page: Page, panel: Frame): Promise<void> {
  await door.complete(panel);
  await expect(panel.getByText(/^Everything that .* needs is here/)).toBeVisible();
  await expect(panel.getByText(/^Saved/)).toBeVisible();
  await panel.getByRole('button', { name: 'Not now' }).click();
  await page.goto('about:blank');
}
