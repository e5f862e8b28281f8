import { manyLines } from '../visible';
import { type Look, shortText, shownIn } from './look';
import { labelText, type Pair } from './pairs';

/** Rows of tables whose first cell, or each second one, names the next: by a head of its own, a colon, or a word that Baton knows. */
export function* rowPairs({ all, sees, labels }: Look): Generator<Pair> {
  for (const row of all('tr, [role=row]')) {
    if (row.childElementCount > 8) continue;
    const cells = [...row.children];
    // Of a list with many columns a cell is no label, whatever it says.
    const byWord = cells.length % 2 === 0 && cells.length < 5;
    const heads = cells.map((cell) => {
      const text = shortText(cell).trim();
      const isHead = cell.matches('th, [role=rowheader], [role=columnheader]');
      return isHead || /[:：]$/.test(text) || (byWord && labels.isKnownLabel(text)) ? labelText(text) : '';
    });
    for (const [n, cell] of cells.entries()) {
      const label = heads[n];
      const element = cells[n + 1];
      if (label && element && !heads[n + 1] && sees(cell) && sees(element))
        yield { label, value: manyLines(shownIn(element)), element };
    }
  }
}
