// The clock of everything that Baton runs in: a day ahead until it is set back. What is started after that has the true time.
import type { CDPSession, Page } from '@playwright/test';
import { panelFrame } from '../practice.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

interface Ahead {
  batonAhead?: number;
}

/** Runs in each world: its `Date` is so many milliseconds ahead from now on. */
function putAhead(ahead: number): void {
  const world = globalThis as Ahead;
  const first = world.batonAhead === undefined;
  world.batonAhead = ahead;
  if (!first) return;
  const Real = Date;
  class Shifted extends Real {
    constructor(...parts: unknown[]) {
      if (parts.length === 0) super(Shifted.now());
      else super(...(parts as [number]));
    }
    static override now(): number {
      return Real.now() + ((globalThis as Ahead).batonAhead ?? 0);
    }
  }
  globalThis.Date = Shifted as DateConstructor;
  // A page keeps for good what the clock said when it was loaded.
  const loaded = performance.timeOrigin + ahead;
  Object.defineProperty(performance, 'timeOrigin', { get: () => loaded });
}

/** The gates of a page, those of pages that it loads later too. */
const gates = new WeakMap<Page, { session: CDPSession; live: Set<number>; ahead: number }>();

async function gateAhead(page: Page, ahead: number): Promise<void> {
  let gate = gates.get(page);
  if (!gate) {
    const session = await page.context().newCDPSession(page);
    const made = { session, live: new Set<number>(), ahead };
    gate = made;
    gates.set(page, made);
    session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
      if (!origin.startsWith('chrome-extension:')) return;
      made.live.add(id);
      if (made.ahead > 0) void evaluate(session, id, made.ahead);
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => made.live.delete(executionContextId));
    await session.send('Runtime.enable');
    return;
  }
  gate.ahead = ahead;
  for (const id of gate.live) await evaluate(gate.session, id, ahead);
}

async function evaluate(session: CDPSession, contextId: number, ahead: number): Promise<void> {
  const expression = `(${putAhead})(${ahead})`;
  // The page may have gone meanwhile, and its worlds with it.
  await session.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
}

/** Puts the background, the page's gate and its panel so far ahead. */
async function put({ baton, page }: World, ahead: number): Promise<void> {
  await baton.inWorker(putAhead, ahead);
  await gateAhead(page, ahead);
  await panelFrame(page)?.evaluate(putAhead, ahead);
}

export const clockAhead = (world: World) => put(world, DAY);
export const clockBack = (world: World) => put(world, 0);
