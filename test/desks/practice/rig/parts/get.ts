// Requests that write though they are GETs: inline edits by script, and links with a token.
import { HttpError, json } from '../../http.ts';
import { html } from '../../pages/html.ts';
import { type Context, caseOf, redirectWith } from '../../routes/context.ts';
import { carryOut, member } from '../orders.ts';
import type { Part } from './part.ts';

/** As desks give one to each session. */
const TOKEN = '7f3c9e';

export const get: Part = {
  modes: [
    {
      id: 'get-script',
      title: 'GET by script',
      says: 'Reads a field and saves it by GETs at one address.',
      control: 'menu',
      on: 'click',
      send: 'get-script',
    },
    { id: 'get-token', title: 'Links with a token', says: 'Lock, quick close and assign to me.', control: 'own' },
  ],
  controls: ({ id: mode }, { id }) =>
    mode === 'get-token'
      ? html`<p class="row">${[
          ['lock', 'Lock'],
          ['close', 'Quick close'],
          ['mine', 'Assign to me'],
        ].map(
          ([what, label]) =>
            html`<a class="button" data-quick="${what}" href="/rig/quick/${id}?do=${what}&token=${TOKEN}">${label}</a>`,
        )}</p>`
      : // The rig's own menu.
        (undefined as never),
  routes: [
    { method: 'GET', path: /^\/rig\/inline$/, run: inline },
    { method: 'GET', path: /^\/rig\/quick\/(\d+)$/, run: quick },
  ],
};

async function inline(context: Context) {
  const { query, state } = context;
  const [id, field = ''] = [query.get('record'), query.get('field') ?? undefined];
  if (query.get('action') === 'save') await carryOut(context, [{ id, fields: { [field]: query.get('value') } }]);
  return json({ value: member(state.cases.get(Number(id)), field) ?? null });
}

async function quick(context: Context) {
  const { id } = caseOf(context);
  const { query, user } = context;
  if (query.get('token') !== TOKEN) throw new HttpError(403, 'This link is too old. Load the page again.');
  // A lock changes nothing that the case shows.
  const fields = { mine: { owner: user.value }, close: { status: 'closed' } }[String(query.get('do'))] ?? {};
  await carryOut(context, [{ id, fields }]);
  return redirectWith(`/rig/get-token/${id}`, 'saved');
}
