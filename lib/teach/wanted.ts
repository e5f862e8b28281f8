import { fieldOf } from '../capture/labels';
import { oneLine } from '../capture/visible';
import type { Lesson } from '../model/lesson';
import type { Leaf } from './leaves';

/** What a field may be set to in a request: its word now, the ids that its list gives that word, and whether the handoff changed it. */
export type Wanted = { field: string; names: string[]; words: string[]; ids: string[]; changed: boolean };

/** How sure a place is: by its word, by the id that the page's list has for the word, or by the place's name alone. */
export type Sure = 'label' | 'option' | 'guess';

/** A value of a taught field that stands in a request. */
export type Found = { leaf: Leaf; wanted: Wanted; sure: Sure; score: number };

/** Fields whose change hands a case over, the likeliest first; others may be taught too. */
export const HANDS_OVER = ['team', 'owner', 'stage', 'status'];
/** What requests add to the name of a field: "team_id", "assigneeName", "group.key". */
const ADDED = new Set(['id', 'ids', 'key', 'name', 'value', 'href', 'uuid', 'label', 'new', 'selected', 'current']);

/** The values to look for in what was watched, of the fields that a person taught. */
export function wantedOf({ fields, before, after, options = [] }: Lesson): Wanted[] {
  const all = fields.map(({ field, label, read }): Wanted => {
    const now = after?.[field] ?? before?.[field] ?? read;
    const changed =
      after?.[field] !== undefined && before?.[field] !== undefined && fold(after[field]) !== fold(before[field]);
    const own = options.filter((one) => one.field === field);
    // Where nothing is seen to have changed, whatever its list holds may be what it was set to.
    const meant = changed ? own.filter(({ label: word }) => fold(word) === fold(now)) : own;
    const words = [now, ...(changed ? [] : own.map(({ label: word }) => word))].filter(Boolean);
    return { field, names: [field, label ?? ''].filter(Boolean), words, ids: meant.map(({ id }) => id), changed };
  });
  return all.sort((a, b) => rank(a) - rank(b));
}

/** The lower, the likelier that a request which sets it hands over. */
function rank({ field, changed }: Wanted): number {
  const at = HANDS_OVER.indexOf(field);
  return (changed ? 0 : 100) + (at < 0 ? HANDS_OVER.length : at);
}

/** Whether a value's names in a request mean this field: "ticket[group_id]" the team, "assignee.id" the owner. */
export function isNamed({ names }: Wanted, called: readonly string[]): boolean {
  const words = called
    .slice(-3)
    .map(wordsOf)
    .filter((list) => list.length > 0);
  return words.slice(-2).some((list) => {
    const name = list.join(' ');
    return names.some((one) => fold(one) === name || fieldOf(name) === one);
  });
}

/** "assigneeId" → ["assignee"]; nothing of a name that only says what kind of value it is. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !ADDED.has(word));
}

/** Texts that people take for the same. */
export function fold(text: string): string {
  return oneLine(text).toLowerCase();
}
