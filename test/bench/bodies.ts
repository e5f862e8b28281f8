// What large bodies cost: a change of a case beside a pasted picture, which Baton reads as far as the write needs.
import type { Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median } from './figures.ts';
import { type Bench, type Measured, sideBySide } from './run-parts.ts';
import { between, fromExtension, marks, milliseconds, sameThread, scripts, traced } from './trace.ts';

const SIZES = [1, 5, 20];
const ROUNDS = 5;
const KINDS = {
  'JSON, picture first': 'json',
  'JSON of many small members': 'dense',
  'form, picture in a field': 'form',
  'JSON as a blob': 'blob',
} as const;

interface Times {
  /** The page's own call, and the longest that nothing else had a turn, the browser's own work on the body included. */
  call: number;
  pause: number;
  answer: number;
  /** All of Baton's scripts outside of the page's call, and the longest of them at a time. */
  script: number;
  longest: number;
}

/** How long a page's call and its longest pause are when it sends a large body, and how long Baton's scripts take. */
export async function measureBodies({ setups, desk }: Bench): Promise<Measured> {
  const pages = await Promise.all(setups.map(async (setup) => ({ setup, page: await setup.newPage() })));
  for (const { page } of pages) await page.goto(`${desk.url}/`);
  const found = new Map<string, Times[]>();
  // The first round warms up.
  for (let round = -1; round < ROUNDS; round += 1)
    for (const { setup, page } of sideBySide(pages, Math.max(round, 0))) {
      await page.bringToFront();
      for (const [name, kind] of Object.entries(KINDS))
        for (const size of SIZES) {
          let told: Pick<Times, 'call' | 'pause' | 'answer'> | undefined;
          const events = await traced(setup.browser, page, async () => {
            told = await sendLarge(page, kind, size);
          });
          const from = marks(events, 'large')[0];
          if (!from || !told) throw new Error('the trace lacks the moment of the call');
          const ours = between(scripts(sameThread(events, from), fromExtension), from.ts, Number.POSITIVE_INFINITY);
          const times = {
            ...told,
            script: milliseconds(ours),
            longest: Math.max(0, ...ours.map((one) => milliseconds([one]))),
          };
          const key = `${name}, ${size} MB, ${setup.name}`;
          if (round >= 0) found.set(key, [...(found.get(key) ?? []), times]);
        }
    }
  for (const { page } of pages) await page.close();
  const middle = (name: string, of: keyof Times) => median((found.get(name) ?? []).map((times) => times[of]));
  const lines = Object.keys(KINDS).flatMap((kind) => SIZES.map((size) => `${kind}, ${size} MB`));
  const cells = (name: string) =>
    (['call', 'pause', 'answer'] as const).flatMap((of) => [
      middle(`${name}, no extension`, of),
      middle(`${name}, Baton`, of),
    ]);
  return {
    title: `Large bodies (${ROUNDS} each, medians): the page's call, its longest pause, and until its answer, without and with Baton`,
    head: ['', 'call', 'Baton', 'pause', 'Baton', 'answer', 'Baton', 'scripts', 'longest'],
    rows: lines.map((name) => [
      name,
      ...[...cells(name), middle(`${name}, Baton`, 'script'), middle(`${name}, Baton`, 'longest')].map(
        (ms) => `${ms.toFixed(1)} ms`,
      ),
    ]),
    figures: lines.map((name) =>
      figure(`${name}: longest script of Baton`, middle(`${name}, Baton`, 'longest'), 'ms', BUDGETS.captureSlice),
    ),
  };
}

/** Sends a change that hands nothing over beside so many megabytes. */
function sendLarge(page: Page, kind: string, size: number): Promise<Pick<Times, 'call' | 'pause' | 'answer'>> {
  return page.evaluate(
    async ({ how, megabytes }) => {
      const picture = 'x'.repeat(megabytes * 1_000_000);
      const small = () => Array.from({ length: megabytes * 40_000 }, (_, id) => ({ id, note: 'small' }));
      const json = JSON.stringify({ picture: how === 'dense' ? small() : picture, priority: 'high' });
      const form = new FormData();
      form.append('picture', picture);
      form.append('priority', 'high');
      const body = how === 'form' ? form : how === 'blob' ? new Blob([json], { type: 'application/json' }) : json;
      const headers = { 'content-type': 'application/json' };
      await new Promise((later) => setTimeout(later, 50));

      // A message to oneself, again and again: what lies between two of them is a pause for everybody.
      const { port1, port2 } = new MessageChannel();
      let last = performance.now();
      let pause = 0;
      port1.onmessage = () => {
        const now = performance.now();
        pause = Math.max(pause, now - last);
        last = now;
        port2.postMessage(0);
      };
      port2.postMessage(0);
      await new Promise((later) => setTimeout(later, 20));
      pause = 0;
      performance.mark('large');
      const began = performance.now();
      const to = how === 'form' ? '/rig/cases/1' : '/api/cases/1';
      const init = how === 'form' ? { method: 'POST', body } : { method: 'PATCH', body, headers };
      const answer = fetch(to, init);
      const call = performance.now() - began;
      await answer.then((one) => one.text());
      const answered = performance.now() - began;
      port1.close();
      return { call, pause, answer: answered };
    },
    { how: kind, megabytes: size },
  );
}
