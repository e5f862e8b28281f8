import type { Entry } from '../model/case';
import type { Conversation } from '../model/site';
import { readFirst } from './read';
import { oneLine, visible } from './visible';

/** The entries of the conversation that stand on the page, oldest first, the newest `limit` of them. */
export function readEntries(root: ParentNode, talk: Conversation, limit = 20): Entry[] {
  const all = [...root.querySelectorAll(talk.entry)];
  // Slice before reading: a thread of a thousand messages costs no more than its newest twenty.
  const newest = talk.newestFirst ? all.slice(0, limit).reverse() : all.slice(-limit);
  return newest.filter(visible).flatMap((element) => readEntry(element, talk) ?? []);
}

function readEntry(element: Element, talk: Conversation): Entry | null {
  const text = readFirst(element, talk.text)?.text;
  if (!text) return null;
  const head = talk.head ? oneLine(element.querySelector(talk.head)?.textContent ?? '') : '';
  const rule = talk.kinds.find(
    ({ css, says }) => (css ? element.matches(css) : true) && (says ? head.includes(says) : true),
  );
  const id = talk.idFrom ? element.getAttribute(talk.idFrom) : null;
  const at = readFirst(element, talk.at)?.text;
  return {
    ...(id ? { id: id.slice(0, 128) } : {}),
    author: (readFirst(element, talk.author)?.text ?? '').slice(0, 300),
    ...(at ? { at: at.slice(0, 100) } : {}),
    kind: rule?.kind ?? talk.otherwise,
    text,
  };
}
