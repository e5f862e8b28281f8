import type { Attempt } from '../model/attempt';
import type { Items } from '../model/site';
import { fieldValues, nodesAt, parsed } from './locate';
import { shared } from './shared';

/** The changes that one request carries, apart: each as an attempt of its own whose body is the item. A request without items is itself. */
export function itemsOf(items: Items | undefined, attempt: Attempt): Attempt[] {
  if (!items) return [attempt];
  const roots = items.body === undefined ? rootsOf(attempt) : fieldValues(attempt, items.body).flatMap(parsed);
  const found = items.json === undefined ? roots : roots.flatMap((root) => nodesAt(root, items.json as string));
  const read = items.graphql ? found.flatMap((node) => shared().graphql?.(node) ?? []) : found;
  return read.map((json) => ({ ...attempt, body: { as: 'json', json } }));
}

/** A batch is a list of requests: each one of them is looked at. */
function rootsOf({ body }: Attempt): unknown[] {
  return body.as === 'json' ? [body.json].flat() : [];
}
