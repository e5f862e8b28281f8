import type { CapturedField } from '../../model/case';
import { oneLine } from '../visible';
import { type Look, shownIn } from './look';

const LONGEST = 300;
/** What a site puts between the parts of a document's title. */
const BETWEEN = /\s+[|·•»–—-]\s+/;

/** The title of the case: the first heading that the document's title says too, else the first heading of the highest rank, else the title's longest part. */
export function subjectOn(look: Look, title: string, id: string): CapturedField | null {
  const bare = (text: string) => withoutKey(oneLine(text), id);
  const headings = [...headingsOn(look)].map(bare).filter((text) => text.length > 2 && !look.labels.isKnownLabel(text));
  const parts = title.slice(0, 1_000).split(BETWEEN).map(bare);
  const said = headings.find((text) => parts.some((part) => part.includes(text)));
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const value = said ?? headings[0] ?? longest;
  return value ? { field: 'subject', value: value.slice(0, LONGEST), certainty: 'guess', where: 'subject' } : null;
}

/** The headings that a case's title may be, the highest rank first. */
function* headingsOn({ all, sees }: Look): Generator<string> {
  for (const css of ['h1, [role=heading][aria-level="1"]', 'h2, [role=heading][aria-level="2"]'])
    for (const heading of all(css, 20)) if (sees(heading)) yield shownIn(heading, 40, LONGEST * 2);
}

/** "[OPS-12] Blank page", "#4711: Blank page", "Ticket 4711 - Blank page": without the case's own number. */
function withoutKey(text: string, id: string): string {
  const at = text.indexOf(id);
  if (at < 0 || at > 20) return text;
  const rest = text.slice(at + id.length).replace(/^[\s\])}:.,|·–—-]+/u, '');
  return /^(?:[\p{L}.]{0,12}\s?)?[[(#№\s]*$/u.test(text.slice(0, at)) && rest !== '' ? rest : text;
}
