import type { Attempt } from '../model/attempt';
import type { Locator } from '../model/site';

export type Place = { attempt: Attempt; params: Record<string, string>; query: Map<string, string[]> };

/** The values that stand at a place of an attempt: none, one, or each of several. `@me` and `@nobody` come back as such. */
export function valuesAt(locator: Locator, { attempt, params, query }: Place): string[] {
  if ('is' in locator) return [locator.is];
  if ('value' in locator) return [locator.value];
  if ('path' in locator) return [params[locator.path] ?? []].flat();
  const all =
    'query' in locator
      ? // Ids that stand together in one parameter: `ids=7,8`.
        (query.get(locator.query)?.flatMap((one) => (locator.each ? one.split(',') : one)) ?? [])
      : 'body' in locator
        ? fieldValues(attempt, locator.body).flatMap((text) => inField(text, locator.json))
        : attempt.body.as === 'json'
          ? valuesIn(attempt.body.json, locator.json)
          : [];
  return locator.each ? all : all.slice(-1);
}

/** The values of a body field, whether it was sent as a form or (by its dotted path) as JSON. */
export function fieldValues({ body }: Attempt, name: string): string[] {
  if (body.as === 'fields') return body.fields[name] ?? [];
  return body.as === 'json' ? valuesIn(body.json, name) : [];
}

/** What a field's text says: all of it, or what stands at a path of the JSON that it is. */
function inField(text: string, path: string | undefined): string[] {
  return path === undefined ? [text] : parsed(text).flatMap((json) => valuesIn(json, path));
}

/** The JSON that a text holds; an empty list where the text is not JSON. */
export function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

function valuesIn(json: unknown, path: string): string[] {
  return nodesAt(json, path).flatMap(texts);
}

/** What stands at a dotted path of JSON; `*` walks a list or what stands under any name, `[name=x]` those of it whose `name` is x. */
export function nodesAt(json: unknown, path: string): unknown[] {
  return path
    .split(/(?<!\\)\./)
    .reduce<unknown[]>((nodes, step) => nodes.flatMap((node) => inside(node, step)), [json]);
}

function inside(node: unknown, step: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  const [, name, value] = /^\[(.+)=(.*)\]$/.exec(step) ?? [];
  if (step === '*') return Object.values(node);
  if (name) return Array.isArray(node) ? node.filter((one) => texts(one?.[name]).join() === value) : [];
  const key = step.replaceAll('\\.', '.');
  return Object.hasOwn(node, key) ? [(node as Record<string, unknown>)[key]] : [];
}

/** A list gives each of its values, null an empty one, and what is no value nothing. */
function texts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(texts);
  return node === null ? [''] : typeof node === 'object' || node === undefined ? [] : [String(node)];
}
