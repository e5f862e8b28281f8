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

export interface Reading {
  /** Milliseconds. */
  newest: number;
  all: number;
  readability: number;
  defuddle: number;
  /** How many messages were read, so that nobody wins by reading nothing; characters of the others' texts. */
  entries: number;
  readabilityText: number;
  defuddleText: number;
}

function timed<T>(work: () => T): { time: number; result: T } {
  const began = performance.now();
  const result = work();
  return { time: performance.now() - began, result };
}

/** Reads the page that is shown once with each; in the other order every second time. */
function read(round: number): Reading {
  const hit = pageOf(site, document.URL, document);
  const talk = site.conversation;
  if (!hit?.ref || !talk) throw new Error('this page shows no case');
  const { page, ref } = hit;
  const newest = () => readCase(site, page, ref, document, document.URL, Date.now());
  const all = () => {
    const first = newest();
    const rest = entriesOn(scopeOf(page, document), talk).slice(0, -NEWEST).filter(visible);
    return [...rest.flatMap((element) => readEntry(element, talk) ?? []), ...first.entries];
  };
  const measure = {
    newest: () => timed(newest),
    all: () => timed(all),
    // It takes the document apart, so whoever uses it gives it a copy.
    readability: () => timed(() => new Readability(document.cloneNode(true) as Document).parse()?.textContent ?? ''),
    defuddle: () => timed(() => new Defuddle(document, { url: document.URL }).parse().content),
  };
  const names = Object.keys(measure) as (keyof typeof measure)[];
  const done = new Map((round % 2 ? names.reverse() : names).map((name) => [name, measure[name]()]));
  const of = (name: string) => done.get(name as keyof typeof measure) as { time: number; result: unknown };
  return {
    newest: of('newest').time,
    all: of('all').time,
    readability: of('readability').time,
    defuddle: of('defuddle').time,
    entries: (of('all').result as unknown[]).length,
    readabilityText: (of('readability').result as string).length,
    defuddleText: (of('defuddle').result as string).length,
  };
}

Object.assign(globalThis, { readOnce: read });
