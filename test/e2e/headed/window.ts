// Chromium with a real window, and a person at it: what they point at and press comes as events of the display, the browser's own prompt included.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchWithExtension } from '../../setup/browsers.ts';
import { type Display, startDisplay } from '../../setup/display.ts';
import { BUILDS } from '../../setup/places.ts';
import { makeProfile, removeProfile } from '../../setup/profile.ts';
import type { Box, Colour } from '../../setup/screen.ts';
import { welcomeOf } from '../granting.ts';
import { type Baton, batonOf, expect } from '../harness.ts';
import { isPopupOpen, shownPopup } from '../popup.ts';
import { test as base } from '../practice.ts';

const [WIDTH, HEIGHT] = [1280, 900];
/** Where tabs and toolbar stand, and a part of the tabs' strip that is empty. */
const TOP: Box = { x: 0, y: 0, width: WIDTH, height: 90 };
const EMPTY: Box = { x: 600, y: 4, width: 300, height: 28 };
/** The ground of Baton's icon. */
const BLUE: Colour = [0x2f, 0x4f, 0xb5];
/** As the key in the manifest makes it. */
export const EXTENSION_ID = 'jmchmdifimjjofdokbagkabaagliemof';

export interface Window {
  baton: Baton;
  /** The desk's page, the only one. */
  page: Page;
  display: Display;
  /** Presses Baton's icon in the toolbar. */
  pressIcon(): Promise<void>;
  /** Points at the button with these words in the popup, and presses it. The popup is then as the person has it: no debugger looks at it. */
  pressInPopup(words: string): Promise<void>;
  /** What the open popup says. */
  popupText(): Promise<string>;
  /** Looks at the window as it is before the browser asks something in it. */
  noteWindow(): Promise<void>;
  /** The browser's prompt is there, and waits. */
  promptShown(): Promise<void>;
  /** Answers the prompt by keys, and waits until it is gone. */
  answer(how: 'Allow' | 'Deny'): Promise<void>;
  /** Ends Baton's worker, as the browser does half a minute after anything. */
  endWorker(): Promise<void>;
  /** Keeps what the screen shows, once that has come to rest, with the test's results. */
  picture(name: string): Promise<void>;
}

export const test = base.extend<{ scheme: 'light' | 'dark'; flags: string[]; window: Window }, { display: Display }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const display = await startDisplay(WIDTH, HEIGHT);
      await use(display);
      await display.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  scheme: ['light', { option: true }],
  flags: [[], { option: true }],
  window: async ({ display, scheme, flags }, use, info) => {
    const profile = await makeProfile();
    await pin(profile);
    const baton = batonOf(
      await launchWithExtension({
        extensionDir: BUILDS.chromium.extension,
        headless: false,
        userDataDir: profile,
        env: display.env,
        colorScheme: scheme,
        args: [
          `--window-size=${WIDTH},${HEIGHT}`,
          '--window-position=0,0',
          // Else a bar about the missing sandbox lies over the page: these run as root.
          '--test-type',
          ...(scheme === 'dark' ? ['--force-dark-mode'] : []),
          ...flags,
        ],
      }),
    );
    const page = await baton.newPage();
    await (await welcomeOf(baton)).close();
    for (const other of baton.context.pages()) if (other !== page) await other.close();
    await use(
      windowOf(baton, page, display, async (name) => {
        await info.attach(name, { body: (await display.rest()).png(), contentType: 'image/png' });
      }),
    );
    if (info.status !== info.expectedStatus)
      await info.attach('the screen at the end', { body: (await display.screen()).png(), contentType: 'image/png' });
    await baton.launched.close();
    await removeProfile(profile, true);
  },
});

/** Baton's icon stands in the toolbar, as people put it there. */
async function pin(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { extensions: { pinned_extensions: [EXTENSION_ID] } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

function windowOf(baton: Baton, page: Page, display: Display, picture: Window['picture']): Window {
  const { context } = baton;
  /** How bright the window is while no prompt darkens it. */
  let plain = 0;
  const dark = async () => (await display.screen()).brightness(EMPTY) < plain * 0.8;
  const noteWindow = async () => {
    plain = (await display.rest()).brightness(EMPTY);
  };
  return {
    baton,
    page,
    display,
    picture,
    noteWindow,
    async pressIcon() {
      const icon = async () => (await display.screen()).find(BLUE, TOP);
      await expect.poll(icon, { message: 'Baton’s icon in the toolbar' }).toBeDefined();
      const { x, y } = (await icon()) ?? { x: 0, y: 0 };
      await display.click(x, y);
      await expect.poll(() => isPopupOpen(context), { message: 'the popup' }).toBe(true);
    },
    async popupText() {
      const popup = await shownPopup(context);
      const text = await popup.text();
      await popup.letGo();
      return text;
    },
    async pressInPopup(words) {
      const popup = await shownPopup(context);
      await expect.poll(() => popup.place(words), { message: `a button "${words}" in the popup` }).toBeDefined();
      // It grows while it loads.
      await noteWindow();
      const { x, y } = (await popup.place(words)) ?? { x: 0, y: 0 };
      await popup.letGo();
      await display.click(x, y);
    },
    async promptShown() {
      await expect.poll(dark, { message: 'the browser’s prompt', timeout: 20_000 }).toBe(true);
      await display.rest();
    },
    async answer(how) {
      // It has the focus, and in it the button that refuses.
      if (how === 'Allow') {
        await display.press('Tab');
        await display.rest();
      }
      await display.press('Return');
      await expect.poll(dark, { message: 'the prompt is gone' }).toBe(false);
    },
    async endWorker() {
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await expect.poll(() => workers(baton), { message: 'the worker has ended' }).toBe(0);
      await session.detach();
    },
  };
}

async function workers({ context }: Baton): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const filter = [{ type: 'service_worker', exclude: false }];
  const { targetInfos } = (await session?.send('Target.getTargets', { filter })) ?? { targetInfos: [] };
  await session?.detach();
  return targetInfos.filter(({ url }) => url.includes(EXTENSION_ID)).length;
}
