// What can go wrong, as data: how each fault is made to strike in the real browser, and how a person comes back from it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Baton, expect, panelOf, ready } from '../practice.ts';
import { clockAhead, clockBack } from './clock.ts';
import { breakReads, fill, free, mend } from './database.ts';
import { refusals } from './refusals.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

export interface Fault {
  name: string;
  /** Before the person begins. */
  prepare?(world: World, step: Step): Promise<void>;
  /** Once the page is open, and once its checklist is shown. */
  opened?(world: World): Promise<void>;
  shown?(world: World): Promise<void>;
  strike(world: World, step: Step): Promise<void>;
  /** What the person or time does about it: frees the disk, reloads the page, starts the browser again. */
  recover(world: World, step: Step): Promise<void>;
  /** The page lives on: all that was typed must be kept in the end, not only what was marked or a second old. */
  pageLives?: true;
  twoTabs?: true;
  /** The steps at which it cannot strike. */
  notAt?: readonly string[];
  /** What the desk's next write meets at a step where it is on its way; a slow answer where nothing is named. */
  meets?(world: World, step: string): Promise<void>;
  /** The desk itself says no: no other save fails, and the record may say so of no other. */
  refuses?: true;
}

/** So long a disk stays full and a network away: the panel has said so and tried again. */
const LASTS = 600;

export const faults: readonly Fault[] = [
  {
    name: 'worker killed',
    pageLives: true,
    async strike({ baton, page }) {
      const session = await baton.context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    // Nothing: whoever needs the worker wakes it.
    async recover() {},
  },
  {
    name: 'tab crashed',
    async strike({ baton, page }) {
      const session = await baton.context.newCDPSession(page);
      await session.send('Inspector.enable');
      // Either may miss it: the browser tells whoever it reaches first.
      const crashed = Promise.race([
        page.waitForEvent('crash'),
        new Promise((told) => session.once('Inspector.targetCrashed', told)),
      ]);
      void session.send('Page.crash').catch(() => undefined);
      await crashed;
    },
    async recover(world) {
      await closeCrashed(world.baton);
      await newTab(world);
    },
  },
  {
    name: 'browser killed',
    strike: ({ machine }) => machine.kill(),
    async recover(world) {
      await world.machine.launch();
      await newTab(world);
    },
  },
  {
    name: 'quota full',
    pageLives: true,
    strike: ({ baton }) => fill(baton),
    async recover({ baton }) {
      await sleep(LASTS);
      await mend(baton);
    },
  },
  {
    name: 'read error',
    pageLives: true,
    strike: ({ baton }) => breakReads(baton),
    async recover({ baton }) {
      await sleep(LASTS);
      await mend(baton);
    },
  },
  {
    name: 'clock set back',
    pageLives: true,
    opened: clockAhead,
    shown: clockAhead,
    strike: clockBack,
    async recover() {},
  },
  {
    name: 'extension reloaded',
    prepare: ({ machine }) => machine.allowReload(),
    async strike({ baton }) {
      const worker = await baton.launched.serviceWorker();
      await worker.evaluate(() => Object.assign(globalThis, { firstLife: true }));
      await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
      const inFirstLife = async () =>
        (await baton.launched.serviceWorker()).evaluate(() => 'firstLife' in globalThis).catch(() => true);
      await expect.poll(inFirstLife).toBe(false);
      await ready(baton);
    },
    async recover(world) {
      // The old scripts let go within a second, and only then the person reloads.
      await sleep(1_000);
      const waits = await world.door.waits(world.page).catch(() => false);
      if (waits && (await world.requests()).length === 0)
        world.stuck.push('a request is still held a second after the extension was reloaded');
      await world.go(world.door.startPath);
      world.panel = undefined;
    },
  },
  {
    name: 'network gone',
    pageLives: true,
    async prepare(world, { name }) {
      if (name === 'answered') await loseAnswer(world);
    },
    meets: ({ desk }, step) => desk.fault(step === 'sending' ? 'drop' : 'slow'),
    strike: async ({ baton }) => {
      await baton.context.setOffline(true);
    },
    async recover({ baton }) {
      await sleep(LASTS);
      await baton.context.setOffline(false);
    },
  },
  {
    name: 'two tabs typing',
    pageLives: true,
    twoTabs: true,
    async opened(world) {
      const page = await newWindow(world.baton);
      await page.goto(world.address(world.door.startPath));
      await world.door.act(page);
      const panel = await panelOf(page);
      world.other = { page, panel };
      await world.field(panel).click();
    },
    async strike(world, { meanwhile, pressed }) {
      const { page, panel } = world.other as NonNullable<World['other']>;
      const { second } = world.door;
      if (pressed) {
        await free(world.baton);
        // What is on its way from one tab is nothing to write in or to send in another.
        await expect(panel.getByRole('textbox')).toHaveCount(0);
        return;
      }
      // At the same time in another field; in the same one after the time that a person takes from one tab to the other.
      if (!meanwhile) await sleep(400);
      await free(world.baton);
      const field = meanwhile ? panel.getByRole('textbox', { name: second.field }) : world.field(panel);
      await field.click();
      await field.press('End');
      await world.type('once more', page, panel, meanwhile ? second.criterion : world.door.criterion);
    },
    async recover() {},
  },
  ...refusals,
];

/** The person closes the tab that is gone and opens the page in a new one. */
/** A crashed page answers no wish to be closed: the browser itself closes its tab. */
async function closeCrashed({ context }: Baton): Promise<void> {
  const browser = await context.browser()?.newBrowserCDPSession();
  const { targetInfos } = (await browser?.send('Target.getTargets')) ?? { targetInfos: [] };
  for (const { targetId, type, url } of targetInfos)
    if (type === 'page' && url.startsWith('http')) await browser?.send('Target.closeTarget', { targetId });
  await expect.poll(() => context.pages().filter((page) => page.url().startsWith('http')).length).toBe(0);
  await browser?.detach();
}

async function newTab(world: World): Promise<void> {
  for (const page of world.baton.context.pages())
    if (page.url().startsWith('http')) await page.close().catch(() => undefined);
  world.panel = undefined;
  world.other = undefined;
  await world.openStart();
}

/** A page in a window of its own: a tab behind another is drawn too seldom to be typed in. */
async function newWindow({ context }: Baton): Promise<Page> {
  const session = await context.browser()?.newBrowserCDPSession();
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    session?.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
  ]);
  return page;
}

/** The desk writes, and its answer gets lost on the way back. */
async function loseAnswer(world: World): Promise<void> {
  const { baton, door } = world;
  let lost = false;
  await baton.context.route(world.address(door.path), async (route) => {
    if (lost || route.request().method() !== door.method) return route.continue();
    lost = true;
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
}
