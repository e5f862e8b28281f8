// What a person does on each page of the practice desk's rig, and what its screen then shows: data for the tests of the gate's contract.
import type { Frame, Page } from '@playwright/test';
import { completeSales, completeSupport, type Desk, expect } from '../practice.ts';

/** One page of the rig, as a person uses it. Paths are those of the desk. */
export interface RigMode {
  /** The page: `/rig/<id>`. */
  id: string;
  /** Which of the known ways around a gate (test/setup/hole-table.ts) this closes. */
  hole: string;
  /** Opens a page whose case Baton reads first, where the rig's own page shows none in full. */
  first: string[];
  path: string;
  /** What hands over. */
  act(page: Page): Promise<void>;
  /** The same control, with a change that hands nothing over. */
  harmless(page: Page): Promise<void>;
  /** The desk's screen once it was taken back: as before, with the desk's own error where it has one. */
  rolledBack(page: Page): Promise<void>;
  /** The desk's screen once it was let go. */
  shown(page: Page): Promise<void>;
  complete(panel: Frame): Promise<void>;
  /** What the desk holds once it was handed over. */
  arrived(desk: Desk): Promise<void>;
  /** How many cases it hands over; 1 where none is said. */
  cases?: number;
  /** Nobody hears how it ended: the next visit of the case tells. */
  silent?: true;
  /** It cannot wait: refused at once, and the person repeats it when everything is there. */
  cannotWait?: true;
}

const pick = async (page: Page, team: string) => {
  // A press that was stopped at its own event has left the menu open.
  if (!(await page.locator('.options').isVisible())) await page.click('.opener');
  await page.locator(`.options [data-team="${team}"]`).click({ noWaitAfter: true });
};
export const press = (page: Page, css: string) => page.locator(css).click({ noWaitAfter: true });
const choose = (page: Page, team: string) => page.locator('#case:not([hidden]) select[name=team]').selectOption(team);

/** The team that the open case shows. */
export const shownTeam = (page: Page) => page.locator('#case:not([hidden]) #details-shown [data-field=team] .value');
export const busy = (page: Page) => page.locator('#rig[aria-busy]');

export const backInSupport = async (page: Page) => {
  await expect(page.locator('.toast.error').last()).toContainText('was not saved');
  await expect(shownTeam(page)).toHaveText('Support L1');
  await expect(busy(page)).toHaveCount(0);
};
/** Nothing has left and no script waits: the page stands as it was. */
export const asItWas = async (page: Page) => expect(shownTeam(page)).toHaveText('Support L1');
export const inEngineering = async (desk: Desk) => expect((await desk.read('cases/1')).team).toBe('engineering');

export const one = (id: string, hole: string, more: Partial<RigMode> = {}): RigMode => ({
  id,
  hole,
  first: [],
  path: `/rig/${id}/1`,
  act: (page) => pick(page, 'engineering'),
  harmless: (page) => pick(page, 'sales'),
  rolledBack: backInSupport,
  shown: async (page) => expect(shownTeam(page)).toHaveText('Engineering'),
  complete: completeSupport,
  arrived: inEngineering,
  ...more,
});

const inDialog = async (page: Page, team: string) => {
  if (!(await page.locator('dialog[open]').isVisible())) await page.click('.opener');
  await page.locator('dialog select').selectOption(team);
  await press(page, 'dialog .primary');
};
const inPalette = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
};
const byKey = async (page: Page, key: string) => {
  await page.locator('h1').first().click();
  await page.keyboard.press(key);
};
const inline = async (page: Page, team: string) => {
  const select = page.locator('.inline-edit select');
  await select.focus();
  await select.selectOption(team);
  await page.keyboard.press('Tab');
};
const native = async (page: Page, team: string) => {
  await choose(page, team);
  await press(page, 'form.native .primary');
};

/** The closed root shows nobody what is in it: the form is filled in by its keys alone. */
const byKeysOfForm = async (page: Page, team: string) => {
  await page.locator('desk-form').focus();
  await page.keyboard.type(team, { delay: 20 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
};
const inFrame = async (page: Page, team: string) => {
  const frame = page.frameLocator('.written iframe');
  await frame.locator('select').selectOption(team);
  await frame.locator('.primary').click({ noWaitAfter: true });
};
const address = (id: string, hole = 'Address set by script (location, navigation.navigate, window.open _self)') =>
  one(id, hole, {
    act: (page) => press(page, '.controls [data-team=engineering]'),
    harmless: (page) => press(page, '.controls [data-team=sales]'),
    rolledBack: asItWas,
  });

/** A card of the board, dragged by the pointer in steps. */
export const drag = async (page: Page, stage: string) => {
  const box = async (css: string) => {
    const found = await page.locator(css).boundingBox();
    if (!found) throw new Error(`${css} has no place on the page`);
    return { x: found.x + found.width / 2, y: found.y + 40 };
  };
  const card = await box('[data-deal-id="501"]');
  const column = await box(`.column[data-stage="${stage}"]`);
  await page.mouse.move(card.x, card.y - 20);
  await page.mouse.down();
  await page.mouse.move((card.x + column.x) / 2, column.y, { steps: 4 });
  await page.mouse.move(column.x, column.y + 60, { steps: 4 });
  await page.mouse.up();
};
export const cardIn = async (page: Page, stage: string) =>
  expect(page.locator(`.column[data-stage="${stage}"] [data-deal-id="501"]`)).toBeVisible();

export const tick = async (page: Page, team: string, ids: readonly number[]) => {
  for (const id of ids) await page.locator(`.bulk input[value="${id}"]`).check();
  await page.locator('.bulk select').selectOption(team);
  await press(page, '.bulk .primary');
};
export const rowShows = async (page: Page, id: number, team: string) =>
  expect(page.locator(`tr[data-case-id="${id}"] [data-field=team] .value`)).toHaveText(team);

const bulk = (id: string, hole: string, second: string): RigMode => ({
  ...one(id, hole),
  first: ['/case/8', '/case/1'],
  path: `/rig/${id}`,
  act: (page) => tick(page, 'engineering', [1, 8]),
  harmless: (page) => tick(page, 'sales', [1, 8]),
  rolledBack: async (page) => {
    await expect(page.locator('.toast.error').last()).toContainText('2 cases were not saved');
    await rowShows(page, 1, 'Support L1');
    await expect(busy(page)).toHaveCount(0);
  },
  shown: (page) => rowShows(page, 1, 'Engineering'),
  arrived: async (desk) => {
    await inEngineering(desk);
    expect((await desk.read('cases/8')).team).toBe(second);
  },
});

/** More tries than a slow machine needs to answer the checklist. */
const patient = (id: string) => ({ path: `/rig/${id}/1?tries=30` });

export const rigModes: RigMode[] = [
  one('dialog', 'Dialog form', {
    act: (page) => inDialog(page, 'engineering'),
    harmless: (page) => inDialog(page, 'sales'),
    rolledBack: async (page) => {
      await expect(page.locator('dialog .problem')).toHaveText('This was not saved.');
      await backInSupport(page);
    },
  }),
  one('pick-click', 'Pick and save (click)'),
  one('pick-mousedown', 'Pick and save (mousedown)'),
  one('pick-mouseup', 'Pick and save (mouseup)'),
  one('board', 'Board drag', {
    first: ['/deal/501'],
    path: '/rig/board',
    act: (page) => drag(page, 'closed-won'),
    harmless: (page) => drag(page, 'proposal'),
    rolledBack: async (page) => {
      await expect(page.locator('.toast.error').last()).toContainText('was not saved');
      await cardIn(page, 'negotiation');
    },
    shown: (page) => cardIn(page, 'closed-won'),
    complete: completeSales,
    arrived: async (desk) => expect((await desk.read('deals/501')).stage).toBe('closed-won'),
  }),
  one('inline', 'Inline autosave on blur', {
    act: (page) => inline(page, 'engineering'),
    harmless: (page) => inline(page, 'sales'),
  }),
  one('rest-fetch', 'REST by fetch'),
  one('rest-xhr', 'REST by XMLHttpRequest'),
  one('graphql', 'GraphQL'),
  one('graphql-bulk', 'GraphQL, aliased bulk', {
    cases: 2,
    first: ['/case/2', '/case/1'],
    arrived: async (desk) => {
      await inEngineering(desk);
      expect((await desk.read('cases/2')).team).toBe('engineering');
    },
  }),
  one('rpc', 'JSON-RPC'),
  one('rpc-batch', 'Several changes in one request'),
  one('aura', 'JSON inside a form field'),
  one('multipart', 'Multipart'),
  one('sync-xhr', 'Synchronous request', { cannotWait: true }),
  one('beacon', 'sendBeacon', {
    silent: true,
    // The desk never looks at it again, and shows what is saved when the page is loaded anew.
    rolledBack: async (page) => {
      await page.reload();
      await asItWas(page);
    },
  }),
  one('keepalive', 'keepalive fetch'),
  one('native-submit', 'Native form submit (no event)', {
    act: (page) => native(page, 'engineering'),
    harmless: (page) => native(page, 'sales'),
    rolledBack: asItWas,
  }),
  one('shadow-open', 'Form in an open shadow root', {
    act: (page) => native(page, 'engineering'),
    harmless: (page) => native(page, 'sales'),
    rolledBack: asItWas,
  }),
  one('shadow-closed', 'Form in a closed shadow root', {
    act: (page) => byKeysOfForm(page, 'Engineering'),
    harmless: (page) => byKeysOfForm(page, 'Sales'),
    rolledBack: asItWas,
  }),
  one('frame-written', 'Form in a frame filled by document.write', {
    act: (page) => inFrame(page, 'engineering'),
    harmless: (page) => inFrame(page, 'sales'),
    rolledBack: asItWas,
  }),
  address('location'),
  address('replace'),
  address('navigate'),
  address('open-self'),
  address('meta-refresh', 'Meta refresh'),
  one('get-link', 'GET link that writes', {
    act: (page) => press(page, 'a[href$="team=engineering"]'),
    harmless: (page) => press(page, 'a[href$="team=sales"]'),
    rolledBack: asItWas,
  }),
  one('frame-blank', 'Frame created later'),
  one('frame-srcdoc', 'Frame created later'),
  one('frame-request', 'Request or Blob made by another frame'),
  one('frame-blob', 'Request or Blob made by another frame'),
  one('fetch-later', 'fetchLater', {
    silent: true,
    rolledBack: async (page) => {
      await page.reload();
      await asItWas(page);
    },
  }),
  one('large-json', 'Large body beside a pasted file'),
  one('large-form', 'Large body beside a pasted file'),
  one('large-blob', 'Large body beside a pasted file'),
  one('large-text', 'Large body beside a pasted file'),
  one('shortcut', 'Shortcut whose handler clicks', {
    act: (page) => byKey(page, 'e'),
    harmless: (page) => byKey(page, 's'),
  }),
  one('palette', 'Command palette', {
    act: (page) => inPalette(page, 'engin'),
    harmless: (page) => inPalette(page, 'sales'),
  }),
  one('macro', 'Macro', {
    act: (page) => press(page, '[data-macro*=engineering]'),
    harmless: (page) => press(page, '[data-macro*="the file"]'),
  }),
  { ...bulk('bulk-ids', 'Bulk edit', 'engineering'), cases: 2 },
  bulk('bulk-rows', 'Bulk edit', 'sales'),
  one('tabs', 'Several cases in one document', {
    act: (page) => press(page, '#case:not([hidden]) [data-team=engineering]'),
    harmless: (page) => press(page, '#case:not([hidden]) [data-team=sales]'),
  }),
  one('covered-spinner', 'Screen covered while saving', { rolledBack: asItWas }),
  one('covered-modal', 'Screen covered while saving', { rolledBack: asItWas }),
  one('retry-fetch', 'Desk that times out and retries', patient('retry-fetch')),
  one('retry-xhr', 'Desk that times out and retries', patient('retry-xhr')),
  one('retry-abort', 'Desk that times out and retries', patient('retry-abort')),
];
