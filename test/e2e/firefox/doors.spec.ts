// Every door in Firefox: held while something is missing, taken back, let go once, or left alone.
import { keepsItsContract } from '../door-contract.ts';
import { closes, openCase } from '../practice.ts';
import { type RigMode, rigModes } from '../rig/modes.ts';
import { type Way, ways } from '../ways.ts';
import { test } from './harness.ts';

/** Pages of the rig whose way out each browser has of its own. */
const LEAVING = /shadow root|document\.write|set by script|Meta refresh/;

const wayOf = ({ id, hole, path, act, harmless, rolledBack, complete, arrived }: RigMode): Way => ({
  name: `the rig’s ${id}`,
  holes: [hole],
  start: (page) => openCase(page, path),
  act,
  harmless: async (page) => {
    await openCase(page, path);
    await harmless(page);
  },
  takenBack: rolledBack,
  complete,
  arrived,
});

for (const way of [...ways, ...rigModes.filter(({ hole }) => LEAVING.test(hole)).map(wayOf)])
  test(
    `${way.name}: held while something is missing, taken back, let go once, and left alone otherwise`,
    closes(way.holes),
    ({ page, desk, baton }) => keepsItsContract(way, { page, desk, baton }),
  );
