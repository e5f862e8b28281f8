// Reading cases of 10, 100 and 1,000 messages: at once beside two other readers, and in slices as it happens on a desk.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { bundle } from './bundle.ts';
import { addCaseOf, SIZES } from './cases.ts';
import { type Figure, figure, median } from './figures.ts';
import type { Read } from './in-page/readers.ts';
import type { Bench, Measured } from './run-parts.ts';
import { between, marks, milliseconds, sameThread, scripts, spent, type TraceEvent, traced } from './trace.ts';

const ROUNDS = 5;
const LOADS = 5;

/** All in one page of the browser without an extension: the same page, the same browser, one after the other. */
export async function measureReaders({ none, desk }: Bench): Promise<Measured> {
  const script = await bundle('readers');
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const size of SIZES) {
    const page = await none.newPage();
    await page.goto(desk.url + addCaseOf(desk, size));
    // Through the debugger: the desk's own policy allows no script of others.
    await page.evaluate(script);
    let read: Read | undefined;
    const again = async (round: number) => {
      read = await page.evaluate(
        (at) => (globalThis as unknown as { readOnce: (n: number) => Read }).readOnce(at),
        round,
      );
    };
    await again(0);
    const events = await traced(none.browser, page, async () => {
      for (let round = 0; round < ROUNDS; round += 1) await again(round);
    });
    await page.close();
    if (read?.newest !== Math.min(size, 20) || read.all !== size)
      throw new Error(`${read?.newest} and ${read?.all} of ${size} messages were read`);
    if (read.readability === 0 || read.defuddle === 0) throw new Error('another reader read nothing');
    const of = (name: keyof Read) => {
      const ends = marks(events, `${name}: ends`);
      return median(marks(events, `${name}: begins`).map((from, at) => spent(from, ends[at])));
    };
    const cell = (name: keyof Read) => `${of(name).toFixed(1)} ms`;
    rows.push([
      `${size} messages`,
      cell('newest'),
      cell('all'),
      cell('readability'),
      `${(of('readability') / of('all')).toFixed(1)} ×`,
      cell('defuddle'),
      `${(of('defuddle') / of('all')).toFixed(1)} ×`,
    ]);
    figures.push(
      figure(`capture of ${size}: fields and newest 20`, of('newest'), 'ms', BUDGETS.captureNewest),
      figure(`capture of ${size}: all at once`, of('all'), 'ms', size === 1_000 ? BUDGETS.captureAll : null),
      figure(`capture of ${size}: Readability by Baton`, of('readability') / of('all'), '×'),
      figure(`capture of ${size}: Defuddle by Baton`, of('defuddle') / of('all'), '×'),
    );
  }
  return {
    title: `Capture beside two readers of pages, on the same page: processor time (${ROUNDS} times each)`,
    head: ['', 'Baton, newest 20', 'Baton, all', 'Readability', 'by Baton', 'Defuddle', 'by Baton'],
    rows,
    figures,
  };
}

/** As it happens: the overlay reads when the page is idle, in slices; seen from the trace. And once while somebody types. */
export async function measureSlices({ baton, desk }: Bench): Promise<Measured> {
  const path = addCaseOf(desk, 1_000);
  const loads: { first: number; slices: number[] }[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const { events } = await readAll(baton, desk.url + path, 1_000);
    const [first, ...slices] = readings(events).map((one) => milliseconds([one]));
    if (first === undefined || slices.length < 5) throw new Error('the trace shows no slices');
    loads.push({ first, slices });
  }
  const typed = await readAll(baton, desk.url + path, 1_000, type);
  const during = between(readings(typed.events), typed.from, typed.to);
  const of = (what: (load: (typeof loads)[number]) => number) => median(loads.map(what));
  const sum = ({ first, slices }: (typeof loads)[number]) => slices.reduce((all, one) => all + one, first);
  const figures = [
    figure(
      'reading 1,000 messages: the first part, with what is told of it',
      of(({ first }) => first),
      'ms',
      BUDGETS.captureNewest,
    ),
    figure('reading 1,000 messages: script in all', of(sum), 'ms', BUDGETS.captureAll),
    figure(
      'reading 1,000 messages: longest slice',
      of(({ slices }) => Math.max(...slices)),
      'ms',
      BUDGETS.captureSlice,
    ),
    figure('reading 1,000 messages: parts begun while typing', during.length, '', BUDGETS.slicesWhileTyping),
  ];
  return {
    title: `Reading a case of 1,000 messages on the desk, in slices (${LOADS} loads, and one while somebody types)`,
    notes: [`${of(({ slices }) => slices.length)} slices after the first part`],
    figures,
  };
}

type Typed = { from: number; to: number };

/** Loads the case until Baton's own record has all of it. */
async function readAll(
  { newPage, browser, launched }: Bench['baton'],
  url: string,
  count: number,
  meanwhile?: (page: Page) => Promise<void>,
): Promise<{ events: TraceEvent[] } & Typed> {
  await forget(launched);
  const page = await newPage();
  const events = await traced(browser, page, async () => {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await meanwhile?.(page);
    for (const end = Date.now() + 20_000; (await entriesKept(launched)) < count; await sleep(100))
      if (Date.now() > end) throw new Error(`only ${await entriesKept(launched)} of ${count} messages were read`);
    await page.evaluate(() => performance.mark('bench'));
  });
  await page.close();
  const here = marks(events, 'bench').at(-1);
  if (!here) throw new Error('the trace does not show the page');
  const thread = sameThread(events, here);
  const keys = thread.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
  return { events: thread, from: keys[0]?.ts ?? 0, to: keys.at(-1)?.ts ?? 0 };
}

/**
 * What the overlay did in idle moments: its parts of reading, of which nearly all use the four milliseconds that they have. Looking whether somebody
 * types takes up to half of one while its code is new to the browser, and is none.
 */
function readings(events: readonly TraceEvent[]): TraceEvent[] {
  const idle = events.filter(({ name }) => name === 'FireIdleCallback');
  return scripts(events, (url) => url.endsWith('/overlay.js')).filter(
    (one) => milliseconds([one]) > 1 && idle.some(({ ts, dur = 0 }) => ts <= one.ts && ts + dur >= one.ts),
  );
}

async function type(page: Page): Promise<void> {
  await page.focus('#reply-body');
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('x');
    await page.waitForTimeout(50);
  }
}

type Launched = Bench['baton']['launched'];

async function entriesKept(launched: Launched): Promise<number> {
  const worker = await launched.serviceWorker();
  return worker.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('baton');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const rows = opening.result.transaction('sightings').objectStore('sightings').getAll();
          rows.onsuccess = () => {
            opening.result.close();
            resolve(Math.max(0, ...rows.result.map(({ snapshot }) => snapshot?.entries.length ?? 0)));
          };
        };
      }),
  );
}

async function forget(launched: Launched): Promise<void> {
  const worker = await launched.serviceWorker();
  await worker.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('baton');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const clear = opening.result.transaction('sightings', 'readwrite').objectStore('sightings').clear();
          clear.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}
