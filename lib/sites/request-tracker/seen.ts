import type { Evidence } from '../../model/site';

/** Seen in the running desk, there. */
export const run = (where: string): Evidence => ({
  where: `Request Tracker 5.0.3, ${where}`,
  when: '2026-11',
  sure: 'run',
});
