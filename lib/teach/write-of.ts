import { queryOf } from '../capture/address';
import { changesIn, writesAt } from '../gate/writes';
import type { Lesson, Watched } from '../model/lesson';
import { type Locator, type PageSite, Write, type WriteChange } from '../model/site';
import { tellingQuery } from './case-id';
import type { Leaf, Reading } from './leaves';
import { patternOf } from './path-pattern';
import { type Found, HANDS_OVER } from './wanted';

/** The fields of a request that say what it is. */
const SAYS =
  /^(_method|method|action|operation|operationName|op|cmd|command|event|type|kind|mutation|func|function|do)$/;
const WORD = /^[\p{L}_$][\p{L}\p{N}_.:/ -]{0,99}$/u;

/** A site that says nothing yet. */
const NOTHING: PageSite = {
  id: '',
  hosts: [],
  pages: [],
  me: [],
  fields: [],
  directory: [],
  rows: [],
  caseUrl: {},
  nobody: [],
  writes: [],
};

type Making = {
  watched: Watched;
  reading: Reading;
  named: Leaf;
  one: Found;
  found: readonly Found[];
  id: string;
  lesson: Lesson;
};

/** The request as a write of a site: what in it is the case, what is the value, and what tells it from others; null for what cannot be said. */
export function writeOf({ watched, reading, named, one, found, id, lesson }: Making): Write | null {
  const { pathname, host, origin } = new URL(watched.url);
  const texts = { ...(named.at === 'path' ? { id } : {}), ...(one.leaf.at === 'path' ? { value: one.leaf.text } : {}) };
  const path = patternOf(pathname, texts);
  if (!path || path.found.length < Object.keys(texts).length) return null;
  const query = tellingQuery(queryOf(new URL(watched.url)), id);
  for (const { leaf } of found) if (leaf.at !== 'path' && 'query' in leaf.at) delete query[leaf.at.query];
  const needs = needsOf(watched, reading, id, found);
  const others = found.filter(
    ({ leaf, wanted: { field }, sure }, n) =>
      field !== one.wanted.field &&
      sure !== 'guess' &&
      HANDS_OVER.includes(field) &&
      leaf.at !== 'path' &&
      leaf.at !== one.leaf.at &&
      found.findIndex((other) => other.wanted.field === field) === n,
  );
  const made = Write.safeParse({
    id: 'handover',
    doors: watched.door === 'form' ? ['form', 'wire'] : [watched.door],
    methods: [watched.method.toUpperCase()],
    path: path.pattern,
    ...(origin === lesson.origin ? {} : { hosts: [host] }),
    ...(Object.keys(query).length > 0 ? { query } : {}),
    ...(reading.items ? { items: reading.items } : {}),
    ...(Object.keys(needs).length > 0 ? { needs } : {}),
    kind: lesson.kind,
    case: placeOf(named.at, 'id'),
    changes: [one, ...others].map(changeOf),
  });
  return made.success ? made.data : null;
}

const placeOf = (at: Leaf['at'], name: string): Locator => (at === 'path' ? { path: name } : at);

function changeOf({ leaf, wanted }: Found): WriteChange {
  const to = placeOf(leaf.at, 'value');
  // An empty choice of a form leaves the field as it is.
  return { field: wanted.field, to, ...('body' in to ? { unchanged: [''] } : {}) };
}

/** The button that sent a form, and what a request calls itself. */
function needsOf(
  { submitter, body }: Watched,
  { says }: Reading,
  id: string,
  found: readonly Found[],
): Record<string, string[]> {
  const taken = new Set(
    found.map(({ leaf: { at } }) => (at === 'path' ? '' : 'body' in at ? at.body : 'json' in at ? at.json : '')),
  );
  const words = says.filter(
    ([name, text]) => SAYS.test(name) && !taken.has(name) && WORD.test(text) && !text.includes(id),
  );
  const button =
    submitter && body.as === 'fields' && Object.hasOwn(body.fields, submitter) && !taken.has(submitter)
      ? [[submitter, []]]
      : [];
  return Object.fromEntries([...words.map(([name, text]) => [name, [text]]), ...button]);
}

/** The write gives back what was watched: this case, this field, this value, and nothing else is changed by it. */
export function proven(write: Write, watched: Watched, value: string, id: string, { origin, url }: Lesson): boolean {
  const address = new URL(watched.url, url).href;
  const around = { origin, label: () => undefined, before: () => undefined, me: () => undefined };
  const { submitter, ...attempt } = watched;
  const made = changesIn(
    { ...attempt, ...(submitter === undefined ? {} : { submitter }), url: address },
    writesAt({ ...NOTHING, writes: [write] }, watched.door, watched.method.toUpperCase(), address),
    around,
  );
  const change =
    made.length === 1 && made[0]?.ref.id === id
      ? made[0].changes.find(({ field }) => field === write.changes[0]?.field)
      : undefined;
  return change?.to.id === value;
}
