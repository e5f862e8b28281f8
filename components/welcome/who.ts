import type { Settings, TeamRoster } from '../../lib/model/settings';
import { peopleOf } from '../dashboard/roster';
import type { Who } from './who-step';

const LONGEST = 200;

/** What the settings say of the person, and the first team that is not their own; `roster`: all other teams. */
export function whoOf({ identity, roster }: Pick<Settings, 'identity' | 'roster'>): { who: Who; roster: TeamRoster[] } {
  const other = roster.find(({ team }) => team !== identity.team);
  return {
    who: { ...identity, other: other?.team ?? '', people: other?.people.join('\n') ?? '' },
    roster: roster.filter((one) => one !== other),
  };
}

/** The settings that it amounts to. A team of the roster that bears the other's name gets its people too: nobody is lost. */
export function settingsOf(
  { name, team, other, people }: Who,
  roster: readonly TeamRoster[],
): Pick<Settings, 'identity' | 'roster'> {
  const identity = { name: name.trim().slice(0, LONGEST), team: team.trim().slice(0, LONGEST) };
  const named = other.trim().slice(0, LONGEST);
  if (named === '') return { identity, roster: [...roster] };
  const before = roster.find((one) => one.team === named)?.people ?? [];
  const all = [...new Set([...before, ...peopleOf(people)])].slice(0, 500);
  return {
    identity,
    roster: [...roster.filter((one) => one.team !== named), { team: named, people: all }].slice(0, 200),
  };
}
