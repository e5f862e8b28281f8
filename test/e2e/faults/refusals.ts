// The desk says no to what was let go: it wants something first, has ended the session, or has given the lock to somebody else. The person is told, and does it again.
import { overlayText } from '../practice.ts';
import { answerAndPress, soon } from './checks.ts';
import type { Fault } from './faults.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** Within this time it is said that a handoff did not go, in milliseconds. */
const TOLD_WITHIN = 6_000;
const DID_NOT_GO = /did not go|did not take this handoff/;

/** The save leaves and the desk says no, or took it before: where it did not, that is said. */
async function refusedAndTold(world: World, { pressed }: Step): Promise<void> {
  if (!pressed) await answerAndPress(world);
  const { page, desk } = world;
  let says = '';
  const told = async () => {
    says = await overlayText(page);
    return DID_NOT_GO.test(says);
  };
  // By its own log: without a session the desk says nothing else.
  const over = async () => (await told()) || (await desk.writes()).length > 0;
  if (!(await soon(over, TOLD_WITHIN))) world.stuck.push(`nobody is told that it did not go; the page says “${says}”`);
}

export const refusals: readonly Fault[] = [
  {
    name: 'refused form',
    pageLives: true,
    refuses: true,
    notAt: ['sent'],
    meets: ({ desk }) => desk.fault('refuse-slowly'),
    strike: async ({ desk }, { name }) => {
      if (name !== 'sending' && name !== 'answered') await desk.fault('refuse');
    },
    recover: refusedAndTold,
  },
  {
    name: 'lost session',
    pageLives: true,
    refuses: true,
    strike: ({ desk }) => desk.lasting({ session: 'login' }),
    async recover(world, step) {
      await refusedAndTold(world, step);
      const { page, desk, door } = world;
      const signIn = page.locator('#login-send');
      if (await signIn.isVisible()) return signIn.click();
      await desk.lasting({ session: 'open' });
      await world.go(door.startPath);
    },
  },
  {
    name: 'expired lock',
    pageLives: true,
    refuses: true,
    notAt: ['sent'],
    async meets({ desk }, step) {
      await desk.fault('slow');
      if (step === 'answered') await desk.lasting({ lock: 'expired' });
    },
    strike: async ({ desk }, { name }) => {
      if (name !== 'answered') await desk.lasting({ lock: 'expired' });
    },
    async recover(world, step) {
      await refusedAndTold(world, step);
      // A form was drawn again, with a lock of its own.
      if (world.door.name !== 'form') await world.go(world.door.startPath);
    },
  },
];
