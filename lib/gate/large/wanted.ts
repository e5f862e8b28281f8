import type { Locator, Write } from '../../model/site';
import type { Matched } from '../writes';

/** What of a place in a body is needed: all of it, what is inside of it, or what is inside of the JSON that its text is. */
export type Want = { all?: true; text?: Want; any?: Want; named: Map<string, Want> };

/** What the writes that a request may be need of its body: by dotted paths in JSON, by field names in a form. */
export type Wanted = { json: Want; fields: Map<string, Want> };

const want = (): Want => ({ named: new Map() });

export function wantedBy(matched: readonly Matched[]): Wanted {
  const json = want();
  const fields = want();
  for (const { write } of matched) {
    const { items } = write;
    const paths = [
      ...[write.case, ...write.changes.map(({ to }) => to)].flatMap(pathOf),
      ...Object.keys(write.needs ?? {}),
    ];
    if (!items) {
      for (const path of paths) at(json, path).all = true;
      for (const name of namesOf(write)) named(fields, name).all = true;
      continue;
    }
    // A list of requests is a request each.
    const roots =
      items.body === undefined
        ? [json, any(json)]
        : [at(json, items.body), named(fields, items.body)].map((place) => {
            place.text ??= want();
            return place.text;
          });
    for (const root of roots) {
      const item = items.json === undefined ? root : at(root, items.json);
      if (items.graphql) item.all = true;
      else for (const path of paths) at(item, path).all = true;
    }
  }
  return { json, fields: fields.named };
}

/** What is wanted of what stands under a name. */
export function inside(wants: readonly Want[], name: string): Want[] {
  return wants.flatMap(({ named: names, any: every }) => {
    const one = names.get(name);
    return one ? (every ? [one, every] : [one]) : every ? [every] : [];
  });
}

function pathOf(locator: Locator): string[] {
  return 'body' in locator ? [locator.body] : 'json' in locator ? [locator.json] : [];
}

function namesOf({ case: of, changes, needs = {} }: Write): string[] {
  const places = [of, ...changes.map(({ to }) => to)];
  return [...places.flatMap((place) => ('body' in place ? [place.body] : [])), ...Object.keys(needs)];
}

function at(root: Want, path: string): Want {
  return path.split(/(?<!\\)\./).reduce((place, step) => {
    if (step === '*') return any(place);
    const [, name] = /^\[(.+)=.*\]$/.exec(step) ?? [];
    if (name === undefined) return named(place, step.replaceAll('\\.', '.'));
    // Which of a list is meant is told by what stands in it.
    named(any(place), name).all = true;
    return any(place);
  }, root);
}

function named(place: Want, name: string): Want {
  const found = place.named.get(name) ?? want();
  place.named.set(name, found);
  return found;
}

function any(place: Want): Want {
  place.any ??= want();
  return place.any;
}
