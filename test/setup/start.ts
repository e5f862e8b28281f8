// What `npm start` runs: the practice desk, and a browser with Baton on it. Without a display, or with --walk, it walks the story by itself.
import { setTimeout as sleep } from 'node:timers/promises';
import { startPracticeDesk } from '../desks/practice/server.ts';
import { ensureBrowser, type Launched, launchWithExtension } from './browsers.ts';
import { ensureBuild } from './build.ts';
import { BUILDS, PRACTICE_PORT, WALK_PICTURES } from './places.ts';
import { untilRegistered } from './registered.ts';
import { walk } from './walk.ts';

/** In: the platform and its environment. On other systems than Linux a display is taken for granted. */
function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

async function main(args: string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== '--walk');
  if (unknown.length > 0)
    throw new Error(
      `npm start does not know "${unknown.join(' ')}". It takes --walk: the story walked by itself, with pictures.`,
    );
  const display = hasDisplay(process.platform, process.env);
  const walking = args.includes('--walk') || !display;

  if ((await ensureBuild('start')) === 'built') console.log('Built the extension.');
  const browser = await ensureBrowser();
  const desk = await startPracticeDesk({ port: PRACTICE_PORT.start });
  try {
    console.log(
      `Practice desk: ${desk.url}\nBrowser: ${browser.name}, with a profile of its own that is removed at the end`,
    );
    const launched = await launchWithExtension({
      extensionDir: BUILDS.start.extension,
      headless: walking,
      browser,
      leaveSignals: true,
    });
    // `on`, not `once`: npm hands Ctrl+C on a second time, which must not end this half-way.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void launched.close());
    try {
      await untilRegistered(launched);
      if (walking) await walkAlone(launched, desk.url, display);
      else await letPersonTry(launched, desk.url);
    } finally {
      await launched.close();
    }
  } finally {
    await desk.close();
  }
}

async function walkAlone({ context, extensionId }: Launched, deskUrl: string, display: boolean): Promise<void> {
  if (!display) console.log('There is no display here, so Baton walks the story by itself:');
  await walk({ context, extensionId, deskUrl, pictures: WALK_PICTURES });
  console.log(`Done. The pictures are in ${WALK_PICTURES}`);
}

async function letPersonTry({ context }: Launched, deskUrl: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${deskUrl}/case/1`);
  // Baton opens its welcome beside it, as on any machine where it is new: once that is there, the case comes in front.
  const welcomed = () => context.pages().some((one) => one.url().endsWith('/welcome.html'));
  for (let tries = 0; tries < 100 && !welcomed(); tries += 1) await sleep(50);
  await page.bringToFront();
  console.log(
    '\nThe browser shows a case on the practice desk. Hand it over (choose another team, then save) and see what Baton asks for.\n' +
      'In the tab beside it is the welcome that people meet first; it ends on this desk.\n' +
      'Close the browser, or press Ctrl+C here, to end.',
  );
  // Closing the last window leaves the browser itself running on a Mac: that ends it too.
  await new Promise<void>((resolve) => {
    const endWhenEmpty = () => context.pages().length === 0 && resolve();
    const watch = (opened: typeof page) => opened.on('close', endWhenEmpty);
    context.pages().forEach(watch);
    context.on('page', watch);
    context.on('close', () => resolve());
  });
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
