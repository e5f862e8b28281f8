// One browser for many tests. Before each Baton is installed anew, and after each it is removed, with all that it, the pages and
// the desks kept: the next one starts as in a new profile. A start of the browser costs as much processor time as a short test.

import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import {
  debuggerOf,
  ensureBrowser,
  installedIn,
  type Launched,
  loadOverPipe,
  type Started,
  type StartWith,
  startBrowser,
} from './browsers.ts';

/** Emptying takes a tenth of a second. A page that is closed while it goes to another one is at times never said to be gone. */
const EMPTIED_WITHIN_MS = 5_000;

interface Running extends Started {
  send: Awaited<ReturnType<typeof debuggerOf>>;
  /** The one page that stays, and that no test is given: without any the browser would end. */
  blank: Page;
  /** The debugger of that page: the browser's own knows no stores. */
  storage: CDPSession;
}

export class KeptBrowser {
  readonly #options: StartWith;
  #running: Promise<Running> | undefined;

  constructor(options: StartWith) {
    this.#options = options;
  }

  /** The browser with this extension just installed, started where it does not run. */
  async install(extensionDir: string): Promise<Launched> {
    const kept = this.#running !== undefined;
    this.#running ??= start(this.#options);
    const { context, browser } = await this.#running;
    const installed = await installedIn(context, await loadOverPipe(context, extensionDir));
    const worker = await installed.serviceWorker();
    // The process of the one before may live on without its words (lib/words/lost.ts).
    if (kept && !(await worker.evaluate(() => chrome.i18n.getMessage('extension_name')))) {
      await this.end();
      return this.install(extensionDir);
    }
    return { context, browser, ...installed, close: () => this.end() };
  }

  /** Nothing installed, nothing open, nothing stored. What cannot be emptied is ended, and the next test has a new one. */
  async empty(extensionId: string): Promise<void> {
    const running = await this.#running;
    if (!running) return;
    const emptying = emptyOut(running, extensionId).then(
      () => true,
      () => false,
    );
    const emptied = await Promise.race([emptying, sleep(EMPTIED_WITHIN_MS, false)]);
    if (!emptied) await this.end();
  }

  async end(): Promise<void> {
    const running = await this.#running?.catch(() => undefined);
    this.#running = undefined;
    await running?.close();
  }
}

async function start(options: StartWith): Promise<Running> {
  // Only what came over the pipe can be taken back over it.
  const browser = { ...(options.browser ?? (await ensureBrowser())), loading: 'pipe' as const };
  const started = await startBrowser({ ...options, browser });
  const { context } = started;
  const blank = context.pages()[0] ?? (await context.newPage());
  return { ...started, send: await debuggerOf(context), blank, storage: await context.newCDPSession(blank) };
}

/** Throws where something of the test is still there. */
async function emptyOut({ context, send, storage, blank }: Running, extensionId: string): Promise<void> {
  await Promise.all(context.pages().map((page) => (page === blank ? undefined : page.close())));
  await send('Extensions.uninstall', { id: extensionId });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearCookies();
  await context.clearPermissions();
  await storage.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  const { targetInfos } = (await send('Target.getTargets')) as { targetInfos: { type: string; url: string }[] };
  const left = targetInfos.filter(({ type, url }) => type === 'page' || url.includes(extensionId));
  if (left.length !== 1 || blank.url() !== 'about:blank')
    throw new Error(`still open: ${left.map(({ url }) => url).join(' ')}`);
}
