// Loading pages of the desk beside an extension that does nothing: what is left is Baton's own.
import type { Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median, percentile } from './figures.ts';
import { type Bench, inTurn, type Measured } from './run-parts.ts';
import type { Setup } from './setups.ts';
import { marks, milliseconds, TASKS, tasks, traced } from './trace.ts';

/** Loads by the clock, and loads that are traced, of each page with each extension. */
const ROUNDS = 20;
const TRACED = 10;
const PAGES = [
  ['a list', '/'],
  ['a case', '/case/1'],
] as const;
/** Above this share of its median, the middle half of the floor's own loads says that the machine is at work on something else. */
const NOISE = 0.15;

interface Load {
  /** Milliseconds from the start of the navigation to its load event, and to its first contentful paint. */
  load: number;
  paint: number;
}

export async function measureBesideFloor(bench: Bench): Promise<Measured> {
  const { desk, baton } = bench;
  const floor = await bench.floor();
  const all = new Map<string, number[]>();
  const note = (page: string, setup: Setup, what: string, value: number) => {
    const key = `${page}, ${setup.name}, ${what}`;
    all.set(key, [...(all.get(key) ?? []), value]);
  };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [page, path] of inTurn(PAGES, round))
      for (const setup of inTurn([floor, baton], round)) {
        const { load, paint } = await loaded(setup, desk.url + path);
        note(page, setup, 'load', load);
        note(page, setup, 'paint', paint);
      }
  for (let round = 0; round < TRACED; round += 1)
    for (const [page, path] of inTurn(PAGES, round))
      for (const setup of inTurn([floor, baton], round))
        note(page, setup, 'thread', await threadUntilLoad(setup, desk.url + path));

  const of = (page: string, setup: Setup, what: string) => all.get(`${page}, ${setup.name}, ${what}`) ?? [];
  const middle = (page: string, setup: Setup, what: string) => median(of(page, setup, what));
  const ratio = (page: string, what: string) => middle(page, baton, what) / middle(page, floor, what);
  const noise = Math.max(...PAGES.map(([page]) => spread(of(page, floor, 'load'))));
  return {
    title: `Loading a page beside an extension that does nothing (${ROUNDS} times each in turn; medians, and between which times the middle half is)`,
    head: ['', 'load event', 'ratio', 'first paint', 'more', 'thread until load', 'ratio'],
    rows: PAGES.flatMap(([page]) =>
      [floor, baton].map((setup) => [
        `${page}, ${setup.name}`,
        told(of(page, setup, 'load')),
        (middle(page, setup, 'load') / middle(page, floor, 'load')).toFixed(2),
        told(of(page, setup, 'paint')),
        `${(middle(page, setup, 'paint') - middle(page, floor, 'paint')).toFixed(1)} ms`,
        told(of(page, setup, 'thread')),
        (middle(page, setup, 'thread') / middle(page, floor, 'thread')).toFixed(2),
      ]),
    ),
    notes: [
      `thread until load: processor time of the page's own thread, from ${TRACED} more loads that were traced. Other work on the machine is not in it.`,
      ...(noise > NOISE
        ? [
            `This machine was busy: the middle half of the loads with the extension that does nothing differs by ${Math.round(noise * 100)} %. Times by the clock say little here; go by the thread, or measure again.`,
          ]
        : []),
    ],
    figures: PAGES.flatMap(([page]) => [
      figure(`${page}: load event with Baton by an empty extension`, ratio(page, 'load'), '×', BUDGETS.loadRatio),
      figure(
        `${page}: first contentful paint, later than with an empty extension`,
        middle(page, baton, 'paint') - middle(page, floor, 'paint'),
        'ms',
        page === 'a case' ? BUDGETS.firstPaint : null,
      ),
      figure(`${page}: page's thread until load, by an empty extension`, ratio(page, 'thread'), '×'),
    ]),
  };
}

async function loaded(setup: Setup, url: string): Promise<Load> {
  const page = await setup.newPage();
  try {
    await page.goto(url);
    const load = await page.evaluate(async () => {
      const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
      while (!painted()) await new Promise((later) => setTimeout(later, 20));
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return { load: entry?.loadEventStart ?? Number.NaN, paint: painted()?.startTime ?? Number.NaN };
    });
    await atRest(page);
    return load;
  } finally {
    await page.close();
  }
}

/** Milliseconds of processor time that the page's own thread had from the start of the navigation to its load event. */
async function threadUntilLoad(setup: Setup, url: string): Promise<number> {
  const page = await setup.newPage();
  try {
    const visit = async () => {
      await page.goto(url);
      await atRest(page);
    };
    const events = await traced(setup.browser, page, visit, TASKS);
    // The empty page before, and pictures that are pages of their own, have such moments too.
    const start = marks(events, 'navigationStart').findLast(({ args }) => args.data?.documentLoaderURL === url);
    const end = marks(events, 'loadEventStart').find(
      ({ pid, args }) => pid === start?.pid && args.frame === start.args.frame,
    );
    if (!start || !end) throw new Error('the trace does not show when the page began or was loaded');
    return milliseconds(tasks(events, start, end.ts));
  } finally {
    await page.close();
  }
}

/** What comes after the load (reading the case, telling the background) is over before the next page is measured. */
function atRest(page: Page): Promise<void> {
  return page.waitForTimeout(1_000);
}

function spread(times: readonly number[]): number {
  return (percentile(times, 0.75) - percentile(times, 0.25)) / median(times);
}

function told(times: readonly number[]): string {
  const [low, high] = [percentile(times, 0.25), percentile(times, 0.75)];
  return `${median(times).toFixed(1)} ms (${low.toFixed(0)} to ${high.toFixed(0)})`;
}
