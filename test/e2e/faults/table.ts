// Which fault strikes at which step and door: all of them in `npm run faults`, and in `npm test` as many as its time allows.
import { type Door, doors } from './doors.ts';
import { type Fault, faults } from './faults.ts';
import { type Step, steps } from './steps.ts';

export interface Cell {
  fault: Fault;
  step: Step;
  door: Door;
}

const canStrike = (fault: Fault, { name }: Step) => !fault.notAt?.includes(name);

/** Every fault at every step and door. */
export const grid: readonly Cell[] = faults.flatMap((fault) =>
  steps.filter((step) => canStrike(fault, step)).flatMap((step) => doors.map((door) => ({ fault, step, door }))),
);

/** Every third cell of faults and steps, so that each fault meets a third of the steps and each step a third of the faults; the doors take turns. */
export const cover: readonly Cell[] = faults.flatMap((fault, row) =>
  steps.flatMap((step, column) => {
    const door = doors[(row + Math.floor(column / 3)) % doors.length];
    return door && (row + column) % 3 === 1 && canStrike(fault, step) ? [{ fault, step, door }] : [];
  }),
);
