import type { Attempt } from '../model/attempt';
import type { Locator } from '../model/site';

export type Place = { attempt: Attempt; params: Record<string, string>; query: Map<string, string[]> };

/** The values that stand at a place of an attempt: none, one, or each of several. `@me` and `@nobody` come back as such. */
export function valuesAt(locator: Locator, { attempt, params, query }: Place): string[] {
  if ('is' in locator) return [locator.is];
  if ('value' in locator) return [locator.value];
  if ('path' in locator) return some(params[locator.path]);
  const all =
    'query' in locator
      ? (query.get(locator.query) ?? [])
      : 'body' in locator
        ? fieldValues(attempt, locator.body)
        : jsonValues(attempt, locator.json);
  return locator.each ? all : all.slice(-1);
}

/** The values of a body field, whether it was sent as a form or as the top level of JSON. */
export function fieldValues({ body }: Attempt, name: string): string[] {
  if (body.as === 'fields') return body.fields[name] ?? [];
  return body.as === 'json' ? walk(body.json, [name]) : [];
}

function jsonValues({ body }: Attempt, path: string): string[] {
  return body.as === 'json' ? walk(body.json, path.split('.')) : [];
}

function walk(value: unknown, path: string[]): string[] {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (Array.isArray(value)) return value.flatMap((one) => walk(one, []));
    return value === null ? [''] : typeof value === 'object' || value === undefined ? [] : [String(value)];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (step === '*') return Array.isArray(value) ? value.flatMap((one) => walk(one, rest)) : [];
  return Object.hasOwn(value, step) ? walk((value as Record<string, unknown>)[step], rest) : [];
}

function some(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
