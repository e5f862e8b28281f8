import { queryOf } from '../capture/address';
import type { Watched } from '../model/lesson';
import type { Items, Locator } from '../model/site';
import { decode } from './path-pattern';

/** A value that stands in a request: where, under which names (the outermost first), and as a text. A part of the path has no place yet. */
export type Leaf = { at: Locator | 'path'; names: string[]; text: string };

/** One request, or one of the several that a batch carries. `says`: its fields that are words, by the name a site's `needs` gives them. */
export type Reading = { items?: Items; leaves: Leaf[]; says: [string, string][] };

/** Of one request at most so many values, so deep, and so many parts of a batch. */
const MOST = 2000;
const DEEPEST = 8;
const BATCH = 20;
/** By which the entries of a list say what they are: `{ "name": "team", "value": "4" }`. */
const ENTRY_NAMES = ['name', 'field', 'fieldName', 'key', 'property', 'attribute', 'path', 'code', 'type', 'id'];

/** All values of a request, by the place that a site's data has for each. */
export function readingsOf({ url, body }: Watched): Reading[] {
  const address = new URL(url);
  const path = address.pathname
    .split('/')
    .filter(Boolean)
    .map((part): Leaf => ({ at: 'path', names: [], text: decode(part) }));
  const query = [...queryOf(address)].flatMap(([name, values]) => leavesNamed('query', name, values));
  const outer = [...path, ...query];
  if (body.as === 'fields') {
    const fields = Object.entries(body.fields);
    return [
      {
        leaves: [...outer, ...fields.flatMap(([name, values]) => leavesNamed('body', name, values))].slice(0, MOST),
        says: fields.flatMap(([name, values]): [string, string][] =>
          values.length === 1 ? [[name, values[0] as string]] : [],
        ),
      },
    ];
  }
  if (body.as !== 'json') return [{ leaves: outer, says: [] }];
  const { json } = body;
  // A batch: each of its requests is judged by itself.
  if (Array.isArray(json) && json.every((one) => isRecord(one)))
    return json.slice(0, BATCH).map((one) => ({ items: {}, ...inJson(outer, one) }));
  return [inJson(outer, json)];
}

function leavesNamed(kind: 'query' | 'body', name: string, values: readonly string[]): Leaf[] {
  // "ids[]": a list of which one is sent today may have several tomorrow.
  const each = /\[\]$|ids$/i.test(name) ? { each: true } : {};
  const at: Locator = kind === 'query' ? { query: name, ...each } : { body: name, ...each };
  return values.map((text) => ({ at, names: name.split(/[[\].]+/).filter(Boolean), text }));
}

function inJson(outer: readonly Leaf[], json: unknown): Pick<Reading, 'leaves' | 'says'> {
  const leaves: Leaf[] = [...outer];
  walk(json, [], [], leaves);
  const says = isRecord(json)
    ? Object.entries(json).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[step(name), value]] : [],
      )
    : [];
  return { leaves: leaves.slice(0, MOST), says: says.filter(([name]) => name !== '') };
}

function walk(node: unknown, path: readonly string[], names: readonly string[], into: Leaf[]): void {
  if (into.length >= MOST || path.length > DEEPEST) return;
  if (Array.isArray(node)) {
    for (const [n, one] of node.entries()) {
      const [how, name] = node.length === 1 ? ['*', ''] : entryOf(one, n, node);
      walk(one, [...path, how], name === '' ? names : [...names, name], into);
    }
  } else if (isRecord(node)) {
    for (const [name, value] of Object.entries(node)) {
      const to = step(name);
      if (to !== '') walk(value, [...path, to], [...names, name], into);
    }
  } else if (path.length > 0 && node !== null && node !== undefined) {
    const json = path.join('.');
    // Of a list all that stands there counts: today one, tomorrow several.
    into.push({ at: { json, ...(path.includes('*') ? { each: true } : {}) }, names: [...names], text: String(node) });
  }
}

/** How an entry of a list is found again: by the name that it gives itself, where no other has the same, else by its place. */
function entryOf(one: unknown, n: number, list: readonly unknown[]): [string, string] {
  if (isRecord(one))
    for (const key of ENTRY_NAMES) {
      const name = one[key];
      if (typeof name !== 'string' || !/^[^.\\=\d]+$/.test(name)) continue;
      if (list.filter((other) => isRecord(other) && other[key] === name).length === 1)
        return [`[${key}=${name}]`, name];
    }
  return [String(n), ''];
}

/** A name as a step of a dotted path; empty for one that cannot be written so. */
function step(name: string): string {
  return name === '*' || /\\|^\[.*\]$/.test(name) || name.length > 100 ? '' : name.replaceAll('.', '\\.');
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
