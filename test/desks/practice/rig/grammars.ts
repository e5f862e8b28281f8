// How the rig's requests say what they change: one reader for each grammar, from a body to orders.
import { HttpError } from '../http.ts';
import { listOf, member, type Order } from './orders.ts';

type Fields = Readonly<Record<string, unknown>>;

export const RECORD_WRITE = 'aura://RecordUiController/ACTION$updateRecord';

/** `{ids: [1, 2], team}`: the same for each; `{updates: [{id, team}, …]}`: each its own. */
export function bulkOrders(body: Fields): Order[] {
  const rows = listOf(body['updates']).map((row) => ({ id: member(row, 'id'), fields: row }));
  return [...rows, ...listOf(body['ids']).map((id) => ({ id, fields: body }))];
}

/** Odoo's JSON-RPC: `params: {model, method: 'write', args: [[1], {team}]}`, one call or a batch of them. */
export function rpcOrders(calls: readonly unknown[]): Order[] {
  return calls
    .filter((call) => member(call, 'params', 'method') === 'write')
    .flatMap((call) =>
      listOf(member(call, 'params', 'args', 0)).map((id) => ({ id, fields: member(call, 'params', 'args', 1) })),
    );
}

/** Salesforce's Aura: `message={"actions": [{descriptor, params}]}`; actions that only read stand beside those that write. */
export function auraOrders(message: unknown): Order[] {
  return listOf(member(parsed(message), 'actions'))
    .filter((action) => member(action, 'descriptor') === RECORD_WRITE)
    .map((action) => ({
      id: member(action, 'params', 'recordId'),
      fields: member(action, 'params', 'recordInput', 'fields'),
    }));
}

/** Every `updateCase` of a GraphQL operation, under an alias or not; arguments from variables or written out. */
export function graphqlOrders(body: Fields): Order[] {
  const query = String(body['query'] ?? '');
  const calls = [...query.matchAll(/\bupdateCase\s*\(((?:[^()"]|"[^"]*")*)\)/g)];
  return calls.map(([, args = '']) => {
    const values = parsed(
      `{${args
        .replace(/\$(\w+)/g, (_, name: string) => JSON.stringify(member(body['variables'], name) ?? null))
        .replace(/([{,]\s*|^\s*)(\w+)\s*:/g, '$1"$2":')}}`,
    );
    return { id: member(values, 'id'), fields: member(values, 'input') };
  });
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new HttpError(400, 'The request could not be read.');
  }
}
