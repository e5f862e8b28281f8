// What a person typed is there again, whatever ends in between; and the same in every tab.
import type { Frame, Page } from '@playwright/test';
import { launchWithExtension } from '../setup/browsers.ts';
import { BUILDS } from '../setup/places.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import {
  ASK,
  answer,
  type Baton,
  batonOf,
  expect,
  openCase,
  panelOf,
  ROSTER,
  ready,
  saved,
  saveToEngineering,
  test,
} from './practice.ts';

/** Too short to be enough: the checklist keeps asking, in an open field. */
const WORDS = 'Find out why';

interface DraftRow {
  answers: Record<string, { value: string }>;
}

/** Opens case 1 and holds its handoff, so that the checklist is there. */
async function hold(page: Page): Promise<Frame> {
  await openCase(page);
  await saveToEngineering(page);
  return panelOf(page);
}

async function write(page: Page): Promise<Frame> {
  const panel = await hold(page);
  await answer(panel, ASK, WORDS);
  await saved(panel);
  return panel;
}

const field = (panel: Frame) => panel.getByRole('textbox', { name: ASK });

/** The same case, held again: what was typed is there. */
async function isThere(page: Page): Promise<void> {
  await expect(field(await hold(page))).toHaveValue(WORDS);
}

test('a reload of the page', async ({ page }) => {
  await write(page);
  await page.reload();
  await isThere(page);
});

test('a closed tab', async ({ page, baton }) => {
  await write(page);
  await page.close();
  await isThere(await baton.newPage());
});

test('a tab closed in the middle of typing: at most the last moment is lost', async ({ page, baton }) => {
  const panel = await hold(page);
  const long = 'a b c d e f g '.repeat(6);
  await field(panel).click();
  await page.keyboard.type(long, { delay: 25 });
  await page.close();
  await hold(await baton.newPage());
  const [draft] = await baton.rows<DraftRow>('drafts');
  const kept = draft?.answers['ask']?.value ?? '';
  expect(long.startsWith(kept)).toBe(true);
  // The last second of typing at this speed; all before it was saved while typing went on.
  expect(kept.length).toBeGreaterThan(long.length - 40);
});

test('a worker that the browser ended, while typing goes on', async ({ page, baton }) => {
  const panel = await write(page);
  await endWorker(baton);
  await field(panel).click();
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await saved(panel);
  await expect.poll(async () => (await baton.rows<DraftRow>('drafts'))[0]?.answers['ask']?.value).toBe(`${WORDS}!`);
  await page.reload();
  await expect(field(await hold(page))).toHaveValue(`${WORDS}!`);
});

/** Ends the service worker as the browser does when it is idle. */
async function endWorker({ context, launched }: Baton): Promise<void> {
  const first = await launched.serviceWorker();
  await first.evaluate(() => Object.assign(globalThis, { firstLife: true }));
  const session = await context.newCDPSession(context.pages()[0] as Page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  // What is held wakes it again by itself.
  const inFirstLife = async () =>
    (await launched.serviceWorker()).evaluate(() => 'firstLife' in globalThis).catch(() => true);
  await expect.poll(inFirstLife).toBe(false);
}

test('two tabs show the same, whichever of them was typed in', async ({ page, baton }) => {
  const first = await write(page);
  const other = await baton.newPage();
  const second = await hold(other);
  await expect(field(second)).toHaveValue(WORDS);

  await answer(second, ASK, `${WORDS} now`);
  await answer(first, /^Tried/, 'Exported by hand');
  await expect(field(first)).toHaveValue(`${WORDS} now`);
  await expect(second.getByText('Exported by hand')).toBeVisible();
});

test.describe('with a profile of its own', () => {
  let profile: string;
  test.beforeEach(async () => {
    profile = await makeProfile();
  });
  test.afterEach(() => removeProfile(profile, true));

  async function start(): Promise<Baton> {
    const launched = await launchWithExtension({
      extensionDir: BUILDS.e2e.extension,
      headless: true,
      viewport: { width: 1400, height: 900 },
      userDataDir: profile,
    });
    const baton = batonOf(launched);
    await ready(baton);
    await baton.settings({ roster: ROSTER });
    return baton;
  }

  test('a browser that was closed and started again', async () => {
    const first = await start();
    await write(await first.newPage());
    await first.launched.close();
    const second = await start();
    await isThere(await second.newPage());
    await second.launched.close();
  });

  test('a browser that was killed right after "Saved"', async () => {
    const first = await start();
    const gone = new Promise((done) => first.context.once('close', done));
    const process = await browserProcess(first);
    await write(await first.newPage());
    kill(process);
    await gone;
    const second = await start();
    await isThere(await second.newPage());
    await second.launched.close();
  });
});

/** The browser's own process, by what the browser says of itself. */
async function browserProcess({ context }: Baton): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const own = processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('the browser names no process of its own');
  return own.id;
}

function kill(id: number): void {
  process.kill(id, 'SIGKILL');
}
