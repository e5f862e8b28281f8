import type { Mode } from '../modes.ts';
import { ahead } from './ahead.ts';
import { get } from './get.ts';
import { leave } from './leave.ts';
import { loading } from './loading.ts';
import { mass } from './mass.ts';
import { names } from './names.ts';
import { native } from './native.ts';
import type { Part } from './part.ts';
import { reading } from './reading.ts';
import { whole } from './whole.ts';
import { windows } from './windows.ts';

export const parts: readonly Part[] = [windows, native, get, leave, ahead, loading, whole, mass, reading, names];

/** Scripts of parts, under `client`. */
export const PART_SCRIPTS = [
  ...['own', 'windows', 'window', 'native', 'get', 'leave', 'ahead', 'loading', 'whole', 'mass', 'reading'],
];

/** The part that a mode belongs to; a mode of the rig's own list belongs to none. */
export const partOf = (mode: Mode): Part | undefined => parts.find(({ modes }) => modes.includes(mode));
