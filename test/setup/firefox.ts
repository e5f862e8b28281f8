// Finding Firefox on this machine, and starting it with the extension, driven by Playwright over WebDriver BiDi.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, firefox, type Page } from 'playwright-core';
import { type Send, tabOf, withLine } from './bidi.ts';
import { installPackages, missingPackages, thisMachine } from './machine.ts';
import { makeProfile, removeProfile } from './profile.ts';

const DEBIAN_PACKAGES = ['firefox-esr', 'fonts-liberation', 'fonts-noto-core'];

/** The extension's own id, as its manifest has it, and the address that this profile gives its pages: a fixed one, so that tests can name it. */
const GECKO_ID = 'baton@baton.example';
const PAGES_HOST = '11111111-2222-4333-8444-555555555555';
const PAGES = `moz-extension://${PAGES_HOST}`;

/** Out: Firefox's program, or undefined where there is none. Throws when FIREFOX_PATH names no file. */
export function findFirefox(
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  if (env.FIREFOX_PATH) {
    if (!exists(env.FIREFOX_PATH))
      throw new Error(`FIREFOX_PATH names ${env.FIREFOX_PATH}, which is not there. Correct it, or unset it.`);
    return env.FIREFOX_PATH;
  }
  return [
    '/usr/bin/firefox-esr',
    '/usr/lib/firefox/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...(env.PROGRAMFILES ? [`${env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`] : []),
  ].find(exists);
}

/** Finds Firefox, or installs it (Debian as root). Throws with what to do when neither goes. */
export async function ensureFirefox(say: (line: string) => void = console.log): Promise<string> {
  const machine = thisMachine();
  if (machine.debian && machine.root && !process.env.FIREFOX_PATH) {
    const missing = await missingPackages(DEBIAN_PACKAGES);
    if (missing.length > 0) {
      say(`Installing ${missing.join(' ')} …`);
      await installPackages(missing);
    }
  }
  const found = findFirefox();
  if (found) return found;
  throw new Error(
    'Firefox was not found. What to do, one of:\n' +
      '  install Firefox 147 or later with this system’s own means (on Debian: apt-get install firefox-esr)\n' +
      '  name its program in FIREFOX_PATH\n' +
      '  set BATON_WITHOUT_FIREFOX=1 to leave its tests out',
  );
}

export interface LaunchedFirefox {
  context: BrowserContext;
  /** Beside what Playwright sends: any command of WebDriver BiDi. */
  send: Send;
  /** Runs in the browser's own window, where everything may be done. In: a function that uses nothing from outside itself. */
  inBrowser<T, A extends Plain[]>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Runs with the extension's own rights, in a tab of its own that runs nothing by itself. In: as above. */
  inExtension<T, A>(work: (arg: A) => T | Promise<T>, arg: A): Promise<T>;
  /** Opens a page of the extension in a tab of its own. */
  openOwn(path: string): Promise<Page>;
  /** Closes what `openOwn` opened: asked by Playwright to close, such a page does not answer. */
  closeOwn(): Promise<void>;
  /** The browser's own process. */
  process(): Promise<number>;
  /** Ends the browser and removes the temporary profile. May be called again. */
  close(): Promise<void>;
}

type Plain = string | number | boolean;

export interface LaunchFirefoxWith {
  extensionDir: string;
  /** Kept at the end when given; else a temporary one is made and removed. */
  userDataDir?: string;
  /** A home of its own: there it looks for what a company sets. */
  home?: string;
  /** Where its window is shown; without one it has none. */
  display?: { DISPLAY: string };
}

/** Starts Firefox with the unpacked extension, as a temporary add-on: its host permissions are granted by that. */
export async function launchFirefox(options: LaunchFirefoxWith): Promise<LaunchedFirefox> {
  if (!existsSync(join(options.extensionDir, 'manifest.json')))
    throw new Error(`${options.extensionDir} holds no built extension (no manifest.json). Build it first.`);
  const executablePath = await ensureFirefox();
  const profile = options.userDataDir ?? (await makeProfile());
  const { launched: context, send } = await withLine(() =>
    firefox.launchPersistentContext(profile, {
      channel: 'moz-firefox',
      executablePath,
      headless: !options.display,
      viewport: options.display ? null : { width: 1400, height: 900 },
      env: { ...process.env, ...(options.home ? { HOME: options.home } : {}), ...options.display },
      // Without it neither pages of an extension nor the browser's own window can be reached.
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: PAGES_HOST }),
        // Else what a temporary add-on stored goes with it, when the browser ends.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
      },
    }),
  );
  lines.set(context, send);
  let closing: Promise<void> | undefined;
  const end = async () => {
    await context.close().catch(() => {});
    if (!options.userDataDir) await removeProfile(profile, true);
  };
  const own: LaunchedFirefox = {
    context,
    send,
    inBrowser: (work, ...args) => inBrowser(send, work, args),
    inExtension: (work, arg) => inExtension(own, work, arg),
    openOwn: (path) => openOwn(own, path),
    closeOwn: () => own.inBrowser(closeTabs, PAGES, PICTURE),
    process: () => own.inBrowser(() => (globalThis as unknown as Browserish).Services.appinfo.processID),
    close: () => {
      closing ??= end();
      return closing;
    },
  };
  try {
    await send('webExtension.install', { extensionData: { type: 'path', path: options.extensionDir } });
    return own;
  } catch (error) {
    await own.close();
    throw error;
  }
}

const lines = new WeakMap<BrowserContext, Send>();

/** Presses these keys, one after the other, wherever the focus of this page is: in one command, where Playwright sends two for each key. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  const send = lines.get(page.context());
  if (!send) throw new Error('this page is not one of a Firefox that launchFirefox started');
  const actions = [...keys].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  await send('input.performActions', { context: tabOf(page), actions: [{ type: 'key', id: 'keys', actions }] });
}

interface Tree {
  contexts: { context: string; url: string }[];
}

interface Called {
  result?: { type: string; value?: string };
  exceptionDetails?: { text: string };
}

async function inBrowser<T, A extends Plain[]>(send: Send, work: (...args: A) => T | Promise<T>, args: A): Promise<T> {
  const { contexts } = await send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  return callIn(send, window?.context ?? '', `(args) => (${work})(...args)`, args);
}

/** Firefox lets nobody into a background page. A picture of ours in a tab has the same rights. */
const PICTURE = `${PAGES}/icons/16.png`;

async function inExtension<T, A>(own: LaunchedFirefox, work: (arg: A) => T | Promise<T>, arg: A): Promise<T> {
  const find = async () => {
    const { contexts } = await own.send<Tree>('browsingContext.getTree', { maxDepth: 0 });
    return contexts.find(({ url }) => url === PICTURE)?.context;
  };
  let tab = await find();
  if (!tab) await own.inBrowser(addTab, PICTURE);
  for (let tries = 0; !tab && tries < 200; tries++) {
    await sleep(50);
    tab = await find();
  }
  if (!tab) throw new Error('no page of the extension opened');
  return callIn(own.send, tab, `(arg) => (${work})(arg)`, arg);
}

/** In: where, a function as text, and its argument. Both ways as JSON. */
async function callIn<T>(send: Send, context: string, work: string, arg: unknown): Promise<T> {
  const { result, exceptionDetails } = await send<Called>('script.callFunction', {
    functionDeclaration: `async (text) => JSON.stringify([await (${work})(JSON.parse(text)[0])])`,
    arguments: [{ type: 'string', value: JSON.stringify([arg]) }],
    target: { context },
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(`in Firefox: ${exceptionDetails.text}`);
  return (JSON.parse(result?.value ?? '[]') as [T])[0];
}

/** Runs in the browser's own window: a navigation to such a page, done otherwise, is never reported as done. */
function addTab(url: string): void {
  const { gBrowser, Services } = globalThis as unknown as Browserish;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
}

/** Runs in the browser's own window: closes the tabs of these pages, but for one. */
function closeTabs(pages: string, but: string): void {
  const { Services } = globalThis as unknown as Browserish;
  for (const { gBrowser } of Services.wm.getEnumerator('navigator:browser'))
    for (const tab of [...gBrowser.tabs]) {
      const { spec } = tab.linkedBrowser.currentURI;
      if (spec.startsWith(pages) && spec !== but) gBrowser.removeTab(tab);
    }
}

async function openOwn({ context, inBrowser }: LaunchedFirefox, path: string): Promise<Page> {
  const before = context.pages();
  await inBrowser(addTab, `${PAGES}/${path}`);
  const arrived = (url: string) => location.href.startsWith(url) && document.readyState === 'complete';
  for (let tries = 0; tries < 200; tries++) {
    const page = context.pages().find((one) => !before.includes(one));
    const asked = page?.evaluate(arrived, PAGES).catch(() => false);
    if (page && (await Promise.race([asked, sleep(1000, false)]))) return page;
    await sleep(50);
  }
  throw new Error(`the page ${path} of the extension did not open`);
}

interface Tab {
  linkedBrowser: { currentURI: { spec: string } };
}

interface Browserish {
  gBrowser: { selectedTab: unknown; tabs: Tab[]; addTab(url: string, how: object): unknown; removeTab(tab: Tab): void };
  Services: {
    scriptSecurityManager: { getSystemPrincipal(): unknown };
    appinfo: { processID: number };
    wm: { getEnumerator(kind: string): Iterable<Browserish> };
  };
}
