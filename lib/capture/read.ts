import type { Try } from '../model/site';
import { queryAll } from './query';
import { manyLines, oneLine, visible } from './visible';

export type Read = { text: string; element: Element };

/**
 * Makes the tries in order below `root` and gives the first text found, with the element it stands in.
 * Only what is visible is read: desks keep a hidden copy of every value in their edit forms (Request Tracker, HubSpot).
 */
export function readFirst(root: ParentNode, tries: readonly Try[]): Read | null {
  for (const attempt of tries) {
    const read = readTry(root, attempt);
    if (read) return read;
  }
  return null;
}

function readTry(root: ParentNode, attempt: Try): Read | null {
  for (const element of elementsFor(root, attempt)) {
    const text = isShown(element, attempt) ? textFor(element, attempt) : '';
    if (text !== '') return { text, element };
  }
  return null;
}

/** How far a try comes below `root`: elements found, of these the hidden ones, and of the others those without a text. */
export function countTry(root: ParentNode, attempt: Try): { found: number; hidden: number; empty: number } {
  const elements = elementsFor(root, attempt);
  const shown = elements.filter((element) => isShown(element, attempt));
  const empty = shown.filter((element) => textFor(element, attempt) === '').length;
  return { found: elements.length, hidden: elements.length - shown.length, empty };
}

/** `:scope` alone reads the root itself (a row, an entry). */
function elementsFor(root: ParentNode, { css }: Try): Element[] {
  return css === ':scope' && root instanceof Element ? [root] : queryAll(root, css);
}

function isShown(element: Element, { read, hidden }: Try): boolean {
  // A desk may draw its own list over the browser's, which is then hidden: what is around it counts.
  return hidden === true || visible(read === 'came' ? (element.parentElement ?? element) : element);
}

/** What a try makes of an element; empty where that is a word for nothing. */
function textFor(element: Element, attempt: Try): string {
  const { hidden, read, empty } = attempt;
  const text = cut(hidden ? oneLine(element.textContent ?? '') : textOf(element, read ?? 'text'), attempt);
  return empty?.some((word) => word.toLowerCase() === text.toLowerCase()) ? '' : text;
}

function textOf(element: Element, how: NonNullable<Try['read']>): string {
  if (how === 'text') return oneLine((element as HTMLElement).innerText ?? element.textContent ?? '');
  if (how === 'lines') return manyLines((element as HTMLElement).innerText ?? element.textContent ?? '');
  if (how === 'value') {
    if (element instanceof HTMLSelectElement) return oneLine(element.selectedOptions[0]?.textContent ?? '');
    // Never a password, whatever a site that came as a file asks for.
    return element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement && element.type !== 'password')
      ? manyLines(element.value)
      : '';
  }
  if (how === 'came') {
    const came = element instanceof HTMLSelectElement && [...element.options].find((option) => option.defaultSelected);
    return came ? oneLine(came.textContent ?? '') : '';
  }
  return oneLine(element.getAttribute(how.slice(1)) ?? '');
}

function cut(text: string, { after, before, label }: Try): string {
  let out = text;
  if (label) {
    const name = label.find((one) => out.startsWith(one));
    if (!name) return '';
    out = out.slice(name.length);
  }
  if (after !== undefined) {
    const at = out.indexOf(after);
    out = at < 0 ? out : out.slice(at + after.length);
  }
  if (before !== undefined) {
    const at = out.indexOf(before);
    out = at < 0 ? out : out.slice(0, at);
  }
  return out.trim().slice(0, 20_000);
}
