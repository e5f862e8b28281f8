// Grammars in which one request carries named operations, often several: GraphQL, JSON-RPC, Aura.
import { byXhr, flat, sendJson } from './send.js';

const rpcCall = (id, method, args) => ({
  jsonrpc: '2.0',
  method: 'call',
  id,
  params: { model: 'helpdesk.ticket', method, args, kwargs: {} },
});
const auraAction = (id, name, params) => ({
  id: `${id};a`,
  descriptor: `aura://RecordUiController/ACTION$${name}`,
  callingDescriptor: 'UNKNOWN',
  params,
});
const literal = (fields) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');

export const envelopes = {
  graphql: (change) =>
    sendJson('POST', '/rig/graphql', {
      operationName: 'UpdateCase',
      query: 'mutation UpdateCase($id: ID!, $input: CaseInput!) {\n  updateCase(id: $id, input: $input) { id team }\n}',
      variables: { id: String(change.ids[0]), input: flat(change) },
    }),
  'graphql-bulk': ({ ids: [id], fields }) =>
    sendJson('POST', '/rig/graphql', {
      operationName: 'MoveCases',
      query: `mutation MoveCases {\n  a1: updateCase(id: "${id}", input: {${literal(fields)}}) { id }\n  a2: updateCase(id: "${id + 1}", input: {${literal(fields)}}) { id }\n}`,
      variables: {},
    }),
  rpc: (change) => sendJson('POST', '/rig/rpc', rpcCall(7, 'write', [[change.ids[0]], flat(change)])),
  'rpc-batch': (change) =>
    sendJson('POST', '/rig/rpc', [
      rpcCall(8, 'read', [[change.ids[0]], ['team', 'status']]),
      rpcCall(9, 'write', [[change.ids[0]], flat(change)]),
    ]),
  aura: (change) => {
    const actions = [
      auraAction(12, 'getRecordWithFields', { recordId: String(change.ids[0]) }),
      auraAction(13, 'updateRecord', {
        recordId: String(change.ids[0]),
        recordInput: { fields: flat(change) },
      }),
    ];
    const body = new URLSearchParams({ message: JSON.stringify({ actions }), 'aura.token': 'null' });
    return byXhr('POST', '/rig/aura', body.toString(), { type: 'application/x-www-form-urlencoded; charset=UTF-8' });
  },
};
