import type { Playbook } from '../model/playbook';
import { isPractice } from '../model/practice';
import { allPlaybooks, builtInForce, inMode } from '../playbooks/all';
import { readSettings } from '../settings/settings';
import { inTime } from './in-time';

/** The playbooks that hold, and those that only count what they would have held. */
export type InForce = { armed: Playbook[]; shadow: Playbook[] };

/** Those in force, on one desk where its origin is named; read once for both. A store that cannot be read, or does not answer, takes away all but what Baton brings. */
export async function playbooksInForce(origin?: string): Promise<InForce> {
  const brought = () => ({ armed: builtInForce(), shadow: [] });
  // Practised is what Baton brings, whatever is in use.
  if (origin && isPractice({ origin })) return brought();
  try {
    const [all, { desks }] = await inTime(Promise.all([allPlaybooks(), readSettings()]));
    const site = desks.find((desk) => desk.origin === origin)?.site;
    return { armed: inMode(all, 'armed', site), shadow: inMode(all, 'shadow', site) };
  } catch {
    return brought();
  }
}

/** Those alone that hold. */
export async function armedPlaybooks(origin?: string): Promise<Playbook[]> {
  return (await playbooksInForce(origin)).armed;
}
