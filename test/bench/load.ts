// Loading pages of the desk: script that runs, long tasks, and when the page is there.
import type { Page } from 'playwright-core';
import { figure, median } from './figures.ts';
import { type Bench, type Measured, sideBySide } from './run-parts.ts';
import type { Setup } from './setups.ts';
import { fromExtension, marks, milliseconds, sameThread, scripts, traced } from './trace.ts';

const ROUNDS = 7;
const PAGES = [
  ['a list', '/'],
  ['a case', '/case/1'],
] as const;

interface Load {
  /** Milliseconds from the start of the navigation to its load event. */
  load: number;
  script: number;
  added: number;
  longTasks: number;
}

export async function measureLoad({ setups, desk }: Bench): Promise<Measured> {
  const loads = new Map<string, Load[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const setup of sideBySide(setups, round))
      for (const [name, path] of PAGES) {
        const key = `${name}, ${setup.name}`;
        loads.set(key, [...(loads.get(key) ?? []), await loaded(setup, desk.url + path)]);
      }
  const middle = (name: string, setup: string, of: keyof Load) =>
    median((loads.get(`${name}, ${setup}`) ?? []).map((one) => one[of]));
  const ratio = (name: string, setup: string, of: keyof Load) =>
    middle(name, setup, of) / middle(name, 'no extension', of);
  return {
    title: `Loading a page, up to one second after its load event (${ROUNDS} times each)`,
    head: ['', 'load event', 'ratio', 'script', 'ratio', 'of an extension', 'long tasks'],
    rows: PAGES.flatMap(([name]) =>
      setups.map((setup) => [
        `${name}, ${setup.name}`,
        `${middle(name, setup.name, 'load').toFixed(1)} ms`,
        ratio(name, setup.name, 'load').toFixed(2),
        `${middle(name, setup.name, 'script').toFixed(2)} ms`,
        ratio(name, setup.name, 'script').toFixed(2),
        `${middle(name, setup.name, 'added').toFixed(2)} ms`,
        String(middle(name, setup.name, 'longTasks')),
      ]),
    ),
    figures: PAGES.flatMap(([name]) => [
      figure(`loading ${name}: script added`, middle(name, 'Baton', 'added'), 'ms'),
      figure(`loading ${name}: load event with Baton by none`, ratio(name, 'Baton', 'load'), '×'),
      figure(
        `loading ${name}: long tasks added`,
        middle(name, 'Baton', 'longTasks') - middle(name, 'no extension', 'longTasks'),
        '',
      ),
    ]),
  };
}

async function loaded(setup: Setup, url: string): Promise<Load> {
  const page = await setup.newPage();
  try {
    let measured = { load: 0, longTasks: 0 };
    const events = await traced(setup.browser, page, async () => {
      await page.goto(url);
      // Baton reads the case when the page is idle: that is part of what it costs.
      await page.waitForTimeout(1_000);
      measured = await lookBack(page);
    });
    const here = marks(events, 'bench').at(-1);
    if (!here) throw new Error('the trace does not show the page');
    const thread = sameThread(events, here);
    return {
      ...measured,
      script: milliseconds(scripts(thread, (from) => from.startsWith('http') || fromExtension(from))),
      added: milliseconds(scripts(thread, fromExtension)),
    };
  } finally {
    await page.close();
  }
}

function lookBack(page: Page): Promise<{ load: number; longTasks: number }> {
  return page.evaluate(async () => {
    performance.mark('bench');
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => {
      longTasks += list.getEntries().length;
    });
    observer.observe({ type: 'longtask', buffered: true });
    await new Promise((heard) => setTimeout(heard, 50));
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { load: entry?.loadEventStart ?? Number.NaN, longTasks };
  });
}
