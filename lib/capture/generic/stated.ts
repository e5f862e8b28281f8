import { manyLines, oneLine } from '../visible';
import { type Look, shownIn } from './look';
import type { Pair } from './pairs';

/** What schema.org calls the fields that Baton knows. */
const NAMES: Record<string, string> = {
  headline: 'subject',
  name: 'subject',
  title: 'subject',
  author: 'requester',
  creator: 'requester',
  sender: 'requester',
  customer: 'requester',
  assignee: 'owner',
  creativeWorkStatus: 'status',
  actionStatus: 'status',
  orderStatus: 'status',
  status: 'status',
  priority: 'priority',
  keywords: 'tags',
};
/** About the site, or about something else on the page. */
const OTHER =
  /Organi[sz]ation|Web(Site|Page)|Breadcrumb|ListItem|Person|Product|Image|SoftwareApp|Search|Comment|Answer/;
const SCRIPTS = 5;
const LARGEST = 60_000;

/** What the page says of its case for machines, in JSON-LD and microdata: as far as a person sees the same words. */
export function* statedPairs(look: Look): Generator<Pair> {
  yield* inJson(look);
  yield* inMarkup(look);
}

function* inJson({ all, find }: Look): Generator<Pair> {
  const scripts = all('script[type="application/ld+json"]', SCRIPTS);
  for (const node of scripts.flatMap(({ textContent }) => nodesIn(textContent ?? ''))) {
    for (const [name, label] of Object.entries(NAMES)) {
      const value = wordOf(node[name]);
      const shown = value && find(value);
      if (shown) yield { label, value, element: shown.element, stated: true };
    }
  }
}

type Node = Record<string, unknown>;

/** The records of a script that may be a case. */
function nodesIn(json: string): Node[] {
  if (json.length > LARGEST) return [];
  try {
    const top: unknown = JSON.parse(json);
    const all = [top].flat().flatMap((one) => [one, (one as Node | null)?.['@graph']].flat());
    return all
      .filter((one): one is Node => typeof one === 'object' && one !== null)
      .filter((one) => !OTHER.test(String(one['@type'])))
      .slice(0, 50);
  } catch {
    return [];
  }
}

/** A text, or the name of the thing that is the value; of several the first. */
function wordOf(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  const word = typeof one === 'object' && one !== null ? (one as Node)['name'] : one;
  return typeof word === 'string' ? oneLine(word.slice(0, 600)) : '';
}

function* inMarkup({ all, sees }: Look): Generator<Pair> {
  for (const element of all('[itemprop]')) {
    const label = NAMES[element.getAttribute('itemprop') ?? ''];
    const of = element.parentElement?.closest('[itemscope]');
    // A name inside of what is itself a value (an author, a comment) is not the case's.
    if (!label || !of || of.hasAttribute('itemprop') || OTHER.test(of.getAttribute('itemtype') ?? '')) continue;
    const named = element.hasAttribute('itemscope') ? element.querySelector('[itemprop=name]') : element;
    if (named && sees(named)) yield { label, value: manyLines(shownIn(named)), element: named, stated: true };
  }
}
