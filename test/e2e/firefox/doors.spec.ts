// Every door in Firefox: held while something is missing, taken back, let go once, or left alone.
import { keepsItsContract } from '../door-contract.ts';
import { closes } from '../practice.ts';
import { ways } from '../ways.ts';
import { test } from './harness.ts';

for (const way of ways)
  test(
    `${way.name}: held while something is missing, taken back, let go once, and left alone otherwise`,
    closes(way.holes),
    ({ page, desk, baton }) => keepsItsContract(way, { page, desk, baton }),
  );
