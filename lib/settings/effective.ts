import { mayUse, type Policy } from '../model/policy';
import type { Settings } from '../model/settings';

/** The settings that hold: what the policy sets stands over what is stored. */
export function effective(stored: Settings, policy: Policy): Settings {
  const { whenUnsure, keepDays, identity, roster, modes = {} } = policy;
  return {
    ...stored,
    desks: stored.desks.filter(({ origin, site }) => mayUse(policy, origin, site)),
    whenUnsure: whenUnsure ?? stored.whenUnsure,
    keepDays: keepDays ?? stored.keepDays,
    identity: { name: identity?.name ?? stored.identity.name, team: identity?.team ?? stored.identity.team },
    roster: roster ?? stored.roster,
    modes: [
      ...Object.entries(modes).map(([playbook, mode]) => ({ playbook, mode, since: 0 })),
      ...stored.modes.filter(({ playbook }) => !Object.hasOwn(modes, playbook)),
    ],
  };
}

/** What may be stored of a change: of what the policy sets the person's own stays as it was, and is back when the policy goes. */
export function withoutLocked(changed: Settings, stored: Settings, policy: Policy): Settings {
  const { whenUnsure, keepDays, identity, roster, modes = {} } = policy;
  const locked = ({ playbook }: { playbook: string }) => Object.hasOwn(modes, playbook);
  return {
    ...changed,
    whenUnsure: whenUnsure === undefined ? changed.whenUnsure : stored.whenUnsure,
    keepDays: keepDays === undefined ? changed.keepDays : stored.keepDays,
    identity: {
      name: identity?.name === undefined ? changed.identity.name : stored.identity.name,
      team: identity?.team === undefined ? changed.identity.team : stored.identity.team,
    },
    roster: roster === undefined ? changed.roster : stored.roster,
    modes: [...changed.modes.filter((mode) => !locked(mode)), ...stored.modes.filter(locked)],
  };
}

/** Who works here is in their own team too. */
export function withIdentity(settings: Settings): Settings {
  const { name, team } = settings.identity;
  if (name === '' || team === '') return settings;
  const own = settings.roster.find((one) => one.team === team);
  if (own?.people.includes(name)) return settings;
  return {
    ...settings,
    roster: own
      ? settings.roster.map((one) => (one === own ? { team, people: [...own.people, name] } : one))
      : [...settings.roster, { team, people: [name] }],
  };
}

/** What the company set, for the screen: it is shown, and cannot be changed. */
export type Locked = {
  whenUnsure: boolean;
  keepDays: boolean;
  roster: boolean;
  name: boolean;
  team: boolean;
};

export function lockedParts({ whenUnsure, keepDays, roster, identity }: Policy): Locked {
  return {
    whenUnsure: whenUnsure !== undefined,
    keepDays: keepDays !== undefined,
    roster: roster !== undefined,
    name: identity?.name !== undefined,
    team: identity?.team !== undefined,
  };
}
