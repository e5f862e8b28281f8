import type { Playbook } from '../model/playbook';
import type { Policy } from '../model/policy';
import type { Mode, PlaybookMode } from '../model/settings';
import { builtInPlaybooks } from '../rules/playbooks/built-in';
import { readPolicy } from '../settings/policy';
import { readSettings } from '../settings/settings';
import { ownPlaybooks } from '../store/playbooks';
import { companySource } from './company-source';
import { readSubscription } from './subscription';

/** Where a playbook comes from, the strongest first: one of the same id from further up stands for the others. */
export const SOURCES = ['company', 'own', 'shared', 'baton'] as const;
export type Source = (typeof SOURCES)[number];

/** A playbook with where it comes from and how it is in force. */
export type Listed = Omit<PlaybookMode, 'playbook'> & {
  playbook: Playbook;
  source: Source;
  /** The company says how it is in force: nobody changes that here. */
  locked: boolean;
  /** Baton's own of the same id, where another stands for it: one can go back to it. */
  original?: Playbook;
};

/** Of what Baton brings, these hold from the start; the others wait until somebody wants them. */
const ARMED_AT_FIRST: readonly string[] = ['support-to-engineering', 'sales-to-onboarding'];

/** All playbooks, in the order in which they are asked whether a change is theirs. */
export async function allPlaybooks(): Promise<Listed[]> {
  const [own, { modes }, subscription, { policy }] = await Promise.all([
    ownPlaybooks(),
    readSettings(),
    readSubscription(),
    readPolicy(),
  ]);
  const company = [...policy.playbooks, ...(await companySource(policy))];
  const by = { company, own, shared: subscription?.inUse ?? [], baton: builtInPlaybooks };
  return listed(by, modes, policy.modes);
}

/** The same from what is at hand; `set` are the modes that the company sets, which stand in `modes` too. */
export function listed(
  by: Record<Source, readonly Playbook[]>,
  modes: readonly PlaybookMode[],
  set: Policy['modes'] = {},
): Listed[] {
  const taken = new Set<string>();
  return SOURCES.flatMap((source) =>
    by[source].flatMap((playbook): Listed[] => {
      if (taken.has(playbook.id)) return [];
      taken.add(playbook.id);
      const original = source === 'baton' ? undefined : by.baton.find(({ id }) => id === playbook.id);
      const isSet = Object.hasOwn(set, playbook.id);
      // What a person once chose for one of the same name says nothing about the company's.
      const chosen = source === 'company' && !isSet ? [] : modes;
      return [
        {
          playbook,
          source,
          locked: source === 'company' || isSet,
          ...modeOf(playbook.id, source, chosen, original),
          ...(original ? { original } : {}),
        },
      ];
    }),
  );
}

/** What Baton brings, as it is in force where nothing stored can be read. */
export const builtInForce = (): Playbook[] => builtInPlaybooks.filter(({ id }) => ARMED_AT_FIRST.includes(id));

/** Those in one mode, on the desks of one site where it is named. */
export function inMode(all: readonly Listed[], mode: Mode, site?: string): Playbook[] {
  return all
    .filter((one) => one.mode === mode && (!site || firesOn(one.playbook, site)))
    .map(({ playbook }) => playbook);
}

export function firesOn({ trigger }: Pick<Playbook, 'trigger'>, site: string): boolean {
  return trigger.sites?.includes(site) ?? true;
}

function modeOf(
  id: string,
  source: Source,
  modes: readonly PlaybookMode[],
  original?: Playbook,
): Omit<PlaybookMode, 'playbook'> {
  const set = modes.find(({ playbook }) => playbook === id);
  if (set) {
    const { playbook: _, ...mode } = set;
    return mode;
  }
  // What the company gives holds; so does what somebody wrote here, but for a changed copy of what was off.
  const waits = (source === 'baton' || (source === 'own' && original)) && !ARMED_AT_FIRST.includes(id);
  return { mode: waits ? 'off' : 'armed', since: 0 };
}
