// Whatever breaks between the first key and `sent`: nothing that was marked as saved is lost, nothing is sent twice, nothing stays blocked.
import type { FaultRow } from '../../setup/fault-table.ts';
import { test as base, type Desk, expect } from '../practice.ts';
import { findDoubled, findLost, finish, saveOrdinarily, settle } from './checks.ts';
import { Machine } from './machine.ts';
import { type Cell, cover, grid } from './table.ts';
import { World } from './world.ts';

/** Set by `npm run faults`: how often each is tried, at all doors. Without it each is tried once, at one. */
const asked = Number(process.env.BATON_FAULT_TRIES ?? 0);
const cells = asked > 0 ? grid : cover;
const TRIES = Math.max(1, asked);
/** One stage of a try takes so long at most, in milliseconds. */
const STAGE = 60_000;

const test = base.extend<object, { machine: Machine }>({
  machine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const machine = await Machine.start();
      await use(machine);
      await machine.end();
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ timeout: 90_000 + 30_000 * TRIES });
// The browser is kept over many tests: what the findings say is what there is to see.
test.use({ trace: 'off', screenshot: 'off' });

for (const cell of cells) {
  const { fault, step, door } = cell;
  test(`${fault.name}, ${step.name}, by ${door.name}`, { tag: '@fault' }, async ({ machine, desk }) => {
    const row: FaultRow = {
      fault: fault.name,
      step: step.name,
      door: door.name,
      tried: 0,
      lost: 0,
      doubled: 0,
      stuck: 0,
    };
    const found: string[] = [];
    try {
      for (; row.tried < TRIES; row.tried++) {
        const { lost, doubled, stuck } = await tryOnce(machine, desk, cell);
        row.lost += Math.min(1, lost.length);
        row.doubled += Math.min(1, doubled.length);
        row.stuck += Math.min(1, stuck.length);
        found.push(...lost, ...doubled, ...stuck);
      }
    } finally {
      test.info().annotations.push({ type: 'fault', description: JSON.stringify(row) });
    }
    expect(found).toEqual([]);
  });
}

async function tryOnce(machine: Machine, desk: Desk, cell: Cell): Promise<World> {
  const { fault, step, door } = cell;
  const world = new World(machine, cell, desk);
  const { criterion, second } = door;
  const untold = fault.twoTabs && step.meanwhile ? [criterion, second.criterion] : [criterion];
  const stages: [string, () => Promise<void> | undefined][] = [
    ['starting afresh', () => machine.fresh(door, untold)],
    ['getting ready', () => fault.prepare?.(world, step)],
    ['reaching the step', () => step.reach(world)],
    ['striking', () => strike(world, cell)],
    ['recovering', () => fault.recover(world, step)],
    ['looking for what was lost', () => findLost(world, fault)],
    ['handing over', () => finish(world, step)],
    ['settling', () => settle(world)],
    ['looking for what was doubled', () => findDoubled(world)],
    ['saving ordinarily', () => saveOrdinarily(world)],
  ];
  for (const [name, run] of stages) await inTime(name, run() ?? Promise.resolve());
  return world;
}

async function strike(world: World, { fault, step }: Cell): Promise<void> {
  world.struck = Date.now();
  // Typing into what is gone fails, as it should; what was seen before counts.
  const typing = step.meanwhile?.(world).catch(() => undefined);
  await fault.strike(world, step);
  if (fault.pageLives) await typing;
  await step.after?.(world).catch(() => undefined);
}

/** What hangs says where. */
async function inTime(name: string, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still ${name} after ${STAGE} ms`)), STAGE);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
