import type { Entry } from '../model/case';
import type { Conversation } from '../model/site';
import { queryAll } from './query';
import { readFirst } from './read';
import { oneLine, visible } from './visible';
import { withoutParts } from './without';

/** Read at once, with the fields; what is older is read in slices (`older.ts`). */
export const NEWEST = 20;
/** As many as the protocol takes. */
const MOST = 1_000;

/** The elements of the conversation's entries that stand on the page, oldest first. */
export function entriesOn(root: ParentNode, talk: Conversation): Element[] {
  const all = talk.byId ? inOrder(queryAll(root, talk.entry), talk) : queryAll(root, talk.entry);
  return talk.newestFirst ? all.slice(0, MOST).reverse() : all.slice(-MOST);
}

/** The newest `limit` entries, oldest first. A thread of a thousand messages costs no more than these. */
export function readEntries(root: ParentNode, talk: Conversation, limit = NEWEST): Entry[] {
  return entriesOn(root, talk)
    .slice(-limit)
    .filter(visible)
    .flatMap((element) => readEntry(element, talk) ?? []);
}

/** What entries said last: a desk may show the text of the one that is opened alone. */
const said = new WeakMap<Element, Entry>();

/** What an entry that can be seen says, or said before its text was folded away; null where it says nothing. */
export function readEntry(element: Element, talk: Conversation): Entry | null {
  const entry = readNow(element, talk);
  if (!entry) {
    const before = said.get(element);
    // A place that the desk uses again is another entry.
    return before?.id !== undefined && before.id === idOf(element, talk) ? before : null;
  }
  said.set(element, entry);
  return entry;
}

function readNow(element: Element, talk: Conversation): Entry | null {
  const text = readFirst(element, talk.text, withoutParts)?.text;
  if (!text) return null;
  const whole = wholeOf(element, talk);
  const head = talk.head ? oneLine(queryAll(whole, talk.head)[0]?.textContent ?? '') : '';
  const rule = talk.kinds.find(
    ({ css, says }) => (css ? element.matches(css) : true) && (says ? head.includes(says) : true),
  );
  const id = idOf(element, talk);
  const at = readFirst(whole, talk.at)?.text;
  return {
    ...(id ? { id } : {}),
    author: (readFirst(whole, talk.author)?.text ?? '').slice(0, 300),
    ...(at ? { at: at.slice(0, 100) } : {}),
    kind: rule?.kind ?? talk.otherwise,
    text,
  };
}

/** The desk's own id of an entry, as it is kept. */
export function idOf(element: Element, talk: Conversation): string | undefined {
  return (talk.idFrom && wholeOf(element, talk).getAttribute(talk.idFrom)?.slice(0, 128)) || undefined;
}

function wholeOf(element: Element, { of }: Conversation): Element {
  return (of && element.closest(of)) || element;
}

/** By the number in their ids; those of one save stay as they stand. */
function inOrder(elements: readonly Element[], talk: Conversation): Element[] {
  const numbered = elements.map((one) => [Number(/\d+/.exec(idOf(one, talk) ?? '')?.[0] ?? 0), one] as const);
  return numbered.sort(([a], [b]) => a - b).map(([, one]) => one);
}
