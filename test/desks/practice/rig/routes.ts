import { HttpError, json, page, redirect } from '../http.ts';
import { type Context, caseOf, type Route, redirectWith } from '../routes/context.ts';
import { auraOrders, bulkOrders, graphqlOrders, rpcOrders } from './grammars.ts';
import { modeOf } from './modes.ts';
import { carryOut, type Order } from './orders.ts';
import { indexPage, listModePage, modePage } from './pages.ts';
import { parts } from './parts/all.ts';

/** The rig: pages that save in the ways in which desks save, and what answers them. */
export const rigRoutes: readonly Route[] = [
  // First: their addresses look like those of modes.
  ...parts.flatMap((part) => part.routes),
  { method: 'GET', path: /^\/rig$/, run: ({ frame }) => page(indexPage(frame)) },
  { method: 'GET', path: /^\/rig\/([a-z-]+)$/, run: showList },
  { method: 'GET', path: /^\/rig\/([a-z-]+)\/(\d+)$/, run: showCase },
  { method: 'GET', path: /^\/rig\/cases\/(\d+)\/assign$/, run: assign },
  { method: 'POST', path: /^\/rig\/cases\/(\d+)$/, run: saveOne },
  { method: 'PATCH', path: /^\/rig\/cases\/(\d+)$/, run: saveOne },
  { method: 'PUT', path: /^\/rig\/tickets\/(\d+)$/, run: saveTicket },
  { method: 'POST', path: /^\/rig\/bulk$/, run: (context) => answer(context, bulkOrders(context.body.fields)) },
  { method: 'POST', path: /^\/rig\/graphql$/, run: graphql },
  { method: 'POST', path: /^\/rig\/rpc$/, run: rpc },
  {
    method: 'POST',
    path: /^\/rig\/aura$/,
    run: (context) => answer(context, auraOrders(context.body.fields['message'])),
  },
];

function showList({ frame, params }: Context) {
  const mode = modeOf(params[0]);
  return mode.list ? page(listModePage(frame, mode)) : redirect(`/rig/${mode.id}/1`);
}

function showCase({ frame, params: [id, number = ''] }: Context) {
  const mode = modeOf(id);
  const record = frame.state.cases.get(Number(number));
  if (!record || mode.list) throw new HttpError(404, `There is no page at ${frame.path}.`);
  return page(modePage(frame, mode, record));
}

async function answer(context: Context, orders: readonly Order[]) {
  const records = await carryOut(context, orders);
  return json({ saved: records.map(({ id }) => id) });
}

async function saveOne(context: Context) {
  const record = caseOf(context);
  const { fields } = context.body;
  const records = await carryOut(context, [{ id: record.id, fields }]);
  // A form that the browser sends by itself is answered with a page.
  if (fields['back']) return redirectWith(`/rig/${modeOf(String(fields['back'])).id}/${record.id}`, 'saved');
  return json({ saved: records.map(({ id }) => id) });
}

function saveTicket(context: Context) {
  return answer(context, [{ id: context.params[0], fields: context.body.fields['ticket'] }]);
}

async function assign(context: Context) {
  const { id } = caseOf(context);
  await carryOut(context, [{ id, fields: { team: context.query.get('team') } }]);
  return redirectWith(`/rig/${modeOf(context.query.get('back') ?? 'get-link').id}/${id}`, 'saved');
}

async function graphql(context: Context) {
  const records = await carryOut(context, graphqlOrders(context.body.fields));
  return json({ data: { updated: records.map(({ id }) => id) } });
}

async function rpc(context: Context) {
  const { fields } = context.body;
  const batch = !('jsonrpc' in fields);
  const calls = batch ? Object.values(fields) : [fields];
  await carryOut(context, rpcOrders(calls));
  const results = calls.map((call) => ({ jsonrpc: '2.0', id: (call as { id?: unknown }).id ?? null, result: true }));
  return json(batch ? results : results[0]);
}
