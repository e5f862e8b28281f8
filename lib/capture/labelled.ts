import type { CapturedField } from '../model/case';
import type { Labelled } from '../model/site';
import { fieldOf } from './labels';
import { queryAll } from './query';
import { readFirst } from './read';
import { visible } from './visible';

/** As many fields as the protocol takes, with room for those that a site names. */
const MOST = 150;

/** The values that name themselves below `scope`, each field once: the first row that says it. */
export function readLabelled(scope: ParentNode, kinds: readonly Labelled[]): CapturedField[] {
  const found = new Map<string, CapturedField>();
  for (const { row, label, value } of kinds)
    for (const element of queryAll(scope, row)) {
      if (!visible(element)) continue;
      const where = readFirst(element, label)?.text.slice(0, 200) ?? '';
      const field = fieldOf(where);
      if (field === '' || found.has(field) || found.size >= MOST) continue;
      const text = readFirst(element, value)?.text;
      if (text) found.set(field, { field, value: text, certainty: 'certain', where });
    }
  return [...found.values()];
}
