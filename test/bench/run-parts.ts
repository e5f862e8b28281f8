// What the parts of the bench share: what they are given, and what they give back.
import type { PracticeDesk } from '../desks/practice/server.ts';
import type { Figure } from './figures.ts';
import type { BatonSetup, Setup } from './setups.ts';

export interface Bench {
  desk: PracticeDesk;
  /** All of them, Baton's included. */
  setups: Setup[];
  none: Setup;
  baton: BatonSetup;
  /** One more browser with Baton, which ends with the part. */
  another(): Promise<BatonSetup>;
  /** A browser with an extension that does nothing, which ends with the part. */
  floor(): Promise<Setup>;
}

export interface Measured {
  title: string;
  /** Side by side, for people. */
  head?: string[];
  rows?: string[][];
  /** What else must be known to understand the figures. */
  notes?: string[];
  figures: Figure[];
}

/** Each is the first in its turn, and the last. */
export function inTurn<T>(all: readonly T[], round: number): T[] {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/** The set-ups in the order of this round, every second one backwards: what drifts on the machine meets all alike. */
export function sideBySide<T>(setups: readonly T[], round: number): T[] {
  return round % 2 === 0 ? [...setups] : setups.toReversed();
}
