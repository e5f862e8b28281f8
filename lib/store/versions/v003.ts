import type { DatabaseVersion } from './version';

/** What people typed into the desk's own forms while they were held. */
export const v003: DatabaseVersion = {
  version: 3,
  stores: { kept: 'id, key, attempt' },
};
