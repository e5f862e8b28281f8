// What goes into a page of the desk to be measured there: Baton's own capture, and two readers of pages by others.
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { entriesOn, NEWEST, readEntry } from '../../../lib/capture/conversation';
import { pageOf } from '../../../lib/capture/page';
import { readCase, scopeOf } from '../../../lib/capture/snapshot';
import { visible } from '../../../lib/capture/visible';
import { practice } from '../../../lib/sites/practice/site';
import { runtimeSite } from '../../../lib/sites/runtime';

const site = runtimeSite(practice);

/** Messages that were read, so that nobody wins by reading nothing, and characters of the others' texts. */
export interface Read {
  newest: number;
  all: number;
  readability: number;
  defuddle: number;
}

/** Reads the page that is shown once with each, in the other order every second time. A mark before and after each goes into the trace. */
function read(round: number): Read {
  const hit = pageOf(site, document.URL, document);
  const talk = site.conversation;
  if (!hit?.ref || !talk) throw new Error('this page shows no case');
  const { page, ref } = hit;
  const newest = () => readCase(site, page, ref, document, document.URL, Date.now()).entries;
  const readers: Record<keyof Read, () => { length: number }> = {
    newest,
    all: () => {
      const rest = entriesOn(scopeOf(page, ref, document), talk)
        .slice(0, -NEWEST)
        .filter(visible);
      return [...rest.flatMap((element) => readEntry(element, talk) ?? []), ...newest()];
    },
    // It takes the document apart, so whoever uses it gives it a copy.
    readability: () => new Readability(document.cloneNode(true) as Document).parse()?.textContent ?? '',
    defuddle: () => new Defuddle(document, { url: document.URL }).parse().content,
  };
  const names = Object.keys(readers) as (keyof Read)[];
  const done: Read = { newest: 0, all: 0, readability: 0, defuddle: 0 };
  for (const name of round % 2 ? names.reverse() : names) {
    performance.mark(`${name}: begins`);
    done[name] = readers[name]().length;
    performance.mark(`${name}: ends`);
  }
  return done;
}

Object.assign(globalThis, { readOnce: read });
