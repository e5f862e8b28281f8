import { manyLines } from '../visible';
import { type Look, shortText, shownIn } from './look';
import { labelText, type Pair } from './pairs';

/** Definition lists, and what says by its role that it is one: a term with all that follows until the next. */
export function* definitionPairs({ all, sees }: Look): Generator<Pair> {
  for (const term of all('dt, [role=term]')) {
    const label = labelText(shortText(term));
    if (label === '' || !sees(term)) continue;
    const values: Element[] = [];
    for (let next = term.nextElementSibling; next?.matches('dd, [role=definition]'); next = next.nextElementSibling)
      if (sees(next)) values.push(next);
    const [element] = values;
    if (element) yield { label, value: manyLines(values.map((one) => shownIn(one)).join('\n')), element };
  }
}
