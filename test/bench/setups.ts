// The browsers that are measured side by side: with no extension, with Baton, and with a well-made neighbour.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type FoundBrowser, type Launched, launchWithExtension } from '../setup/browsers.ts';
import { thisMachine } from '../setup/machine.ts';
import { BUILDS, ROOT } from '../setup/places.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { untilRegistered } from '../setup/registered.ts';
import { run } from '../setup/run.ts';
import { buildFloor } from './floor.ts';

export interface Setup {
  name: 'no extension' | 'an empty extension' | 'Baton' | 'uBlock Origin';
  context: BrowserContext;
  browser: Browser;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export type BatonSetup = Setup & { launched: Launched };

/** Frames come as soon as they are drawn: else a screen's 16 ms hide what is measured. */
const ARGS = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];
const viewport = { width: 1400, height: 900 };

export async function withoutExtension(found: FoundBrowser): Promise<Setup> {
  // Playwright's own `--disable-extensions` stays: Debian's Chromium loads every extension that is installed as a package.
  return plain('no extension', found, { args: ARGS });
}

export async function withBaton(found: FoundBrowser): Promise<BatonSetup> {
  const launched = await launchWithExtension({
    extensionDir: BUILDS.e2e.extension,
    headless: true,
    browser: found,
    viewport,
    args: ARGS,
  });
  await untilRegistered(launched);
  const { context } = launched;
  return { name: 'Baton', launched, ...face(context), close: () => launched.close() };
}

/** The extension that does nothing. Its worker has started, as Baton's has. */
export async function withFloor(found: FoundBrowser): Promise<Setup> {
  const launched = await launchWithExtension({
    extensionDir: buildFloor(),
    headless: true,
    browser: found,
    viewport,
    args: ARGS,
  });
  return { name: 'an empty extension', ...face(launched.context), close: () => launched.close() };
}

/** The neighbour, or in words why there is none here. */
export async function withNeighbour(found: FoundBrowser): Promise<Setup | string> {
  const folder = await neighbourFolder();
  if ('why' in folder) return folder.why;
  const setup = await plain('uBlock Origin', found, {
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...ARGS, '--enable-unsafe-extension-debugging'],
  });
  try {
    const session = await setup.browser.newBrowserCDPSession();
    // Playwright's types do not know this command yet. Unlike the flag, it says why an extension was not taken.
    await (session.send as (method: string, params: object) => Promise<unknown>).call(
      session,
      'Extensions.loadUnpacked',
      { path: folder.path },
    );
    return setup;
  } catch (error) {
    await setup.close();
    return `Chromium ${setup.browser.version()} does not take Debian's uBlock Origin: ${reason(error as Error)}`;
  }
}

const reason = ({ message }: Error) => (message.split('): ').at(-1) ?? message).trim().replace(/\.$/, '');

async function plain(
  name: Setup['name'],
  found: FoundBrowser,
  more: { args: string[]; ignoreDefaultArgs?: string[] },
): Promise<Setup> {
  const profile = await makeProfile();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: true,
    viewport,
    ...more,
  });
  const close = async () => {
    await context.close();
    await removeProfile(profile, false);
  };
  return { name, ...face(context), close };
}

function face(context: BrowserContext): Pick<Setup, 'context' | 'browser' | 'newPage'> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gives no browser for this context');
  return { context, browser, newPage: () => context.newPage() };
}

const PACKAGE = 'webext-ublock-origin-chromium';
const IN_PACKAGE = 'usr/share/chromium/extensions/ublock-origin';

/** Unpacked beside the build and not installed: an installed package would be loaded by every Chromium of this machine from then on. */
async function neighbourFolder(): Promise<{ path: string } | { why: string }> {
  const kept = join(ROOT, '.output', 'bench', 'ublock');
  for (const folder of [kept, '/'])
    if (existsSync(join(folder, IN_PACKAGE, 'manifest.json'))) return { path: join(folder, IN_PACKAGE) };
  if (!thisMachine().debian)
    return { why: `uBlock Origin is taken from Debian (${PACKAGE}), and this is another system` };
  mkdirSync(kept, { recursive: true });
  const script = `cd '${kept}' && apt-get download ${PACKAGE} && dpkg-deb -x ${PACKAGE}_*.deb .`;
  const { code, output } = await run('sh', ['-c', script]);
  if (code === 0 && readdirSync(kept).includes('usr')) return { path: join(kept, IN_PACKAGE) };
  return { why: `Debian's uBlock Origin could not be fetched: ${output.trim().split('\n').at(-1)}` };
}
