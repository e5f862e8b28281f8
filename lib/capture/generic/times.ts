import { type Look, MOST } from './look';

/** A place on the page that says when something was: `node` holds it; `rest` is what else the same text says. */
export type TimeMark = { node: Node; element: Element; at: string; rest: string };

const LONGEST = 120;
const ENDS = 80;
/** Letters as months are written in. Named by their property they would take longer to compile than the whole page to read. */
const L = 'A-Za-zÀ-ž';
const CLOCK = String.raw`(?:,?\s+(?:at |um |à )?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?: Uhr)?)?`;
const DATES = [
  String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s?[+-]\d{2}:?\d{2})?)?`,
  String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}${CLOCK}`,
  String.raw`(?:[${L}]{2,10}\.?,? )?\d{1,2}\.? (?:de )?[${L}]{3,10}\.?,? (?:de )?\d{4}${CLOCK}`,
  String.raw`(?:[${L}]{2,10}\.?,? )?[${L}]{3,10}\.? \d{1,2},? \d{4}${CLOCK}`,
  String.raw`(?:\d{1,3}|an?) (?:second|minute|min|hour|day|week|month|year)s? ago`,
  String.raw`(?:vor|il y a|hace) (?:\d{1,3}|eine[mr]?) [${L}]{3,10}`,
  String.raw`(?:today|yesterday|heute|gestern|aujourd’hui|hier|hoy|ayer),? (?:at |um |à )?\d{1,2}:\d{2}`,
];
const WHEN = new RegExp(`(?<![${L}\\d])(?:${DATES.join('|')})(?![${L}\\d])`, 'i');
/** Only what has a year, a clock or a span in it is worth the long look. */
const MAYBE = /\d{4}|\d[:./]\d\d| ago|(?:vor|il y a|hace) /i;
const CLOCK_ALONE = /^\d{1,2}:\d{2}(\s?[ap]m)?$/i;

/** The moment that a short text names, as it says it, and what is left of the text; null where it names none. */
export function timeIn(text: string): { at: string; rest: string } | null {
  if (text.length > LONGEST || !MAYBE.test(text)) return null;
  const at = CLOCK_ALONE.test(text) ? text : WHEN.exec(text)?.[0];
  return at === undefined ? null : { at, rest: text.replace(at, ' ') };
}

/** Where the page says when, in its order. */
export function timesOn({ all, texts }: Look): TimeMark[] {
  const named = all('time, relative-time, [itemprop=dateCreated]').flatMap((element): TimeMark[] => {
    const at = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '';
    return at.trim() === '' ? [] : [{ node: element, element, at: at.trim().slice(0, 100), rest: '' }];
  });
  const elements = new Set(named.map(({ element }) => element));
  const marks: TimeMark[] = [];
  let tried = 0;
  for (const { text, node, element } of texts()) {
    if (text.length > LONGEST || !MAYBE.test(text)) continue;
    tried += 1;
    if (tried > MOST) break;
    const time = elements.has(element) || elements.has(element.parentElement as Element) ? null : timeIn(text);
    if (!time) continue;
    while (named[0] && named[0].node.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
      marks.push(named.shift() as TimeMark);
    marks.push({ node, element, ...time });
  }
  const found = [...marks, ...named];
  // Of a very long conversation both ends: the newest stand at one of them.
  return found.length > ENDS * 2 ? [...found.slice(0, ENDS), ...found.slice(-ENDS)] : found;
}

/** Milliseconds since 1970, for putting times in order; NaN for what cannot be told. */
export function momentOf(at: string): number {
  const [, day, month, year, rest] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(.*)$/.exec(at) ?? [];
  const clock = /\d{1,2}:\d{2}/.exec(rest ?? '')?.[0] ?? '0:00';
  return year === undefined ? Date.parse(at) : Date.parse(`${year}/${month}/${day} ${clock}`);
}
