import { v001 } from './v001';
import { v002 } from './v002';
import { v003 } from './v003';
import type { DatabaseVersion } from './version';

/** Every version that was ever shipped, oldest first. One is never changed once it was shipped. */
export const versions: readonly DatabaseVersion[] = [v001, v002, v003];
