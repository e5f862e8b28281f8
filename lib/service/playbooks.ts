import type { Playbook } from '../model/playbook';
import { isPractice } from '../model/practice';
import type { Mode } from '../model/settings';
import { allPlaybooks, builtInForce, inMode } from '../playbooks/all';
import { readSettings } from '../settings/settings';
import { inTime } from './in-time';

/** The playbooks that hold, on one desk where its origin is named. A store that cannot be read, or does not answer, takes away all but what Baton brings. */
export function armedPlaybooks(origin?: string): Promise<Playbook[]> {
  return playbooksIn('armed', builtInForce, origin);
}

/** Those that only count what they would have held. */
export function shadowPlaybooks(origin?: string): Promise<Playbook[]> {
  return playbooksIn('shadow', () => [], origin);
}

async function playbooksIn(mode: Mode, otherwise: () => Playbook[], origin?: string): Promise<Playbook[]> {
  // Practised is what Baton brings, whatever is in use.
  if (origin && isPractice({ origin })) return mode === 'armed' ? builtInForce() : [];
  try {
    const [all, { desks }] = await inTime(Promise.all([allPlaybooks(), readSettings()]));
    return inMode(all, mode, desks.find((desk) => desk.origin === origin)?.site);
  } catch {
    return otherwise();
  }
}
