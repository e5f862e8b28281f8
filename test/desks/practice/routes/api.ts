import { HttpError, json } from '../http.ts';
import { type Fault, resetState } from '../state.ts';
import { type Context, caseOf, chosen, type Route, text } from './context.ts';
import { setLasting } from './session.ts';

export const apiRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/cases\/(\d+)$/, run: (context) => json(caseOf(context)) },
  { method: 'PATCH', path: /^\/api\/cases\/(\d+)$/, run: patchCase },
];

/** For tests only; they neither appear in the log nor meet a fault. */
export const testRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/log$/, run: ({ state }) => json(state.log) },
  { method: 'POST', path: /^\/api\/reset$/, run: reset },
  { method: 'POST', path: /^\/api\/fault$/, run: setFault },
  { method: 'POST', path: /^\/api\/lasting$/, run: setLasting },
];

const FAULTS: readonly string[] = ['500', 'drop', 'slow', 'refuse', 'refuse-slowly'] satisfies Fault[];

async function patchCase(context: Context) {
  const record = caseOf(context);
  const names = Object.keys(context.body.fields);
  if (names.length === 0 || names.some((name) => name !== 'owner' && name !== 'team')) {
    throw new HttpError(400, 'Send “owner”, “team” or both; nothing else can be changed here.');
  }
  await context.write(record, { fields: chosen(context.body, ['owner', 'team']) });
  return json(record);
}

function reset({ state }: Context) {
  resetState(state);
  return json({ reset: true });
}

function setFault({ state, body }: Context) {
  const next = text(body, 'next');
  if (!FAULTS.includes(next)) throw new HttpError(400, `“next” must be one of: ${FAULTS.join(', ')}.`);
  state.fault = next as Fault;
  return json({ next });
}
