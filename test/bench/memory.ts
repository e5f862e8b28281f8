// Memory that Baton adds to a page's process: on a page that shows no case, and on a case with the panel open.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median } from './figures.ts';
import { type Bench, type Measured, sideBySide } from './run-parts.ts';
import type { Setup } from './setups.ts';

const ROUNDS = 5;
const MB = 1024 * 1024;

interface Memory {
  /** What script keeps alive in the page's process, all worlds together, after a collection. */
  heap: number;
  /** All that the process has to itself; NaN where the system does not tell. */
  own: number;
}

export async function measureMemory({ none, baton, desk }: Bench): Promise<Measured> {
  const stops = {
    'no case': async (page: Page) => void (await page.goto(`${desk.url}/`)),
    'a case with the panel open': async (page: Page, setup: Setup) => {
      await page.goto(`${desk.url}/case/1`);
      await page.waitForTimeout(700);
      await page.click('#edit-details');
      await page.selectOption('#details-team', { label: 'Engineering' });
      if (setup === none) return;
      await page.click('#details-save', { noWaitAfter: true });
      await page.waitForFunction(() => document.querySelector('baton-overlay') !== null);
      for (let tries = 0; !page.frames().some((frame) => frame.url().includes('/panel.html')); tries += 1) {
        if (tries > 100) throw new Error('the panel did not come');
        await page.waitForTimeout(100);
      }
    },
  };
  const rows: string[][] = [];
  const added = new Map<string, Memory>();
  for (const [name, go] of Object.entries(stops)) {
    const all = new Map<Setup, Memory[]>([
      [none, []],
      [baton, []],
    ]);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const setup of sideBySide([none, baton], round))
        all.get(setup)?.push(await memoryOf(setup, (page) => go(page, setup)));
    const middle = (setup: Setup, of: keyof Memory) => median((all.get(setup) ?? []).map((one) => one[of])) / MB;
    const more = (of: keyof Memory) => middle(baton, of) - middle(none, of);
    added.set(name, { heap: more('heap'), own: more('own') });
    rows.push([
      name,
      ...(['heap', 'own'] as const).flatMap((of) => [
        `${middle(none, of).toFixed(2)} MB`,
        `${middle(baton, of).toFixed(2)} MB`,
        `+ ${more(of).toFixed(2)} MB`,
      ]),
    ]);
  }
  const of = (name: keyof typeof stops) => added.get(name) as Memory;
  return {
    title: `Memory of the page's process (medians of ${ROUNDS} fresh pages each)`,
    head: ['', 'heap, none', 'heap, Baton', 'added', 'own, none', 'own, Baton', 'added'],
    rows,
    notes: [
      'heap: what script keeps alive in the process, all worlds together, after a collection: by this the budget is told.',
      'own: all memory that the process shares with no other. It moves by more than Baton adds, and is told beside it.',
      "The panel is an extension page: its frame is in Baton's own process, which the desk's does not pay for.",
    ],
    figures: [
      figure('memory added, no case: heap', of('no case').heap, 'MB', BUDGETS.memoryNoCase),
      figure(
        'memory added, a case with the panel open: heap',
        of('a case with the panel open').heap,
        'MB',
        BUDGETS.memoryPanel,
      ),
      ...(Number.isNaN(of('no case').own)
        ? []
        : [
            figure('memory added, no case: own', of('no case').own, 'MB'),
            figure(
              'memory added, a case with the panel open: own',
              of('a case with the panel open').own,
              'MB',
              BUDGETS.memoryPanel,
            ),
          ]),
    ],
  };
}

async function memoryOf(setup: Setup, go: (page: Page) => Promise<void>): Promise<Memory> {
  const page = await setup.newPage();
  try {
    await go(page);
    await page.waitForTimeout(1_500);
    const session = await page.context().newCDPSession(page);
    // Twice: what the first collection frees may keep other things alive until the next.
    for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { heap: usedSize, own: await ownMemory(setup, page) };
  } finally {
    await page.close();
  }
}

/** In bytes, by Linux's own account of the process that draws this page. */
async function ownMemory({ browser }: Setup, page: Page): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  // The page is kept busy for a moment: its process is the one whose processor time moves.
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const before = new Map(renderers.map((id) => [id, ticks(id)]));
  await page.evaluate(() => {
    for (const end = performance.now() + 300; performance.now() < end; );
  });
  const busiest = renderers.toSorted((a, b) => ticks(b) - (before.get(b) ?? 0) - (ticks(a) - (before.get(a) ?? 0)))[0];
  if (busiest === undefined) return Number.NaN;
  const text = readFileSync(`/proc/${busiest}/smaps_rollup`, 'utf8');
  return [...text.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].reduce((sum, [, kB]) => sum + Number(kB) * 1024, 0);
}

/** Processor time that a process has had so far. */
function ticks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
