import type { Item } from './items';

/** From the top. */
export const ORDER = ['missing', 'guesses', 'warnings', 'filled', 'optional'] as const;

export type SectionName = (typeof ORDER)[number];
export type Sections = Record<SectionName, Item[]>;

/** Where an item belongs by what it is now. */
function sectionOf({ criterion, met, problem, answer }: Item): SectionName {
  if (problem === 'guess') return 'guesses';
  if (met && answer) return 'filled';
  if (criterion.level === 'optional') return 'optional';
  if (met) return 'filled';
  return criterion.level === 'block' ? 'missing' : 'warnings';
}

/**
 * Sorts the items into their sections. What the person has worked on stays where they found it (`kept`): a field that
 * jumps away as soon as it is complete takes the next key with it.
 */
export function sort(items: readonly Item[], kept: ReadonlyMap<string, SectionName>): Sections {
  const sections: Sections = { missing: [], warnings: [], guesses: [], filled: [], optional: [] };
  for (const item of items) sections[kept.get(item.criterion.id) ?? sectionOf(item)].push(item);
  return sections;
}

/** Element ids, so that focus can be moved to where something is missing. */
export const fieldId = (criterion: string): string => `field-${criterion}`;
export const REASON_ID = 'reason';
export const GUESSES_ID = 'guesses-right';
export const MAIN_ID = 'main-button';
export const ELSEWHERE_ID = 'elsewhere';

/** The id of the first thing that is missing, from the top; undefined when nothing is. */
export function firstMissing(sections: Sections, noReason: boolean): string | undefined {
  if (noReason) return REASON_ID;
  for (const name of ORDER) {
    const item = sections[name].find(({ criterion, met }) => criterion.level === 'block' && !met);
    if (item) return item.problem === 'guess' ? GUESSES_ID : fieldId(item.criterion.id);
  }
  return undefined;
}
