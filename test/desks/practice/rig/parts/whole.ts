// Saves that send every field, changed or not, beside requests that look like them and save nothing.
import { choices, type Field } from '../../choices.ts';
import { json } from '../../http.ts';
import { html } from '../../pages/html.ts';
import { options } from '../../pages/parts.ts';
import type { Case } from '../../records.ts';
import { type Context, caseOf } from '../../routes/context.ts';
import type { Mode } from '../modes.ts';
import { carryOut, listOf, member } from '../orders.ts';
import type { Part } from './part.ts';

const mode = (id: string, title: string, says: string): Mode => ({ id, title, says, control: 'own' });
const FIELDS: readonly Field[] = ['team', 'owner', 'status', 'priority'];

export const whole: Part = {
  modes: [
    mode(
      'look-alikes',
      'Save among look-alikes',
      'The form is sent to be drawn again, checked and searched with; one of these saves.',
    ),
    mode('whole-form', 'Whole form', 'Every field with every save.'),
    mode(
      'actors',
      'People in one field',
      'Every field with every save, and who works on it as JSON inside one of them.',
    ),
    mode('extras', 'Fields sent along', 'The team and a probability go with each save, though nobody touched them.'),
  ],
  controls: (_, record) => html`<form class="whole" data-id="${record.id}">${fieldsOf(record)}
      <label>Find <input type="search" name="find"></label>
      <p class="buttons"><button class="primary">Save</button></p></form>`,
  routes: [
    { method: 'GET', path: /^\/rig\/whole\/(\d+)$/, run: (context) => json({ team: caseOf(context).team }) },
    { method: 'POST', path: /^\/rig\/whole\/(\d+)$/, run: store },
    { method: 'POST', path: /^\/rig\/find$/, run: () => json({ found: [] }) },
    { method: 'POST', path: /^\/rig\/onchange$/, run: () => json({ value: {} }) },
    { method: 'POST', path: /^\/rig\/actors\/(\d+)$/, run: actors },
  ],
};

const fieldsOf = (record: Case) =>
  FIELDS.map(
    (name) =>
      html`<label>${name} <select name="${name}" autocomplete="off">${options(choices[name], record[name])}</select></label> `,
  );

/** The same form at the same address: drawn again, or stored. */
async function store(context: Context) {
  const { id } = caseOf(context);
  const { fields } = context.body;
  if (fields['do'] !== 'store') return json({ drawn: fields });
  await carryOut(context, [{ id, fields }]);
  return json({ saved: [id] });
}

/** `_actors={"assign": [{"itemtype": "Group", "items_id": "engineering"}, …]}` */
async function actors(context: Context) {
  const { id } = caseOf(context);
  const { fields } = context.body;
  const assigned = listOf(member(JSON.parse(String(fields['_actors'])), 'assign'));
  const of = (type: string) =>
    member(
      assigned.find((one) => member(one, 'itemtype') === type),
      'items_id',
    );
  await carryOut(context, [{ id, fields: { ...fields, team: of('Group'), owner: of('User') } }]);
  return json({ saved: [id] });
}
