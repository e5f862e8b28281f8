// What brings the pages of each part to life, by mode.
import { ahead } from './ahead.js';
import { leave } from './leave.js';
import { loading } from './loading.js';
import { mass } from './mass.js';
import { native } from './native.js';
import { reading } from './reading.js';
import { whole } from './whole.js';
import { windows } from './windows.js';

/** By mode: called with what saves and tells how it went, and with the bare sender. */
export const own = {
  ...ahead,
  ...leave,
  ...loading,
  ...mass,
  ...native,
  ...reading,
  ...whole,
  ...windows,
  'get-token'() {},
  numbers() {},
};
