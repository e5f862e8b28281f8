// What Baton adds to requests: the delay that a page sees, and how long a verdict takes in the page.
import type { Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median, percentile } from './figures.ts';
import { type Bench, type Measured, sideBySide } from './run-parts.ts';
import type { Setup } from './setups.ts';
import { between, marks, milliseconds, sameThread, scripts, spent, traced } from './trace.ts';

interface Request {
  method: string;
  path: string;
  body?: string;
}

/** What no write of the site names; what one names and hands nothing over; and a handoff, which is held. */
const UNMATCHED: Request = { method: 'GET', path: '/api/cases/1' };
const MATCHED: Request = { method: 'PATCH', path: '/api/cases/1', body: '{"priority":"high"}' };
const HANDOFF: Request = { method: 'PATCH', path: '/api/cases/1', body: '{"team":"engineering"}' };

const ROUNDS = 10;
const IN_ROUND = 15;
const KINDS = [
  ['unmatched, fetch', UNMATCHED, 'fetch'],
  ['matched, fetch', MATCHED, 'fetch'],
  ['unmatched, XHR', UNMATCHED, 'xhr'],
  ['matched, XHR', MATCHED, 'xhr'],
] as const;

/** Milliseconds: the processor's in the page's call, and all until it has its answer. */
interface Times {
  call: number[];
  answer: number[];
}

/** How long a page's call takes and how long it waits for the answer, by fetch and by XMLHttpRequest. */
export async function measureDelay({ setups, desk }: Bench): Promise<Measured> {
  const times = new Map<string, Times>();
  const pages = await Promise.all(setups.map(async (setup) => ({ setup, page: await setup.newPage() })));
  for (const { page } of pages) await page.goto(`${desk.url}/`);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { setup, page } of sideBySide(pages, round)) {
      await page.bringToFront();
      const sent = await send(setup, page);
      for (const [name] of KINDS) {
        const key = `${name}, ${setup.name}`;
        const { call = [], answer = [] } = times.get(key) ?? {};
        const now = sent(name);
        times.set(key, { call: [...call, ...now.call], answer: [...answer, ...now.answer] });
      }
    }
  for (const { page } of pages) await page.close();
  const middle = (name: string, setup: string, of: keyof Times) => median(times.get(`${name}, ${setup}`)?.[of] ?? []);
  const added = (name: string, setup: string, of: keyof Times) =>
    middle(name, setup, of) - middle(name, 'no extension', of);
  const compared = (name: string, setup: string, of: keyof Times) => {
    const cell = ms(middle(name, setup, of));
    if (setup === 'no extension') return [cell];
    return [cell, signed(added(name, setup, of))];
  };
  return {
    title: `Requests (${ROUNDS * IN_ROUND} each, medians): processor time of the page's call, and time until it has the answer`,
    head: [
      '',
      ...['call', 'answer'].flatMap((what) =>
        setups.flatMap(({ name }) => (name === 'no extension' ? [`${what}, none`] : [`${what}, ${name}`, 'added'])),
      ),
    ],
    rows: KINDS.map(([name]) => [
      name,
      ...(['call', 'answer'] as const).flatMap((of) => setups.flatMap((setup) => compared(name, setup.name, of))),
    ]),
    figures: KINDS.flatMap(([name]) => [
      figure(`request, ${name}: added to the call`, added(name, 'Baton', 'call'), 'ms'),
      figure(`request, ${name}: added until its answer`, added(name, 'Baton', 'answer'), 'ms'),
    ]),
  };
}

const ms = (value: number) => `${value.toFixed(3)} ms`;
const signed = (value: number) => `${value < 0 ? '−' : '+'} ${ms(Math.abs(value))}`;

/** Sends requests of all kinds in turn from the page's own script. Gives how long those of a kind took, by the trace's own clocks. */
async function send({ browser }: Setup, page: Page): Promise<(name: string) => Times> {
  const events = await traced(browser, page, () =>
    page.evaluate(
      async ({ kinds, count }) => {
        const headers = { 'content-type': 'application/json' };
        for (let i = 0; i < count; i += 1)
          for (const [name, { method, path, body }, how] of kinds) {
            performance.mark(`${name}: calls`);
            const call = how === 'fetch' ? fetch(path, { method, headers, body: body ?? null }) : new XMLHttpRequest();
            let answered: Promise<unknown>;
            if (call instanceof XMLHttpRequest) {
              answered = new Promise((resolve) => {
                call.onload = resolve;
              });
              call.open(method, path);
              call.setRequestHeader('content-type', 'application/json');
              call.send(body ?? null);
            } else answered = call.then((answer) => answer.text());
            performance.mark(`${name}: called`);
            await answered;
            performance.mark(`${name}: answered`);
          }
      },
      { kinds: KINDS.map((kind) => [...kind] as [string, Request, string]), count: IN_ROUND },
    ),
  );
  return (name) => {
    const [calls, called, answered] = ['calls', 'called', 'answered'].map((what) => marks(events, `${name}: ${what}`));
    return {
      call: (calls ?? []).map((from, at) => spent(from, called?.[at])),
      answer: (calls ?? []).map(({ ts }, at) => ((answered?.[at]?.ts ?? Number.NaN) - ts) / 1000),
    };
  };
}

const VERDICTS = 300;
const VERDICT_ROUNDS = 3;
const ROSTER = [{ team: 'Engineering', people: Array.from({ length: 500 }, (_, n) => `engineer ${n}`) }];

/** How long the gate takes for its verdict: its own script inside the page's call of fetch, from the browser's trace. */
export async function measureVerdict({ baton, desk }: Bench): Promise<Measured> {
  const worker = await baton.launched.serviceWorker();
  await worker.evaluate(async (roster) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), roster } });
  }, ROSTER);
  const kinds = [
    ['no write of the desk', UNMATCHED],
    ['a write that hands nothing over', MATCHED],
    ['a handoff, held', HANDOFF],
  ] as const;
  const rows = [];
  const figures = [];
  for (const [name, request] of kinds) {
    const rounds: number[][] = [];
    for (let round = 0; round < VERDICT_ROUNDS; round += 1) {
      const page = await baton.newPage();
      await page.goto(`${desk.url}/`);
      await page.waitForTimeout(500);
      rounds.push(await verdicts(baton, page, request));
      await page.close();
    }
    // What the machine does besides takes the processor from a few: the middle of the rounds is told.
    const [p50, p99] = [0.5, 0.99].map((share) => median(rounds.map((times) => percentile(times, share)))) as [
      number,
      number,
    ];
    rows.push([name, `${(p50 * 1000).toFixed(0)} µs`, `${(p99 * 1000).toFixed(0)} µs`]);
    figures.push(figure(`verdict, ${name}: p50`, p50, 'ms'));
    figures.push(figure(`verdict, ${name}: p99`, p99, 'ms', BUDGETS.verdict));
  }
  return {
    title: `Verdicts: the gate's own script within the page's call (${VERDICT_ROUNDS} × ${VERDICTS} each, 500 people in the roster)`,
    head: ['', 'p50', 'p99'],
    rows,
    figures,
  };
}

async function verdicts({ browser }: Bench['baton'], page: Page, request: Request): Promise<number[]> {
  const events = await traced(browser, page, () =>
    page.evaluate(
      async ({ method, path, body, count }) => {
        const headers = { 'content-type': 'application/json' };
        // The first few warm up: the page's scripts, and the trace itself.
        for (let i = -5; i < count; i += 1) {
          // Taken back at once: a held one is gone, and the next is a press of its own.
          const given = new AbortController();
          if (i >= 0) performance.mark('ask');
          const answer = fetch(path, { method, headers, body: body ?? null, signal: given.signal });
          if (i >= 0) performance.mark('asked');
          await new Promise((later) => setTimeout(later, 2));
          given.abort();
          await answer.catch(() => undefined);
        }
      },
      { ...request, count: VERDICTS },
    ),
  );
  const asks = marks(events, 'ask');
  const asked = marks(events, 'asked');
  const first = asks[0];
  if (!first || asks.length < VERDICTS) throw new Error(`the trace has ${asks.length} requests`);
  const gate = scripts(sameThread(events, first), (url) => url.endsWith('/gate.js'));
  const times = asks.map(({ ts }, at) => milliseconds(between(gate, ts, asked[at]?.ts ?? ts)));
  if (times.some((time) => time === 0)) throw new Error('a request was not asked about: the gate does not work here');
  return times;
}
