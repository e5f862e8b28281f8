// Finding a browser on this machine, and starting it with the extension.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type LaunchOptions, type Worker } from 'playwright-core';
import { installPackages, missingPackages, thisMachine } from './machine.ts';
import { makeProfile, removeProfile } from './profile.ts';
import { runTool } from './run.ts';

/** How a browser takes an unpacked extension. Branded Chrome and Edge ignore the flag (Chrome since 137); they take it over the debugging pipe. */
export type Loading = 'flag' | 'pipe';

export interface FoundBrowser {
  path: string;
  loading: Loading;
  /** For people: which one, and why this one. */
  name: string;
}

const DEBIAN_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-noto-core', 'openssl'];

/** Chromium and Chrome for Testing first, then branded ones. Out: undefined where there is none. Throws when CHROME_PATH names no file. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): FoundBrowser | undefined {
  if (env.CHROME_PATH) {
    if (!exists(env.CHROME_PATH))
      throw new Error(`CHROME_PATH names ${env.CHROME_PATH}, which is not there. Correct it, or unset it.`);
    return {
      path: env.CHROME_PATH,
      loading: loadingOf(env.CHROME_PATH),
      name: `${env.CHROME_PATH} (named by CHROME_PATH)`,
    };
  }
  for (const { path, name } of [...freeBrowsers(), ...brandedBrowsers(env)]) {
    if (exists(path)) return { path, loading: loadingOf(path), name: `${name} (${path})` };
  }
  return undefined;
}

/** Finds a browser, or installs one: Playwright's Chromium, or on Debian as root the package. Throws with what to do when neither goes. */
export async function ensureBrowser(say: (line: string) => void = console.log): Promise<FoundBrowser> {
  ensured ??= await findOrInstall(say);
  return ensured;
}
/** Looked for once: asking Debian's package manager before every start costs more than a page. */
let ensured: FoundBrowser | undefined;

async function findOrInstall(say: (line: string) => void): Promise<FoundBrowser> {
  const machine = thisMachine();
  if (machine.debian && machine.root && !process.env.CHROME_PATH) {
    const missing = await missingPackages(DEBIAN_PACKAGES);
    // A browser of another kind will do; fonts are wanted in any case, or text is measured and drawn otherwise; a test's https server has its certificate made.
    const wanted = findBrowser() ? missing.filter((name) => name !== 'chromium') : missing;
    if (wanted.length > 0) {
      say(`Installing ${wanted.join(' ')} …`);
      await installPackages(wanted);
    }
  }
  const found = findBrowser();
  if (found) return found;

  say('No browser was found; trying Playwright’s own download of Chromium …');
  const { code, output } = await runTool('playwright', ['install', 'chromium']);
  const installed = code === 0 ? findBrowser() : undefined;
  if (installed) return installed;
  throw new Error(
    `No Chromium or Chrome was found, and Playwright could not download one:\n${output.trim().split('\n').slice(-5).join('\n')}\n` +
      'What to do, one of:\n' +
      '  install Chromium or Google Chrome with this system’s own means (on Debian: apt-get install chromium)\n' +
      '  name the browser’s program in CHROME_PATH\n' +
      '  npx playwright install chromium, where the network lets it',
  );
}

/** A browser that runs, in a profile of its own. */
export interface Started {
  context: BrowserContext;
  browser: FoundBrowser;
  /** Ends the browser and removes the temporary profile. May be called again. */
  close(): Promise<void>;
}

export interface Launched extends Started {
  extensionId: string;
  /** The running service worker. Ask anew each time: after a restart the old one is dead. */
  serviceWorker(): Promise<Worker>;
}

export interface StartWith {
  headless: boolean;
  /** Kept at the end when given; else a temporary one is made and removed. */
  userDataDir?: string;
  /** Default: the one found. */
  browser?: FoundBrowser;
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark';
  args?: string[];
  /** Beside this process's own: the display that it shall show itself on. */
  env?: Record<string, string>;
  /** The caller closes it on Ctrl+C. Else Playwright ends the browser and this process at once, and the profile stays. */
  leaveSignals?: boolean;
}

export interface LaunchWith extends StartWith {
  extensionDir: string;
}

/** Starts a browser with the unpacked extension in a profile of its own, and waits for its service worker. */
export async function launchWithExtension(options: LaunchWith): Promise<Launched> {
  const { extensionDir } = options;
  if (!existsSync(join(extensionDir, 'manifest.json')))
    throw new Error(`${extensionDir} holds no built extension (no manifest.json). Build it first: npm run build`);
  const started = await startBrowser(options, extensionDir);
  const { context, browser, close } = started;
  try {
    const loadedId = browser.loading === 'pipe' ? await loadOverPipe(context, extensionDir) : undefined;
    return { ...started, ...(await installedIn(context, loadedId)) };
  } catch (error) {
    await close();
    throw new Error(`${browser.name} started, but the extension did not: ${(error as Error).message}`);
  }
}

/** The extension in a browser that has it, once its service worker answers. In: its id, where that is known. */
export async function installedIn(
  context: BrowserContext,
  id?: string,
): Promise<Pick<Launched, 'extensionId' | 'serviceWorker'>> {
  const worker = await findWorker(context, id);
  const extensionId = new URL(worker.url()).host;
  return { extensionId, serviceWorker: () => findWorker(context, extensionId) };
}

/** Starts a browser. In: the unpacked extension that it shall bring by flag, where it takes one so. */
export async function startBrowser(options: StartWith, extensionDir = ''): Promise<Started> {
  const { headless } = options;
  const browser = options.browser ?? (await ensureBrowser());
  const profile = options.userDataDir ?? (await makeProfile());
  const dropProfile = async (stillEnding: boolean) => {
    if (!options.userDataDir) await removeProfile(profile, stillEnding);
  };

  const context = await chromium
    .launchPersistentContext(profile, {
      executablePath: browser.path,
      headless,
      viewport: options.viewport === undefined ? (headless ? { width: 1280, height: 800 } : null) : options.viewport,
      ...(options.env ? { env: { ...process.env, ...options.env } as Record<string, string> } : {}),
      ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
      ...(options.leaveSignals ? { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } : {}),
      ...launchFlags(browser.loading, extensionDir, headless, options.args ?? []),
    })
    .catch(async (error: Error) => {
      await dropProfile(true);
      throw new Error(`${browser.name} could not be started: ${error.message}`);
    });
  let closedByOthers = false;
  context.on('close', () => {
    closedByOthers = true;
  });
  let closing: Promise<void> | undefined;
  const end = async () => {
    const stillEnding = closedByOthers;
    await context.close().catch(() => {});
    await dropProfile(stillEnding);
  };
  const close = () => {
    closing ??= end();
    return closing;
  };
  return { context, browser, close };
}

function launchFlags(loading: Loading, extensionDir: string, headless: boolean, more: string[]): LaunchOptions {
  const args = ['--no-default-browser-check', '--disable-search-engine-choice-screen', ...more];
  const drop = ['--disable-extensions'];
  // A person shall see a browser like their own, without the bars about automation and the missing sandbox.
  if (!headless) drop.push('--enable-automation');
  const sandbox = !headless && process.platform === 'linux' && process.getuid?.() !== 0;
  return {
    ignoreDefaultArgs: drop,
    ...(sandbox ? { chromiumSandbox: true } : {}),
    args:
      loading === 'flag'
        ? [...args, `--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]
        : [...args, '--enable-unsafe-extension-debugging'],
  };
}

/** Installs an unpacked extension in a browser that runs, and gives its id. */
export async function loadOverPipe(context: BrowserContext, extensionDir: string): Promise<string> {
  const send = await debuggerOf(context);
  const { id } = (await send('Extensions.loadUnpacked', { path: extensionDir })) as { id: string };
  return id;
}

/** The browser's own debugger, also for commands that Playwright's types do not know yet. */
export async function debuggerOf(
  context: BrowserContext,
): Promise<(method: string, params?: object) => Promise<unknown>> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser gives no debugging session');
  return session.send.bind(session) as unknown as (method: string, params?: object) => Promise<unknown>;
}

/** The extension's live worker, awaited for 15 seconds. Ended ones stay in Playwright's list, and hang when asked: newest first, and only one that answers. */
async function findWorker(context: BrowserContext, extensionId = ''): Promise<Worker> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const ours = context
      .serviceWorkers()
      .filter((worker) => worker.url().startsWith(`chrome-extension://${extensionId}`));
    for (const worker of ours.reverse()) if (await answers(worker)) return worker;
    await sleep(50);
  }
  throw new Error('its service worker did not answer within 15 seconds');
}

async function answers(worker: Worker): Promise<boolean> {
  const asked = worker.evaluate(() => true).catch(() => false);
  return Promise.race([asked, sleep(1000, false)]);
}

function loadingOf(path: string): Loading {
  return /chromium|testing|ms-playwright|puppeteer/i.test(path) ? 'flag' : 'pipe';
}

function freeBrowsers(): { path: string; name: string }[] {
  return [
    { path: '/usr/bin/chromium', name: 'Chromium' },
    { path: '/usr/bin/chromium-browser', name: 'Chromium' },
    { path: '/Applications/Chromium.app/Contents/MacOS/Chromium', name: 'Chromium' },
    {
      path: '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      name: 'Chrome for Testing',
    },
    ...playwrightsOwn(),
  ];
}

/** Playwright's own browsers folder, wherever its settings put that. */
function playwrightsOwn(): { path: string; name: string }[] {
  try {
    return [{ path: chromium.executablePath(), name: 'Playwright’s Chromium' }];
  } catch {
    return []; // a system that Playwright has no browser for
  }
}

function brandedBrowsers(env: NodeJS.ProcessEnv): { path: string; name: string }[] {
  const onWindows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  return [
    { path: '/usr/bin/google-chrome-stable', name: 'Google Chrome' },
    { path: '/usr/bin/google-chrome', name: 'Google Chrome' },
    { path: '/opt/google/chrome/chrome', name: 'Google Chrome' },
    { path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', name: 'Google Chrome' },
    ...onWindows.map((folder) => ({
      path: `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      name: 'Google Chrome',
    })),
    { path: '/usr/bin/microsoft-edge-stable', name: 'Microsoft Edge' },
    { path: '/usr/bin/microsoft-edge', name: 'Microsoft Edge' },
    { path: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', name: 'Microsoft Edge' },
    ...onWindows.map((folder) => ({
      path: `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      name: 'Microsoft Edge',
    })),
  ];
}
