// The same for the parts of the rig: what other real desks do (test/desks/practice/rig/parts).
import type { Page } from '@playwright/test';
import { complete as completeUnseen } from '../checklist.ts';
import { completeSales, expect, overlayText } from '../practice.ts';
import { asItWas, cardIn, drag, one, press, type RigMode, rowShows, shownTeam } from './modes.ts';

const NATIVE = 'Native submit after a click or an untrusted change';

/** Chooses in a form of the page and sends it by its button. */
const inForm = (css: string, field: string) => async (page: Page, value: string) => {
  await page.locator(`${css} select[name=${field}]`).selectOption(value);
  await press(page, `${css} .primary`);
};
const form = (id: string, hole: string, css: string, more: Partial<RigMode> = {}): RigMode => {
  const save = inForm(css, 'team');
  return one(id, hole, {
    act: (page) => save(page, 'engineering'),
    harmless: (page) => save(page, 'sales'),
    ...more,
  });
};

const queue = (page: Page, team: string) => press(page, `[data-queue="${team}"]`);

const massUpdate = async (page: Page, team: string) => {
  for (const id of [1, 8]) await page.locator(`[name=ids][value="${id}"]`).check();
  await page.locator('form.mass select').selectOption(team);
  page.once('dialog', (dialog) => void dialog.accept());
  await press(page, 'form.mass .primary');
};
const twoCases: Partial<RigMode> = {
  cases: 2,
  first: ['/case/8', '/case/1'],
  arrived: async (desk) => {
    for (const id of [1, 8] as const) expect((await desk.read(`cases/${id}`)).team).toBe('engineering');
  },
};

const updateAll = async (page: Page, team: string) => {
  await page.locator('[name=all]').check();
  await page.locator('form.mass-by-script select').selectOption(team);
  await press(page, 'form.mass-by-script .primary');
};

/** As somebody who works in Engineering: what they take goes there. */
const asJonas = async (page: Page) => {
  const { origin, pathname } = new URL(page.url());
  if (await page.locator('[data-login=jonas]').isVisible()) return;
  await page.goto(`${origin}/as/jonas`);
  await page.goto(origin + pathname);
};

/** Changes the form of a desk without a Save button, and goes by the link that saves first. */
const byTheWayOut = async (page: Page, team: string) => {
  const { origin, pathname } = new URL(page.url());
  if (pathname === '/') await page.goto(`${origin}/rig/leave-crumb/1`);
  await page.locator('form.leaving select[name=team]').selectOption(team);
  await press(page, '.way-out');
};

const AHEAD = 'Page that runs ahead of a refusal';

/** The page shows what was refused, and Baton says so. */
const stillShown = (said: string) => async (page: Page) => {
  await expect.poll(() => overlayText(page)).toContain(said);
};
const NOT_SAVED = 'This page still shows “Engineering”. It was not saved: the desk has “Support L1”.';

const moveInDialog = async (page: Page, team: string) => {
  if (!(await page.locator('dialog[open]').isVisible())) await page.click('.opener');
  await page.locator('dialog select').selectOption(team);
  await press(page, 'dialog .primary');
};
/** Taken back, the dialog is there to be used: its loader is gone, and nothing blames anybody. */
const underLoader = (id: string) =>
  one(id, 'Dialog that stays under its loader', {
    act: (page) => moveInDialog(page, 'engineering'),
    harmless: (page) => moveInDialog(page, 'sales'),
    rolledBack: async (page) => {
      await asItWas(page);
      await expect(page.locator('dialog[open]')).toBeVisible();
      await expect(page.getByText('Loading …')).toBeHidden();
      await expect(page.locator('dialog select')).toHaveValue('engineering');
    },
    shown: async (page) => {
      await expect(shownTeam(page)).toHaveText('Engineering');
      await expect(page.locator('dialog[open]')).toHaveCount(0);
    },
  });

/** A card that was refused stands where it was dropped: it is taken back first. */
const dropAgain = async (page: Page) => {
  if (await page.locator('.column[data-stage="closed-won"] [data-deal-id="501"]').isVisible())
    await drag(page, 'negotiation');
  await drag(page, 'closed-won');
};

export const partModes: RigMode[] = [
  form('submit-then-native', 'Submit followed by native submit', 'form.validated', { rolledBack: asItWas }),
  one('bar-select', NATIVE, {
    act: (page) => queue(page, 'engineering'),
    harmless: (page) => queue(page, 'sales'),
    rolledBack: asItWas,
  }),
  one('mass-confirm', NATIVE, {
    ...twoCases,
    path: '/rig/mass-confirm',
    act: (page) => massUpdate(page, 'engineering'),
    harmless: (page) => massUpdate(page, 'sales'),
    rolledBack: (page) => rowShows(page, 1, 'Support L1'),
    shown: (page) => rowShows(page, 1, 'Engineering'),
  }),
  one('get-script', 'GET by script that writes'),
  one('get-token', 'GET link that writes', {
    act: async (page) => {
      await asJonas(page);
      await press(page, '[data-quick=mine]');
    },
    harmless: (page) => press(page, '[data-quick=close]'),
    rolledBack: asItWas,
    shown: async (page) => expect(page.locator('#details-shown [data-field=owner]')).toContainText('Jonas Lindqvist'),
    arrived: async (desk) => expect((await desk.read('cases/1')).owner).toBe('jonas'),
  }),
  one('leave-crumb', 'Save on leaving', {
    act: (page) => byTheWayOut(page, 'engineering'),
    harmless: (page) => byTheWayOut(page, 'sales'),
    shown: (page) => expect(page).toHaveURL(/:\d+\/$/),
  }),
  ...(['ahead-stages', 'ahead-button'] as const).map((id) => {
    const button = id === 'ahead-stages' ? 'data-team' : 'data-move';
    return one(id, AHEAD, {
      act: (page) => press(page, `[${button}="engineering"]`),
      harmless: (page) => press(page, `[${button}="sales"]`),
      rolledBack: stillShown(NOT_SAVED),
    });
  }),
  form('ahead-form', AHEAD, 'form.edit', {
    rolledBack: stillShown(NOT_SAVED),
    shown: async (page) => expect(page.locator('form.edit select')).toHaveValue('engineering'),
  }),
  one('ahead-board', AHEAD, {
    first: ['/deal/501'],
    path: '/rig/ahead-board',
    act: dropAgain,
    harmless: (page) => drag(page, 'proposal'),
    rolledBack: (page) => cardIn(page, 'closed-won'),
    shown: (page) => cardIn(page, 'closed-won'),
    complete: completeSales,
    arrived: async (desk) => expect((await desk.read('deals/501')).stage).toBe('closed-won'),
  }),
  underLoader('loading-abort'),
  underLoader('loading-ever'),
  one('blames-connection', 'Desk that blames the connection', {
    act: (page) => press(page, '.controls [data-team=engineering]'),
    harmless: (page) => press(page, '.controls [data-team=sales]'),
    rolledBack: async (page) => {
      await asItWas(page);
      await expect(page.locator('.problem')).toHaveText('');
    },
  }),
  one('mass-all', 'Mass update of all that match', {
    path: '/rig/mass-all',
    act: (page) => updateAll(page, 'engineering'),
    harmless: (page) => updateAll(page, 'sales'),
    rolledBack: (page) => rowShows(page, 1, 'Support L1'),
    shown: async (page) => expect(page.locator('.toast').last()).toContainText('saved'),
    complete: completeUnseen,
  }),
  form('look-alikes', 'Save among requests that look like it', 'form.whole'),
  form('whole-form', 'Whole form with every save', 'form.whole'),
  form('actors', 'People as JSON inside a form field', 'form.whole'),
  form('extras', 'Fields sent along untouched', 'form.whole'),
];
