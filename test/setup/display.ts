// A display for a browser with a real window: Xvfb shows it, openbox gives it the focus, xdotool presses what a person would.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPackages, missingPackages, thisMachine } from './machine.ts';
import { run } from './run.ts';
import { Screen } from './screen.ts';

/** The programs, and the Debian packages that bring them. */
const TOOLS = { Xvfb: 'xvfb', openbox: 'openbox', xdotool: 'xdotool' };

/** How long the display may take to start, or what it shows to come to rest, in milliseconds. */
const WITHIN_MS = 20_000;
/** What it shows has come to rest when it stays the same for so long, in milliseconds. */
const REST_MS = 250;

/** The programs that are missing on this machine. */
export function missingTools(
  path = process.env.PATH ?? '',
  exists: (path: string) => boolean = existsSync,
): (keyof typeof TOOLS)[] {
  const folders = path.split(delimiter);
  const names = Object.keys(TOOLS) as (keyof typeof TOOLS)[];
  return names.filter((name) => !folders.some((folder) => exists(join(folder, name))));
}

/** Installs what is missing (Debian as root). Throws with what to do when that does not go. */
export async function ensureDisplay(say: (line: string) => void = console.log): Promise<void> {
  const machine = thisMachine();
  if (machine.debian && machine.root) {
    const missing = await missingPackages(Object.values(TOOLS));
    if (missing.length > 0) {
      say(`Installing ${missing.join(' ')} …`);
      await installPackages(missing);
    }
  }
  const missing = missingTools();
  if (missing.length > 0)
    throw new Error(
      `There is no ${missing.join(', no ')}, so nothing can be pressed in a real window. What to do, one of:\n` +
        `  install them (on Debian: apt-get install ${missing.map((name) => TOOLS[name]).join(' ')})\n` +
        '  set BATON_WITHOUT_WINDOW=1 to leave these tests out',
    );
}

export interface Display {
  /** What a program needs to show itself there. */
  env: { DISPLAY: string };
  /** What it shows now. */
  screen(): Promise<Screen>;
  /** What it shows, once that has come to rest. */
  rest(): Promise<Screen>;
  /** Keys by the names of X, one chord after the other: `Tab`, `alt+shift+h`. They go to the window that has the focus. */
  press(...chords: string[]): Promise<void>;
  /** Points there and clicks. */
  click(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a display of this size, with a number of its own. */
export async function startDisplay(width: number, height: number): Promise<Display> {
  await ensureDisplay();
  const folder = await mkdtemp(join(tmpdir(), 'baton-display-'));
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset', '-fbdir', folder],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const env = { DISPLAY: `:${await numberOf(server)}` };
  const desktop = spawn('openbox', ['--sm-disable'], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const end = () => {
    desktop.kill();
    server.kill();
  };
  process.once('exit', end);
  const screen = async () => new Screen(await readFile(join(folder, 'Xvfb_screen0')));
  const pressed = async (...args: string[]) => {
    const { code, output } = await run('xdotool', args, env);
    if (code !== 0) throw new Error(`xdotool ${args.join(' ')} failed: ${output.trim()}`);
  };
  return {
    env,
    screen,
    async rest() {
      const until = Date.now() + WITHIN_MS;
      for (let before = await screen(); Date.now() < until; ) {
        await sleep(REST_MS);
        const now = await screen();
        if (now.same(before)) return now;
        before = now;
      }
      throw new Error('what the display shows did not come to rest');
    },
    press: (...chords) => pressed('key', '--clearmodifiers', ...chords),
    click: (x, y) => pressed('mousemove', '--sync', String(x), String(y), 'click', '1'),
    async close() {
      process.off('exit', end);
      end();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Xvfb takes a number that is free, and says which once it can be used. */
async function numberOf(server: ChildProcess): Promise<string> {
  const told = server.stdio[3] as Readable;
  const number = new Promise<string>((done, failed) => {
    told.once('data', (text: Buffer) => done(String(text).trim()));
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
  });
  const late = sleep(WITHIN_MS).then(() => Promise.reject(new Error('Xvfb did not start')));
  return Promise.race([number, late]);
}
