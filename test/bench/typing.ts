// Typing a reply: how long a key takes until it is drawn, and how much script each key costs.
import type { Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median, percentile } from './figures.ts';
import { type Bench, type Measured, sideBySide } from './run-parts.ts';
import type { Setup } from './setups.ts';
import { between, fromExtension, milliseconds, sameThread, scripts, traced } from './trace.ts';

const ROUNDS = 8;
const TEXT = 'The export was blank again this morning, they need it.';

interface Keys {
  latency: number[];
  /** The middle of each round, for ratios of what was measured one after the other. */
  rounds: number[];
  /** Script of an extension, by key. */
  added: number[];
  /** All script, by key. */
  script: number[];
}

export async function measureTyping({ setups, desk }: Bench): Promise<Measured> {
  const all = new Map(
    setups.map(({ name }): [string, Keys] => [name, { latency: [], rounds: [], added: [], script: [] }]),
  );
  for (let round = 0; round < ROUNDS; round += 1)
    for (const setup of sideBySide(setups, round)) {
      const into = all.get(setup.name) as Keys;
      const keys = await typed(setup, `${desk.url}/case/1`);
      into.latency.push(...keys.latency);
      into.rounds.push(median(keys.latency));
      into.added.push(...keys.added);
      into.script.push(...keys.script);
    }
  const none = all.get('no extension') as Keys;
  const baton = all.get('Baton') as Keys;
  const ratio = ({ rounds }: Keys) => median(rounds.map((middle, at) => middle / (none.rounds[at] as number)));
  return {
    title: `Typing a reply (${none.latency.length} keys each)`,
    head: ['', 'latency p50', 'latency p95', 'ratio', 'script a key', 'of an extension, p50', 'p95'],
    rows: [...all].map(([name, keys]) => [
      name,
      ms(median(keys.latency)),
      ms(percentile(keys.latency, 0.95)),
      ratio(keys).toFixed(3),
      ms(median(keys.script)),
      ms(median(keys.added)),
      ms(percentile(keys.added, 0.95)),
    ]),
    figures: [
      figure('typing: script added to a key, p95', percentile(baton.added, 0.95), 'ms', BUDGETS.scriptPerKey),
      figure('typing: latency with Baton by none', ratio(baton), '×', BUDGETS.typingRatio),
    ],
  };
}

const ms = (value: number) => `${value.toFixed(3)} ms`;

async function typed(setup: Setup, url: string): Promise<Omit<Keys, 'rounds'>> {
  const page = await setup.newPage();
  try {
    await page.goto(url);
    // Baton has read the case, and everybody's timers have run.
    await page.waitForTimeout(1_500);
    await page.click('#reply-body');
    await watchKeys(page);
    const events = await traced(setup.browser, page, async () => {
      for (const key of TEXT) {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await page.waitForTimeout(15);
      }
    });
    const latency = await page.evaluate(() => (globalThis as unknown as { latencies: number[] }).latencies);
    const downs = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
    const first = downs[0];
    if (!first || downs.length < TEXT.length) throw new Error(`the trace has ${downs.length} keys`);
    const thread = sameThread(events, first);
    const perKey = (is: (url: string) => boolean) => {
      const pieces = scripts(thread, is);
      return downs.map(({ ts }, at) => milliseconds(between(pieces, ts, downs[at + 1]?.ts ?? ts + 30_000)));
    };
    return { latency, added: perKey(fromExtension), script: perKey((url) => !url.includes('__playwright')) };
  } finally {
    await page.close();
  }
}

/** From the moment that the browser got a key until what it wrote was drawn. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const latencies: number[] = [];
    Object.assign(globalThis, { latencies });
    const drawn = new MessageChannel();
    let pressed = 0;
    drawn.port1.onmessage = () => latencies.push(performance.now() - pressed);
    addEventListener('keydown', ({ timeStamp }) => {
      pressed = timeStamp;
      requestAnimationFrame(() => drawn.port2.postMessage(0));
    });
  });
}
