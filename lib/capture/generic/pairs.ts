import { oneLine } from '../visible';
import { ariaPairs } from './aria';
import { controlPairs } from './controls';
import { definitionPairs } from './definitions';
import { linePairs } from './lines';
import type { Look } from './look';
import { rowPairs } from './rows';
import { statedPairs } from './stated';

/** A label of the page and the value that stands at it. `stated`: the page says for machines, or by a real label, what the value is. */
export type Pair = { label: string; value: string; element: Element; stated?: true };

/** From each source at most so many. */
const MOST = 200;
const LONGEST_LABEL = 60;

/** Every label with its value that a person sees in what is looked at, by all the ways in which pages write them: the surest first. */
export function pairsOn(look: Look): Pair[] {
  const sources = [statedPairs, controlPairs, definitionPairs, rowPairs, ariaPairs, linePairs];
  return sources.flatMap((read) => {
    const pairs: Pair[] = [];
    for (const pair of read(look)) {
      if (pair.value !== '') pairs.push(pair);
      if (pairs.length >= MOST) break;
    }
    return pairs;
  });
}

/** A text as a label; empty for what is too long to be one. */
export function labelText(text: string | null | undefined): string {
  // A required field's mark is none of its label.
  const label = oneLine((text ?? '').slice(0, LONGEST_LABEL * 4)).replace(/\s*\*?\s*[:：]?\s*\*?$/u, '');
  return label.length <= LONGEST_LABEL && /[A-Za-z\u00aa-\uffff]/.test(label) ? label : '';
}
