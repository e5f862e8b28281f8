// Typing a reply: how long a key takes until it is drawn, and how much script each key costs.
import type { Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median, percentile } from './figures.ts';
import { type Bench, type Measured, sideBySide } from './run-parts.ts';
import type { Setup } from './setups.ts';
import { between, fromExtension, milliseconds, sameThread, scripts, traced } from './trace.ts';

const ROUNDS = 3;
const TEXT = 'The export was blank again this morning, they need it.';
/** Each key of this many lines is typed in one browser and at once after in the other. */
const LINES = 16;

export async function measureTyping({ setups, desk }: Bench): Promise<Measured> {
  const url = `${desk.url}/case/1`;
  const latencies = await latencyBySetup(setups, url);
  const costs = new Map(setups.map(({ name }): [string, Costs] => [name, { added: [], script: [] }]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const setup of sideBySide(setups, round)) {
      const { added, script } = await costOfKeys(setup, url);
      costs.get(setup.name)?.added.push(...added);
      costs.get(setup.name)?.script.push(...script);
    }
  const latency = (name: string) => latencies.get(name) ?? [];
  const ratio = (name: string) => median(latency(name)) / median(latency('no extension'));
  const cost = (name: string) => costs.get(name) ?? { added: [], script: [] };
  return {
    title: `Typing a reply: until a key is drawn (${latency('Baton').length} keys each, in turn), and script of a key (${cost('Baton').added.length})`,
    head: ['', 'latency p50', 'latency p95', 'ratio', 'script a key', 'of an extension, p50', 'p95'],
    rows: setups.map(({ name }) => [
      name,
      ms(median(latency(name))),
      ms(percentile(latency(name), 0.95)),
      ratio(name).toFixed(3),
      ms(median(cost(name).script)),
      ms(median(cost(name).added)),
      ms(percentile(cost(name).added, 0.95)),
    ]),
    figures: [
      figure('typing: script added to a key, p95', percentile(cost('Baton').added, 0.95), 'ms', BUDGETS.scriptPerKey),
      figure('typing: latency with Baton by none', ratio('Baton'), '×', BUDGETS.typingRatio),
    ],
  };
}

const ms = (value: number) => `${value.toFixed(3)} ms`;
const keyOf = (letter: string) => (letter === ' ' ? 'Space' : letter);

/** A case on which Baton has read what there is, and everybody's timers have run; its reply has the focus. */
async function atReply(setup: Setup, url: string): Promise<Page> {
  const page = await setup.newPage();
  await page.goto(url);
  await page.waitForTimeout(1_500);
  await page.click('#reply-body');
  return page;
}

/** From the moment that the browser got a key until what it wrote was drawn, key by key in all browsers: they meet the same machine. */
async function latencyBySetup(setups: readonly Setup[], url: string): Promise<Map<string, number[]>> {
  const pages: { name: string; page: Page }[] = [];
  for (const setup of setups) pages.push({ name: setup.name, page: await atReply(setup, url) });
  for (const { page } of pages) await watchKeys(page);
  for (const [at, letter] of [...TEXT.repeat(LINES)].entries())
    for (const { page } of sideBySide(pages, at)) {
      await page.keyboard.press(keyOf(letter));
      await page.waitForTimeout(10);
    }
  const all = new Map<string, number[]>();
  for (const { name, page } of pages) {
    all.set(name, await page.evaluate(() => (globalThis as unknown as { latencies: number[] }).latencies));
    await page.close();
  }
  return all;
}

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

/** Milliseconds of script by key, until the next: of an extension, and in all. */
interface Costs {
  added: number[];
  script: number[];
}

async function costOfKeys(setup: Setup, url: string): Promise<Costs> {
  const page = await atReply(setup, url);
  try {
    const events = await traced(setup.browser, page, async () => {
      for (const letter of TEXT) {
        await page.keyboard.press(keyOf(letter));
        await page.waitForTimeout(15);
      }
    });
    const downs = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
    const first = downs[0];
    if (!first || downs.length < TEXT.length) throw new Error(`the trace has ${downs.length} keys`);
    const thread = sameThread(events, first);
    const perKey = (is: (from: string) => boolean) => {
      const pieces = scripts(thread, is);
      return downs.map(({ ts }, at) => milliseconds(between(pieces, ts, downs[at + 1]?.ts ?? ts + 30_000)));
    };
    return { added: perKey(fromExtension), script: perKey((from) => from.startsWith('http') || fromExtension(from)) };
  } finally {
    await page.close();
  }
}
