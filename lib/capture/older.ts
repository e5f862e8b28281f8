import type { Entry } from '../model/case';
import type { Conversation } from '../model/site';
import { idOf, readEntry } from './conversation';
import { visible } from './visible';

/** Characters of older entries that are kept at most: as many as the newest twenty can have. */
const MOST_TEXT = 400_000;

/** What older entries of one conversation said, kept by their elements: each is read once, and again when it changed. */
export class Older {
  /** Counts what was read anew and said something else than before. */
  revision = 0;
  readonly #read = new WeakMap<Element, Entry | null>();
  readonly #stale = new WeakSet<Element>();
  readonly #talk: Conversation;

  constructor(talk: Conversation) {
    this.#talk = talk;
  }

  /** Of these (oldest first) what has been read, without a gap before the newest: an answer never skips what it has not seen. */
  known(elements: readonly Element[]): Entry[] {
    const entries: Entry[] = [];
    let room = MOST_TEXT;
    for (const element of elements.toReversed()) {
      const entry = this.#read.get(element);
      if (entry === undefined && visible(element)) break;
      room -= entry?.text.length ?? 0;
      if (room < 0) break;
      if (entry) entries.push(entry);
    }
    return entries.reverse();
  }

  /** Reads what is not known of these, newest first, one at each step. */
  *missing(elements: readonly Element[]): Generator<void, void> {
    let room = MOST_TEXT;
    for (const element of elements.toReversed()) {
      if (this.#outdated(element) && visible(element)) {
        const entry = readEntry(element, this.#talk);
        if (JSON.stringify(entry) !== JSON.stringify(this.#read.get(element))) this.revision += 1;
        this.#read.set(element, entry);
        this.#stale.delete(element);
      }
      room -= this.#read.get(element)?.text.length ?? 0;
      if (room < 0) break;
      yield;
    }
  }

  /** Something changed at or below this node. */
  changed(node: Node): void {
    const entry = (node instanceof Element ? node : node.parentElement)?.closest(this.#talk.entry);
    if (entry) this.#stale.add(entry);
  }

  #outdated(element: Element): boolean {
    const entry = this.#read.get(element);
    // A desk that draws only what is scrolled into view uses an element again for another entry.
    return (
      entry === undefined || this.#stale.has(element) || (entry !== null && entry.id !== idOf(element, this.#talk))
    );
  }
}
