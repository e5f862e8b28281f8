// What the tests in Firefox start from: one Firefox for all of them, with Baton as it ships, emptied before each test.
import { setTimeout as sleep } from 'node:timers/promises';
import { test as base, type Page } from '@playwright/test';
import { type LaunchedFirefox, launchFirefox } from '../../setup/firefox.ts';
import { BUILDS } from '../../setup/places.ts';
import { type Baton, type Desk, expect, practiceDesk, ROSTER, recordsOf, resetDesk } from '../practice.ts';

/** The same as in Chromium, and the browser as it was launched. */
export interface FirefoxBaton extends Omit<Baton, 'launched'> {
  firefox: LaunchedFirefox;
}

/** Emptying takes a second or two. A browser that takes longer is ended, and the test has a new one. */
const EMPTIED_WITHIN_MS = 20_000;

export const test = base.extend<{ baton: FirefoxBaton; page: Page; desk: Desk }, { shared: { baton: FirefoxBaton } }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const shared = { baton: await startBaton() };
      await use(shared);
      await shared.baton.firefox.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baton: async ({ shared }, use) => {
    const emptying = empty(shared.baton).then(
      () => true,
      () => false,
    );
    const emptied = await Promise.race([emptying, sleep(EMPTIED_WITHIN_MS, false)]);
    if (!emptied) {
      // Seen after a page was printed: it never says that it is closed.
      await Promise.race([shared.baton.firefox.close(), sleep(EMPTIED_WITHIN_MS)]);
      shared.baton = await startBaton();
    }
    await use(shared.baton);
  },
  page: async ({ baton }, use) => {
    await use(await baton.newPage());
  },
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      await resetDesk();
      await use(practiceDesk);
    },
    { auto: true },
  ],
});

/** A Firefox with Baton, once its scripts are registered. In: the profile to use, for what must outlive the browser; a home, for what a company sets. */
export async function startBaton(userDataDir?: string, home?: string): Promise<FirefoxBaton> {
  const extensionDir = BUILDS.firefoxE2e.extension;
  const firefox = await launchFirefox({
    extensionDir,
    ...(userDataDir ? { userDataDir } : {}),
    ...(home ? { home } : {}),
  });
  const baton = batonOf(firefox);
  await registered(baton);
  await baton.settings({ roster: ROSTER });
  return baton;
}

/** From then on every page that loads has a gate. */
export async function registered(baton: Pick<Baton, 'inWorker'>): Promise<void> {
  const scripts = () => baton.inWorker(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(scripts).toBeGreaterThan(1);
}

function batonOf(firefox: LaunchedFirefox): FirefoxBaton {
  const { context } = firefox;
  const inWorker: Baton['inWorker'] = (work, arg) => firefox.inExtension(work as never, arg as never);
  return { firefox, context, newPage: () => context.newPage(), inWorker, ...recordsOf(inWorker) };
}

/** Ends Baton's event page, as the browser does with an idle one. The next message starts it again. */
export async function endBackground({ firefox }: Pick<FirefoxBaton, 'firefox'>): Promise<void> {
  await firefox.inBrowser(async () => {
    const { WebExtensionPolicy } = globalThis as unknown as Inside;
    const how = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
    await WebExtensionPolicy.getByID('baton@baton.example').extension.terminateBackground(how);
  });
}

/** Loads the extension anew, as an update does. */
export async function reload(baton: FirefoxBaton): Promise<void> {
  await baton.firefox.inBrowser(async () => {
    const { AddonManager } = (globalThis as unknown as Inside).ChromeUtils.importESModule(
      'resource://gre/modules/AddonManager.sys.mjs',
    );
    await (await AddonManager.getAddonByID('baton@baton.example')).reload();
  });
  await registered(baton);
}

/** Takes Baton out of the browser. */
export async function remove({ firefox }: FirefoxBaton): Promise<void> {
  await firefox.inBrowser(async () => {
    const { AddonManager } = (globalThis as unknown as Inside).ChromeUtils.importESModule(
      'resource://gre/modules/AddonManager.sys.mjs',
    );
    await (await AddonManager.getAddonByID('baton@baton.example')).uninstall();
  });
}

interface Addon {
  reload(): Promise<void>;
  uninstall(): Promise<void>;
}

interface Inside {
  WebExtensionPolicy: { getByID(id: string): { extension: { terminateBackground(how: object): Promise<void> } } };
  ChromeUtils: {
    importESModule(name: string): { AddonManager: { getAddonByID(id: string): Promise<Addon> } };
  };
}

/** Brings Baton back to its first day: no pages, no memory, nothing on record. */
async function empty(baton: FirefoxBaton): Promise<void> {
  // Its own page comes first: with no page left, the browser would end.
  await baton.inWorker(() => undefined);
  const pages = baton.context.pages().filter((page) => !page.url().startsWith('moz-extension:'));
  await Promise.all(pages.map((page) => page.close()));
  await baton.firefox.closeOwn();
  await baton.context.clearCookies();
  await endBackground(baton);
  await baton.inWorker(async (roster) => {
    const { settings } = (await chrome.storage.local.get('settings')) as { settings: { desks: unknown } };
    await chrome.storage.session.clear();
    await chrome.storage.local.set({ settings: { desks: settings.desks, roster } });
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open('baton');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const names = [...opening.result.objectStoreNames];
        const all = opening.result.transaction(names, 'readwrite');
        for (const name of names) all.objectStore(name).clear();
        all.oncomplete = () => {
          opening.result.close();
          done();
        };
        all.onerror = () => failed(all.error);
      };
    });
  }, ROSTER);
}
