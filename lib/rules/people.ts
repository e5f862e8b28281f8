import type { Value, Word } from '../model/case';
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

/** A login or the like is one word, a full name is more. */
const isFull = (name: string) => /\S\s+\S/.test(name.trim());

/**
 * What a desk calls one person, of whom it wrote `known` before and writes `label` now: the full name with the login behind it, where it is one of each;
 * else the newer.
 */
export function joinNames(known: string, label: string): string {
  if (namesIn(known).includes(fold(label))) return known;
  if (namesIn(label).includes(fold(known))) return label;
  if (isFull(known) === isFull(label)) return label;
  return isFull(known) ? `${known} (${label})` : `${label} (${known})`;
}

/** A person with all names that the desk's words have for them: by the id, else by a name that one id alone has. */
export function knownAs(value: Value, words: readonly Word[]): Value {
  const people = words.filter(({ field }) => field === 'owner');
  const named = ({ id, label }: Word) => samePerson(label, value.label) || fold(id) === fold(value.label);
  const found = value.id === undefined ? people.filter(named) : people.filter(({ id }) => id === value.id);
  const [word, ...others] = found;
  if (!word || others.length > 0) return value;
  // An id that is a login is a name too.
  return {
    ...value,
    label: value.label === value.id && !/\D/.test(value.id) ? word.label : joinNames(word.label, value.label),
  };
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
