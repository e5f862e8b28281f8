import type { Labelled } from '../model/site';
import type { Found } from './fields';
import { bare, fieldOf } from './labels';
import { queryAll } from './query';
import { readFirst } from './read';
import { visible } from './visible';
import { withoutParts } from './without';

/** As many fields as the protocol takes, with room for those that a site names. */
const MOST = 150;

/** The name that one of the element's classes has; empty where none has one. */
function byClass(element: Element, names: NonNullable<Labelled['names']>): string {
  const name = [...element.classList].find((one) => Object.hasOwn(names, one));
  return (name && names[name]) || '';
}

/**
 * The values that name themselves below `scope`, each field once: the first row that says it. `named` are the fields that the site names:
 * a row that is people's own is none of these.
 */
export function readLabelled(scope: ParentNode, kinds: readonly Labelled[], named: readonly string[]): Found[] {
  const found = new Map<string, Found>();
  for (const { row, label, value, own, names } of kinds)
    for (const element of queryAll(scope, row)) {
      if (!visible(element)) continue;
      const where = bare(readFirst(element, label)?.text ?? '').slice(0, 200);
      const known = names ? byClass(element, names) : fieldOf(where);
      const taken = (field: string) => found.has(field) || (own === true && named.includes(field));
      const field = own && taken(known) ? where.slice(0, 64) : known;
      if (field === '' || taken(field) || found.size >= MOST) continue;
      const read = readFirst(element, value, withoutParts);
      if (read) found.set(field, { field, value: read.text, certainty: 'certain', where, element: read.element });
    }
  return [...found.values()];
}
