import { closes } from '../practice.ts';
import { keepsContract } from './contract.ts';
import { rigModes } from './modes.ts';
import { partModes } from './part-modes.ts';
import { test } from './twin.ts';

for (const mode of [...rigModes, ...partModes])
  test(`${mode.id}: the contract of its door`, closes(mode.hole), ({ page, desk, baton, plainly }) =>
    keepsContract(mode, { page, desk, baton, plainly }),
  );
