// The moments between the first key and `sent` at which a fault strikes, in order. Each brings a try there, and says what the person goes on doing.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, pressInPanel, states } from '../practice.ts';
import { free, occupy, stall } from './database.ts';
import type { World } from './world.ts';

export interface Step {
  name: string;
  /** Brings the try to the moment. */
  reach(world: World): Promise<void>;
  /** Let go after the fault struck, where the moment was held open for it. */
  after?(world: World): Promise<void>;
  /** What the person goes on doing while the fault strikes. */
  meanwhile?(world: World): Promise<void>;
  /** The person has pressed Hand over by then. */
  pressed?: true;
}

/** The checklist is there, and the first key typed. */
async function ready(world: World): Promise<void> {
  await world.openStart();
  await world.fault.opened?.(world);
  await world.hold();
  await world.fault.shown?.(world);
  await world.field().click();
  // Keys right after the panel came are not meant for it: a person who sees that nothing appears types again.
  await expect(async () => {
    await world.page.keyboard.type(world.door.words.slice(0, 1));
    await expect(world.field()).toHaveValue(world.door.words.slice(0, 1), { timeout: 400 });
  }).toPass({ intervals: [100] });
  await world.look();
}

async function complete(world: World): Promise<void> {
  await ready(world);
  await world.page.keyboard.insertText(world.door.words.slice(1, -1));
  await world.type(world.door.words.slice(-1));
  await world.untilSaved();
}

async function press(world: World): Promise<void> {
  if (!world.panel) throw new Error('no panel to press in');
  await pressInPanel(world.panel, /^Hand over to/);
}

/** Written before it leaves; how it ended may be written too by now. */
const sendingIsWritten = (world: World) =>
  expect.poll(async () => (await states(world.baton)).length, { intervals: [10] }).toBeGreaterThan(0);

const reachesDesk = (world: World) =>
  expect.poll(async () => (await world.requests()).length, { intervals: [10] }).toBeGreaterThan(0);

export const steps: readonly Step[] = [
  {
    name: 'first key',
    async reach(world) {
      await ready(world);
    },
  },
  {
    name: 'saved',
    async reach(world) {
      await ready(world);
      await world.type(world.door.words.slice(1, 8));
      await world.untilSaved();
    },
  },
  {
    name: 'typing',
    async reach(world) {
      await ready(world);
      for (const key of world.door.words.slice(1, 40)) {
        await world.type(key);
        await sleep(20);
      }
    },
    async meanwhile(world) {
      for (const key of world.door.words.slice(40, 60)) {
        await world.type(key);
        await sleep(20);
      }
    },
  },
  {
    name: 'held',
    async reach(world) {
      await world.openStart();
      await world.fault.opened?.(world);
      await world.act();
    },
  },
  {
    name: 'pressed',
    pressed: true,
    async reach(world) {
      await complete(world);
      // The press waits in the background, so that nothing can be written before the fault strikes.
      await stall(world.baton);
      const busy = () => world.panel?.locator('button[aria-disabled="true"]').count();
      // A press that comes too soon after the panel is told so, and made again.
      await expect
        .poll(async () => {
          if (!(await busy())) await world.panel?.getByRole('button', { name: /^Hand over to/ }).click();
          return busy();
        })
        .toBeGreaterThan(0);
    },
    after: async ({ baton }) => free(baton),
  },
  {
    name: 'sending',
    pressed: true,
    async reach(world) {
      await complete(world);
      await world.slowly('sending');
      await press(world);
      await sendingIsWritten(world);
      await reachesDesk(world);
    },
  },
  {
    name: 'answered',
    pressed: true,
    async reach(world) {
      await complete(world);
      await world.slowly('answered');
      await press(world);
      await sendingIsWritten(world);
      await reachesDesk(world);
      // Kept busy no longer than it takes: a busy database makes a busy machine.
      await sleep(1_200);
      // The answer comes while the database is busy: it cannot be written down before the fault strikes.
      await occupy(world.baton);
      await expect.poll(async () => (await world.requests())[0]?.status).toBeGreaterThan(0);
      await sleep(50);
    },
    after: async ({ baton }) => free(baton),
  },
  {
    name: 'sent',
    pressed: true,
    async reach(world) {
      await complete(world);
      await press(world);
      await expect.poll(() => world.door.arrived(world.desk)).toBe(true);
      await expect(async () => {
        await expect
          .poll(() => states(world.baton), { timeout: 2_000 })
          .toEqual(['sent'])
          .catch(() => world.go(world.door.casePath));
        expect(await states(world.baton)).toEqual(['sent']);
      }).toPass();
    },
  },
];
