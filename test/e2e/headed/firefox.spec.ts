// The first minute in Firefox, in a real window: the keys that open Baton, the popup, the browser's own prompt, and what comes of it.
import { test as base } from '@playwright/test';
import { ensureBuild } from '../../setup/build.ts';
import { type Display, startDisplay } from '../../setup/display.ts';
import { type LaunchedFirefox, launchFirefox } from '../../setup/firefox.ts';
import { BUILDS } from '../../setup/places.ts';
import type { Colour } from '../../setup/screen.ts';
import { endBackground } from '../firefox/harness.ts';
import { expect, open, PRACTICE_URL, panelOf, practiceDesk, resetDesk, saveToEngineering } from '../practice.ts';

/** The ground of the popup's main button. */
const TEAL: Colour = [0x10, 0x5f, 0x67];
const HOST = 'http://127.0.0.1/*';

let display: Display;
let firefox: LaunchedFirefox;

base.beforeAll(async () => {
  await ensureBuild('firefox');
});
base.beforeEach(async () => {
  await resetDesk();
  display = await startDisplay(1280, 900);
  firefox = await launchFirefox({ extensionDir: BUILDS.firefox.extension, display: display.env });
});
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
base.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await picture('the screen at the end');
  await firefox.close();
  await display.close();
});

const picture = async (name: string) =>
  base.info().attach(name, { body: (await display.screen()).png(), contentType: 'image/png' });

/** What of the browser's own window matters here; places are those on the screen. */
interface Chrome {
  popup: { x: number; y: number } | null;
  prompt: { allow: Place; deny: Place } | null;
  background: string;
}
type Place = { x: number; y: number };

const chrome = (): Promise<Chrome> =>
  firefox.inBrowser(() => {
    const { Services, WebExtensionPolicy } = globalThis as unknown as Inside;
    const { document, PopupNotifications } = Services.wm.getMostRecentWindow('navigator:browser');
    const middle = ({ screenX, screenY, clientWidth, clientHeight }: Part) => ({
      x: screenX + clientWidth / 2,
      y: screenY + clientHeight / 2,
    });
    const popup = document.querySelector('.webextension-popup-browser');
    const asked = PopupNotifications.isPanelOpen && document.querySelector('#addon-webext-permissions-notification');
    return {
      popup: popup?.closest('panel')?.state === 'open' ? { x: popup.screenX, y: popup.screenY } : null,
      prompt: asked ? { allow: middle(asked.button), deny: middle(asked.secondaryButton) } : null,
      background: WebExtensionPolicy.getByID('baton@baton.example').extension.backgroundState,
    };
  });

/** From the page of a desk to the prompt: by keys, and by the popup's button. */
async function ask(): Promise<void> {
  await endBackground({ firefox });
  await display.press('alt+shift+k');
  await expect.poll(async () => (await chrome()).popup, { message: 'the popup' }).not.toBeNull();
  const { popup } = await chrome();
  const within = { x: popup?.x ?? 0, y: popup?.y ?? 0, width: 380, height: 250 };
  const button = async () => (await display.rest()).find(TEAL, within);
  await expect.poll(button, { message: 'the button of the popup' }).toBeDefined();
  await picture('1 the popup');
  const { x, y } = (await button()) ?? { x: 0, y: 0 };
  await display.click(x, y);
  await expect.poll(async () => (await chrome()).prompt, { message: 'the prompt' }).not.toBeNull();
  await display.rest();
  await picture('2 the prompt');
}

/** Presses a button of the prompt: again, where Firefox takes no press yet because it has only just shown it. */
async function answer(which: 'allow' | 'deny'): Promise<void> {
  await endBackground({ firefox });
  await expect
    .poll(async () => {
      const { prompt } = await chrome();
      if (prompt) await display.click(Math.round(prompt[which].x), Math.round(prompt[which].y));
      return prompt;
    })
    .toBeNull();
}

/** What Baton has stored, and what the browser allows it. */
const state = () =>
  firefox.inExtension(async () => {
    const stored = await globalThis.chrome.storage.local.get(null);
    const { origins = [] } = await globalThis.chrome.permissions.getAll();
    const scripts = await globalThis.chrome.scripting.getRegisteredContentScripts();
    return {
      desks: (stored['settings'] as { desks: unknown[] } | undefined)?.desks ?? [],
      wishes: Object.keys(stored).filter((key) => key.startsWith('wish')),
      origins,
      scripts: scripts.length,
    };
  }, undefined);

async function deskInFront() {
  const page = await firefox.context.newPage();
  await open(page, '/case/1');
  await firefox.inBrowser((url) => {
    const { gBrowser } = (globalThis as unknown as Inside).Services.wm.getMostRecentWindow('navigator:browser');
    for (const tab of gBrowser.tabs) if (tab.linkedBrowser.currentURI.spec.startsWith(url)) gBrowser.selectedTab = tab;
  }, PRACTICE_URL);
  await display.rest();
  return page;
}

base('allowed while Baton’s background sleeps: the desk is on, and the next handoff is held', async () => {
  const page = await deskInFront();
  await ask();
  await answer('allow');
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await picture('3 the page says so');
  await saveToEngineering(page);
  await panelOf(page);
  expect(await practiceDesk.writes()).toEqual([]);
  expect(await state()).toEqual({
    desks: [{ origin: PRACTICE_URL, site: 'practice' }],
    wishes: [],
    origins: [HOST],
    scripts: 2,
  });
});

base('refused: nothing is on, and nothing is remembered', async () => {
  const page = await deskInFront();
  await ask();
  await answer('deny');
  await expect.poll(state).toEqual({ desks: [], wishes: [], origins: [], scripts: 0 });
  await page.reload();
  await saveToEngineering(page);
  await page.waitForSelector('#flash');
  expect(await practiceDesk.writes()).toHaveLength(1);
});

interface Part {
  screenX: number;
  screenY: number;
  clientWidth: number;
  clientHeight: number;
}
interface Inside {
  WebExtensionPolicy: { getByID(id: string): { extension: { backgroundState: string } } };
  Services: {
    wm: {
      getMostRecentWindow(kind: string): {
        gBrowser: { tabs: Iterable<{ linkedBrowser: { currentURI: { spec: string } } }>; selectedTab: unknown };
        PopupNotifications: { isPanelOpen: boolean };
        document: {
          querySelector(
            css: '.webextension-popup-browser',
          ): (Part & { closest(css: string): { state: string } }) | null;
          querySelector(css: string): { button: Part; secondaryButton: Part } | null;
        };
      };
    };
  };
}
