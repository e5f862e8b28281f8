import type { PlaybookMode } from '../model/settings';

/** The modes with one playbook in use, or not. One that only counts is in use already, and goes on counting. */
export function withUse(
  modes: readonly PlaybookMode[],
  { id, mode }: { id: string; mode: PlaybookMode['mode'] },
  used: boolean,
  now: number,
): PlaybookMode[] {
  if ((mode !== 'off') === used) return [...modes];
  const fresh: PlaybookMode = { playbook: id, mode: used ? 'armed' : 'off', since: now };
  return [...modes.filter(({ playbook }) => playbook !== id), fresh].slice(-300);
}
