// What `npm run bench` runs: Baton beside no extension and beside a neighbour, in one run, against the budgets of the design (section 9).
//   npm run bench -- [--only typing,panel]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPracticeDesk } from '../desks/practice/server.ts';
import { ensureBrowser } from '../setup/browsers.ts';
import { ensureBuild } from '../setup/build.ts';
import { PRACTICE_PORT, ROOT } from '../setup/places.ts';
import { measureBesideFloor } from './beside-floor.ts';
import { measureBodies } from './bodies.ts';
import { measureReaders, measureSlices } from './capture.ts';
import { type Figure, line, table } from './figures.ts';
import { measureLoad } from './load.ts';
import { measureMemory } from './memory.ts';
import { measurePanel } from './panel.ts';
import { measurePopup } from './popup.ts';
import { measureDelay, measureVerdict } from './requests.ts';
import type { Bench, Measured } from './run-parts.ts';
import { withBaton, withFloor, withNeighbour, withoutExtension } from './setups.ts';
import { measureTyping } from './typing.ts';

const RESULT = join(ROOT, '.output', 'bench.json');
const WIDTH = 68;

/** Each is given its browsers anew, so that what one leaves behind is not measured by the next. */
const PARTS: Record<string, (bench: Bench) => Promise<Measured>> = {
  typing: measureTyping,
  loading: measureLoad,
  floor: measureBesideFloor,
  requests: measureDelay,
  verdicts: measureVerdict,
  bodies: measureBodies,
  capture: measureReaders,
  slices: measureSlices,
  panel: measurePanel,
  popup: measurePopup,
  memory: measureMemory,
};

function wanted(args: readonly string[]): string[] {
  const names = Object.keys(PARTS);
  if (args.length === 0) return names;
  const chosen = args[0] === '--only' && args.length === 2 ? (args[1] ?? '').split(',') : [];
  if (chosen.length === 0 || chosen.some((name) => !names.includes(name)))
    throw new Error(`npm run bench takes: --only ${names.join(',')} (or some of them)`);
  return names.filter((name) => chosen.includes(name));
}

function print({ title, head, rows, notes = [], figures }: Measured, seconds: number): void {
  console.log(`\n${title}  [${seconds.toFixed(0)} s]`);
  if (head && rows) console.log(`${table(head, rows)}\n`);
  for (const note of notes) console.log(`  (${note})`);
  for (const one of figures) console.log(line(one, WIDTH));
}

async function main(args: readonly string[]): Promise<number> {
  const parts = wanted(args);
  const began = performance.now();
  for (const name of ['chromium', 'e2e'] as const)
    if ((await ensureBuild(name)) === 'built') console.log(`Built the extension (${name}).`);
  const found = await ensureBrowser();
  const figures: Figure[] = [];
  const failed: string[] = [];

  // Asked once: it is the same for every part.
  const neighbour = await withNeighbour(found);
  const noNeighbour = typeof neighbour === 'string' ? neighbour : '';
  if (typeof neighbour !== 'string') await neighbour.close();
  console.log(`Browser: ${found.name}`);
  console.log(
    noNeighbour ? `Beside no extension only: ${noNeighbour}.` : 'Beside no extension, and beside uBlock Origin.',
  );

  for (const name of parts) {
    const start = performance.now();
    try {
      const measured = await inBrowsers(found, noNeighbour === '', PARTS[name] as (bench: Bench) => Promise<Measured>);
      print(measured, (performance.now() - start) / 1000);
      figures.push(...measured.figures);
    } catch (error) {
      // What could not be measured has not kept its budget.
      console.log(`\n${name} could not be measured: ${(error as Error).stack}`);
      failed.push(name);
    }
  }

  mkdirSync(join(ROOT, '.output'), { recursive: true });
  writeFileSync(RESULT, `${JSON.stringify(figures, null, 2)}\n`);
  const held = figures.filter(({ budget }) => budget !== null);
  const broken = held.filter(({ ok }) => !ok);
  console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all; all figures are in ${RESULT}`);
  for (const one of broken) console.log(line(one, WIDTH));
  if (failed.length > 0) console.log(`Not measured: ${failed.join(', ')}`);
  console.log(`${held.length - broken.length} of ${held.length} budgets kept`);
  return broken.length + failed.length > 0 ? 1 : 0;
}

type Found = Parameters<typeof withBaton>[0];

async function inBrowsers(
  found: Found,
  neighbours: boolean,
  part: (bench: Bench) => Promise<Measured>,
): Promise<Measured> {
  const desk = await startPracticeDesk({ port: PRACTICE_PORT.e2e[0] });
  const ends: (() => Promise<void>)[] = [() => desk.close()];
  const opened = <T extends { close(): Promise<void> }>(one: T): T => {
    ends.push(() => one.close());
    return one;
  };
  try {
    const none = opened(await withoutExtension(found));
    const baton = opened(await withBaton(found));
    const beside = neighbours ? await withNeighbour(found) : '';
    const setups = [none, baton, ...(typeof beside === 'string' ? [] : [opened(beside)])];
    return await part({
      desk,
      setups,
      none,
      baton,
      another: async () => opened(await withBaton(found)),
      floor: async () => opened(await withFloor(found)),
    });
  } finally {
    for (const end of ends.reverse()) await end().catch(() => undefined);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 2;
}
