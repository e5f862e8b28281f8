// Forms that scripts submit by the native function: after a submit event that they stopped, or without any.
import { choices } from '../../choices.ts';
import { html } from '../../pages/html.ts';
import { options } from '../../pages/parts.ts';
import { type Context, caseOf, redirectWith } from '../../routes/context.ts';
import type { Mode } from '../modes.ts';
import { carryOut } from '../orders.ts';
import { rowsToTick } from './mass.ts';
import type { Part } from './part.ts';

const mode = (id: string, title: string, says: string, more: Partial<Mode> = {}): Mode => ({
  id,
  title,
  says,
  control: 'own',
  ...more,
});

export const native: Part = {
  modes: [
    mode(
      'submit-then-native',
      'Submit, then native submit',
      'A validator stops the event, looks, and submits by itself.',
    ),
    mode('bar-select', 'Queue list in the bar', 'A drawn list sets the real one and makes its change event by script.'),
    mode('mass-confirm', 'Mass update after a question', 'The browser asks, then a script submits.', { list: true }),
  ],
  controls: ({ id }, record) =>
    id === 'bar-select'
      ? html`<form class="bar" method="post" action="/rig/native/${record.id}/bar-select">
          <select name="team" hidden>${options(choices.team, record.team)}</select>
          <div class="row" role="listbox" aria-label="Queue">${choices.team.map(
            ({ value, label }) => html`<button type="button" role="option" data-queue="${value}">${label}</button>`,
          )}</div></form>`
      : html`<form class="validated" method="post" action="/rig/native/${record.id}/submit-then-native">
          <label>Team <select name="team" autocomplete="off">${options(choices.team, record.team)}</select></label>
          <p class="buttons"><button class="primary">Save</button></p></form>`,
  list: (_, { cases }) =>
    html`<form class="mass" method="post" action="/rig/native/mass">
      <p class="row">With those ticked: <select name="team" aria-label="Move to">${options(choices.team, undefined)}</select>
        <button type="button" class="primary">Update</button></p>
      ${rowsToTick([...cases.values()])}</form>`,
  routes: [
    { method: 'POST', path: /^\/rig\/native\/(\d+)\/(bar-select|submit-then-native)$/, run: saveOne },
    { method: 'POST', path: /^\/rig\/native\/mass$/, run: saveMany },
  ],
};

async function saveOne(context: Context) {
  const { id } = caseOf(context);
  await carryOut(context, [{ id, fields: context.body.fields }]);
  return redirectWith(`/rig/${context.params[1]}/${id}`, 'saved');
}

async function saveMany(context: Context) {
  // A name that stands several times: the ticked boxes.
  const sent = new URLSearchParams(context.body.raw);
  const fields = { team: sent.get('team') };
  await carryOut(
    context,
    sent.getAll('ids').map((id) => ({ id, fields })),
  );
  return redirectWith('/rig/mass-confirm', 'saved');
}
