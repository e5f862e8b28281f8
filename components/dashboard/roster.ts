import type { TeamRoster } from '../../lib/model/settings';

/** A team while it is edited: its people as one text, a line each. `key` stays while the name changes. */
export type TeamEdit = { key: number; team: string; people: string };

const LONGEST = 200;

export function editsOf(roster: readonly TeamRoster[]): TeamEdit[] {
  return roster.map(({ team, people }, key) => ({ key, team, people: people.join('\n') }));
}

/** The roster that the edits amount to: no empty lines, nobody twice, and no team without a name. */
export function rosterOf(edits: readonly TeamEdit[]): TeamRoster[] {
  return edits.flatMap(({ team, people }) => {
    const name = team.trim().slice(0, LONGEST);
    return name === '' ? [] : [{ team: name, people: peopleOf(people) }];
  });
}

/** People pasted from a mail or a sheet may be parted by commas, semicolons or tabs too. */
export function peopleOf(text: string): string[] {
  const lines = text.split(/[\n,;\t]/).map((line) => line.trim().slice(0, LONGEST));
  return [...new Set(lines.filter(Boolean))].slice(0, 500);
}
