import type { GateMemory } from '../messages/protocol';
import type { Playbook } from '../model/playbook';
import type { Site } from '../model/site';
import { builtInPlaybooks } from '../rules/playbooks/built-in';
import { inUse, readOwn } from '../settings/own-sites';
import { readSettings } from '../settings/settings';
import { isTaught } from '../settings/taught';
import { runtimeSite } from '../sites/runtime';
import { activePlaybooks } from '../store/playbooks';
import { inTime } from './in-time';

/** What the gates of an origin judge from. */
export async function gateMemory(origin: string): Promise<GateMemory> {
  const [settings, playbooks] = await Promise.all([readSettings(), playbooksOrBuiltIn()]);
  const site = settings.desks.find((desk) => desk.origin === origin)?.site ?? null;
  const taught = site && isTaught(site) ? await taughtFor(site, origin) : undefined;
  return {
    // What is gone, or names this host no more, leaves a desk that nobody described.
    site: site && isTaught(site) && !taught ? 'generic' : site,
    ...(taught ? { taught: runtimeSite(taught) } : {}),
    playbooks: playbooks.map(({ id, trigger, receiver, onMissing }) => ({ id, trigger, to: receiver.team, onMissing })),
    roster: settings.roster,
    whenUnsure: settings.whenUnsure,
  };
}

/** What was taught holds on the hosts that it names, port included, and on no other. */
async function taughtFor(site: string, origin: string): Promise<Site | undefined> {
  const { host } = new URL(origin);
  return inUse(await readOwn()).find(({ id, hosts }) => id === site && hosts.includes(host));
}

/** A store that cannot be read, or does not answer, takes the person's own playbooks away, not the ones that Baton brings. */
export async function playbooksOrBuiltIn(): Promise<Playbook[]> {
  try {
    return await inTime(activePlaybooks());
  } catch {
    return builtInPlaybooks;
  }
}
