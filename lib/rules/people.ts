import type { TeamRoster } from '../model/settings';

/** Folds case, width and space, so that names compare as people read them. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The names that one label may stand for, folded. Desks write people as "amara", "amara (Amara Okafor)",
 * "Dana Whitlock <dana@…>": any part may be what a roster names.
 */
export function namesIn(label: string): string[] {
  const whole = fold(label);
  const names = new Set([whole]);
  const cut = whole.search(/[(<]/);
  if (cut > 0) {
    names.add(whole.slice(0, cut).trim());
    for (const part of whole.slice(cut).split(/[()<>]/)) if (part.trim()) names.add(part.trim());
  }
  return [...names];
}

/** True when two labels name the same person. */
export function samePerson(a: string, b: string): boolean {
  const names = namesIn(a);
  return namesIn(b).some((name) => names.includes(name));
}

/** The teams that a person works in, by the roster. */
export function teamsOf(label: string, roster: readonly TeamRoster[]): string[] {
  const index = indexOf(roster);
  const teams = new Set(namesIn(label).flatMap((name) => index.get(name) ?? []));
  return roster.map(({ team }) => team).filter((team) => teams.has(team));
}

/** Who is where, worked out once for a roster: a verdict asks in the middle of a press, and companies have hundreds of people. */
const indexes = new WeakMap<readonly TeamRoster[], Map<string, string[]>>();

function indexOf(roster: readonly TeamRoster[]): Map<string, string[]> {
  const known = indexes.get(roster);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const { team, people } of roster)
    for (const name of people.flatMap(namesIn)) index.set(name, [...(index.get(name) ?? []), team]);
  indexes.set(roster, index);
  return index;
}
