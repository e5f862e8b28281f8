import { oneLine } from '../visible';
import { type Look, shownIn } from './look';
import { type TimeMark, timeIn } from './times';

const LONGEST = 80;
/** Where a block names who wrote it, the surest first. */
const PLACES = [
  '[itemprop=author], [rel=author], [class*=author i], [class*=sender i]',
  '[class*=user i], [class*=from i], [class*=name i], [class*=person i]',
  'cite, address, b, strong, h3, h4, h5, h6, dt, th',
  'a',
];
const ANYWHERE = PLACES.join();
const NOBODY = '[class*=avatar i], [class*=time i], [class*=date i], [class*=badge i], [class*=button i], button';
const BEFORE =
  /^(?:(?:posted|sent|created|added|written|opened|commented|replied|updated|geschrieben|verfasst)\s+)?(?:by|from|von|de|par|por)\s*:?\s+/i;
const AFTER =
  /[\s,:·|–—-]+(?:wrote|said|says|commented|replied|posted|schrieb|antwortete|a écrit|escribió|on|at|am|um|le|el)?[\s,:·|–—-]*$/i;

/** Who wrote a block, and where it says so: by an element that is made for it, beside the time, or in the block's first words. */
export function authorOf(block: Element, mark: TimeMark, look: Look): { name: string; node: Node } | null {
  const found = [...block.querySelectorAll(ANYWHERE)].slice(0, 24);
  for (const css of PLACES)
    for (const element of found) {
      if (!element.matches(css) || element.matches(NOBODY) || element.contains(mark.node)) continue;
      const name = nameIn(shownIn(element, 20, LONGEST * 3), look);
      if (name !== '' && look.sees(element)) return { name, node: element };
    }
  const beside = nameIn(mark.rest, look);
  if (beside !== '') return { name: beside, node: mark.node };
  return firstWords(block, mark, look);
}

function firstWords(block: Element, mark: TimeMark, look: Look): { name: string; node: Node } | null {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let n = 0; n < 12 && walker.nextNode(); n += 1) {
    const node = walker.currentNode as Text;
    const name = mark.node.contains(node) || node.length > LONGEST * 3 ? '' : nameIn(node.data, look);
    if (name !== '' && node.parentElement && look.sees(node.parentElement)) return { name, node };
  }
  return null;
}

/** A text as somebody's name, without what stands around it; empty for what is none. */
function nameIn(text: string, { labels }: Look): string {
  const line = oneLine(text);
  if (line.length > LONGEST || timeIn(line)) return '';
  const name = line
    .replace(BEFORE, '')
    .replace(/\s+(?:wrote|said|schrieb|commented|replied)\s*:?$/i, '')
    .replace(AFTER, '');
  return /^["'<(]?[A-Za-z\u00aa-\uffff][^#:!?]+$/.test(name) && !labels.isKnownLabel(name) && name.split(' ').length < 7
    ? name
    : '';
}
