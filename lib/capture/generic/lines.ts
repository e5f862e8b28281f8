import { manyLines, oneLine } from '../visible';
import { type Look, MOST, shownIn } from './look';
import { labelText, type Pair } from './pairs';

/** Other sources know these better, or they lead elsewhere. */
const NOT =
  'label, legend, dt, th, caption, a, button, h1, [role=button], [role=link], [role=tab], [role=columnheader]';
/** From the text up to what stands alone in it. */
const CLIMB = 3;
const LONGEST_WORD = 40;

/** Texts that are a label by a word that Baton knows, with what follows: `<b>Status:</b> Open`, two boxes side by side, "Status: Open". */
export function* linePairs(look: Look): Generator<Pair> {
  let met = 0;
  for (const { text, node, element } of look.texts()) {
    const colon = text.indexOf(':');
    const label = colon < 0 ? text : text.slice(0, colon);
    // Every text of the page comes by here: what is too long is not even looked up.
    if (label.length > LONGEST_WORD || !look.labels.isKnownLabel(label)) continue;
    met += 1;
    if (met > MOST) return;
    if (!look.sees(element) || element.closest(NOT)) continue;
    const value = colon < 0 ? '' : text.slice(colon + 1).trim();
    if (value !== '') yield { label: labelText(label), value, element };
    else {
      const found = valueAfter(node, look);
      if (found) yield { label: labelText(label), ...found };
    }
  }
}

function valueAfter(label: Text, { sees, labels }: Look): Omit<Pair, 'label'> | null {
  let from: Node = label;
  for (let up = 0; up <= CLIMB; up += 1) {
    // What stands beside a cell is for the rows to know, and beside a point of a list is another point.
    if (from instanceof Element && from.matches('td, li, [role=cell], [role=gridcell], [role=listitem]')) return null;
    for (let next = from.nextSibling; next; next = next.nextSibling) {
      if (next instanceof Text) {
        const value = oneLine(next.data.slice(0, 4_000)).replace(/^[:：]\s*/u, '');
        if (value !== '' && next.parentElement) return { value, element: next.parentElement };
      } else if (next instanceof Element && next.tagName !== 'BR') {
        const value = sees(next) ? manyLines(shownIn(next)) : '';
        return value === '' || labels.isKnownLabel(value) ? null : { value, element: next };
      } else if (next instanceof Element) return null;
    }
    const parent = from.parentElement;
    // Something else stands before it: it is the end of a text, no label.
    if (!parent || from.previousSibling?.textContent?.trim()) return null;
    from = parent;
  }
  return null;
}
