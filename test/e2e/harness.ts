// What every end-to-end test starts from: a browser with Baton as it ships, just installed, its desks baked in.
import {
  type BrowserContext,
  test as base,
  expect,
  type Frame,
  type Locator,
  type Page,
  type TestDetails,
} from '@playwright/test';
import { type Launched, launchWithExtension } from '../setup/browsers.ts';
import { pressKeys } from '../setup/firefox.ts';
import { KeptBrowser } from '../setup/kept-browser.ts';
import { BUILDS, PRACTICE_PORT } from '../setup/places.ts';
import { untilRegistered } from '../setup/registered.ts';

export { overlayText, pressTab } from './closed-root.ts';
export { expect };
/** This worker's own practice desk. */
export const DESK_PORT = PRACTICE_PORT.e2e[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? PRACTICE_PORT.e2e[0];
export const PRACTICE_URL = `http://127.0.0.1:${DESK_PORT}`;

export interface Baton {
  context: BrowserContext;
  launched: Launched;
  /** A page in the browser, with nothing loaded. */
  newPage(): Promise<Page>;
  /** Runs in the background worker; it is woken if it sleeps. */
  inWorker<T, A = undefined>(work: (arg: A) => T | Promise<T>, arg?: A): Promise<T>;
  /** Changes the settings as the dashboard would. */
  settings(change: Record<string, unknown>): Promise<void>;
  /** Everything that the record holds, in order. */
  events(): Promise<RecordedEvent[]>;
  /** All rows of one table of Baton's own database. */
  rows<T = Record<string, unknown>>(table: string): Promise<T[]>;
}

export interface RecordedEvent {
  seq: number;
  kind: string;
  actor: string;
  payload?: Record<string, unknown>;
}

/** Jonas works in Engineering: a new owner that means a new team. By login as Request Tracker shows him, by name as the practice desk does. */
export const ROSTER = [{ team: 'Engineering', people: ['jonas', 'Jonas Lindqvist'] }];

interface Own {
  baton: Baton;
  page: Page;
  /** The test has a browser of its own: it kills or updates what it runs in, or sets something on the context that stays set. */
  ownBrowser: boolean;
}

const HOW = { headless: true, viewport: { width: 1400, height: 900 } };

export const test = base.extend<Own, { keptBrowser: KeptBrowser }>({
  ownBrowser: [false, { option: true }],
  keptBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const kept = new KeptBrowser(HOW);
      await use(kept);
      await kept.end();
    },
    { scope: 'worker' },
  ],
  baton: async ({ colorScheme, ownBrowser, keptBrowser }, use) => {
    waitForNoPage(false);
    const dark = colorScheme === 'dark' ? { colorScheme } : undefined;
    const own = ownBrowser || dark !== undefined;
    const { extension } = BUILDS.e2e;
    const launched = own
      ? await launchWithExtension({ extensionDir: extension, ...HOW, ...dark })
      : await keptBrowser.install(extension);
    const baton = batonOf(launched);
    await ready(baton);
    await baton.settings({ roster: ROSTER });
    await use(baton);
    await (own ? launched.close() : keptBrowser.empty(launched.extensionId));
  },
  page: async ({ baton }, use) => {
    await use(await baton.newPage());
  },
});

export function batonOf(launched: Launched): Baton {
  const inWorker: Baton['inWorker'] = async (work, arg) => {
    const worker = await launched.serviceWorker();
    return worker.evaluate(work as never, arg as never);
  };
  return {
    context: launched.context,
    launched,
    newPage: () => launched.context.newPage(),
    inWorker,
    ...recordsOf(inWorker),
  };
}

/** Baton's own database and settings, reached from anywhere among its own scripts and pages. */
export function recordsOf(inWorker: Baton['inWorker']): Pick<Baton, 'rows' | 'events' | 'settings'> {
  const rows: Baton['rows'] = (table) =>
    inWorker(
      (name) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('baton');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const all = db.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => {
              db.close();
              resolve(all.result as never);
            };
            all.onerror = () => reject(all.error);
          };
        }),
      table,
    );
  return {
    rows,
    events: () => rows('events'),
    settings: (change) =>
      inWorker(async (part) => {
        const { settings } = await chrome.storage.local.get('settings');
        await chrome.storage.local.set({ settings: { ...(settings as object), ...part } });
      }, change),
  };
}

/** For the table of `npm run holes`: the ways around other gates that a test proves closed, if any. `desk` where it is not the project's own. */
export function closes(holes: string | readonly string[] | undefined, desk?: string): TestDetails {
  if (!holes) return {};
  const on = desk ? [{ type: 'desk', description: desk }] : [];
  return { tag: '@hole', annotation: [...[holes].flat().map((description) => ({ type: 'hole', description })), ...on] };
}

/** The background has registered its scripts: from then on every page that loads has a gate. */
export function ready(baton: Baton): Promise<void> {
  return untilRegistered(baton.launched);
}

/** The checklist of a page, once it is shown: the new one, where a page of it goes meanwhile (an update, an element taken away). */
export async function panelOf(page: Page): Promise<Frame> {
  waitForNoPage(true);
  for (let tries = 1; ; tries += 1) {
    const known = panelFrame(page);
    try {
      return await shownPanel(page);
    } catch (error) {
      if (tries === 3 || !known?.isDetached()) throw error;
    }
  }
}

/**
 * Chromium announces a form that a script sends before it asks the page whether that shall be, and takes it back by no word: Playwright
 * would wait before each press for the page that does not come. While something is held nothing is on its way.
 */
function waitForNoPage(held: boolean): void {
  if (held) process.env.PLAYWRIGHT_SKIP_NAVIGATION_CHECK = '1';
  else delete process.env.PLAYWRIGHT_SKIP_NAVIGATION_CHECK;
}

async function shownPanel(page: Page): Promise<Frame> {
  await expect.poll(() => panelFrame(page) !== undefined, { message: 'the panel’s frame' }).toBe(true);
  const frame = panelFrame(page) as Frame;
  // What was shown the time before stays there out of sight, until there is something to show.
  const shown = frame.locator('#root:not(.away, .ahead)');
  await expect(shown.getByRole('button', { name: /^Hand over to|^Copy as text/ }).first()).toBeVisible({
    timeout: 15_000,
  });
  // Drawn ahead it is there and nobody sees it; a frame that is hidden paints nothing, and would be waited for without end.
  await expect.poll(() => panelShown(page), { message: 'the panel’s frame is shown' }).toBe(true);
  // From its first painting on it takes no keys until somebody points at it, and nobody points sooner than that.
  // A browser without a screen may stop painting a page in which nothing moves.
  await frame.evaluate(() => {
    const painted = new Promise((twice) => requestAnimationFrame(() => requestAnimationFrame(twice)));
    return Promise.race([painted, new Promise((later) => setTimeout(later, 1_000))]);
  });
  return frame;
}

export function panelFrame(page: Page): Frame | undefined {
  return page.frames().findLast((frame) => frame.url().includes('/panel.html'));
}

/** Whether the panel covers part of the page now: its frame is there and takes up room. */
export async function panelShown(page: Page): Promise<boolean> {
  const frame = panelFrame(page);
  if (!frame) return false;
  // Asked of its element: inside, a frame that is hidden keeps the size that it had.
  const element = await frame.frameElement().catch(() => null);
  return (await element?.isVisible().catch(() => false)) ?? false;
}

/** Answers what a well-kept Support ticket lacks on its way to Engineering: reason, tried, ask, told. */
export async function completeSupport(panel: Frame): Promise<void> {
  await panel.getByRole('radio', { name: /A defect in the product/ }).click();
  await write(panel.getByRole('textbox', { name: /^Tried/ }), 'Exported again in a private window');
  await write(panel.getByRole('textbox', { name: /^Result/ }), 'The same blank page');
  const ask = panel.getByRole('textbox', { name: /What exactly you ask/ });
  // Answered before, it stands among what is filled in.
  if (await ask.isVisible()) await write(ask, 'Find out why the export of mixed currencies is blank');
  const told = panel.getByRole('textbox', { name: /What the customer was told/ });
  if (await told.isVisible()) await write(told, 'We look into it and write again on Friday');
  else await panel.getByRole('button', { name: /look(s)? right/ }).click();
}

/**
 * Points at a field of the checklist and writes into it, until it holds what was written. The one way to fill in a field of the panel: it takes
 * no keys before somebody points at it, and under load it may be drawn anew in between.
 */
export async function write(fields: Locator, text: string): Promise<void> {
  const field = fields.first();
  await expect(async () => {
    await field.click({ timeout: 3_000 });
    // Only what is written as a text can be typed over: a date is typed part by part, in the order of the person's country.
    const typed = inFirefox(field) && (await field.getAttribute('type')) !== 'date';
    await (typed ? typeOver(field, text) : field.fill(text));
    await expect(field).toHaveValue(text, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

/** Playwright fills in nothing in a frame of Firefox: there the keys are pressed. */
async function typeOver(field: Locator, text: string): Promise<void> {
  await field.press('ControlOrMeta+a');
  await pressKeys(field.page(), text);
}

const inFirefox = (where: Locator) => where.page().context().browser()?.browserType().name() === 'firefox';

/** Presses the main button, which says what it does. */
export async function handOver(panel: Frame): Promise<void> {
  await pressInPanel(panel, /^Hand over to/);
}

/** Presses a button that lets something leave. Right after the panel came it says "press again": then so, as a person does. */
export async function pressInPanel(panel: Frame, name: RegExp): Promise<void> {
  await expect
    .poll(async () => {
      await panel.getByRole('button', { name }).click();
      // The background may say so too: its answer is awaited.
      const answered = () => !document.querySelector('[aria-disabled]');
      // By time: a frame that is hidden meanwhile paints no more.
      await panel.waitForFunction(answered, undefined, { polling: 50, timeout: 5_000 }).catch(() => undefined);
      // The panel may be gone by now, as it should.
      return panel
        .getByText(/press again/)
        .isVisible()
        .catch(() => false);
    })
    .toBe(false);
}
