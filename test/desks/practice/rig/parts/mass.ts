// Mass updates whose requests name ids alone, or no case at all.
import { labelOf, people, personOf } from '../../choices.ts';
import { json } from '../../http.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Case } from '../../records.ts';
import type { Context } from '../../routes/context.ts';
import type { Mode } from '../modes.ts';
import { carryOut, listOf, member } from '../orders.ts';
import type { Part } from './part.ts';

const mode = (id: string, title: string, says: string): Mode => ({ id, title, says, control: 'own', list: true });

/** The number by which requests name the first person. */
export const FIRST_PERSON = 41;
const loginOf = (number: unknown) => people[Number(number) - FIRST_PERSON]?.value;

export const mass: Part = {
  modes: [
    mode('mass-ids', 'Mass update by ids', 'The new owner is found by typing; the request names a number alone.'),
    mode('mass-all', 'Mass update of all that match', 'The request says which cases it means, and names none.'),
  ],
  list: ({ id }, { cases }) => html`<form class="mass-by-script">
      <p class="row">${
        id === 'mass-ids'
          ? html`<label>New owner <input type="text" name="find" role="combobox" autocomplete="off" aria-expanded="false"></label>
              <span class="found" role="listbox" aria-label="People" hidden></span>`
          : html`<label><input type="checkbox" name="all"> All open cases</label>
              <select name="team" aria-label="Move to"><option value="engineering">Engineering</option><option value="sales">Sales</option></select>`
      } <button class="primary">Update</button></p>
      ${rowsToTick([...cases.values()])}</form>`,
  routes: [
    { method: 'GET', path: /^\/rig\/people$/, run: ({ query }) => json({ people: found(query.get('find') ?? '') }) },
    { method: 'POST', path: /^\/rig\/mass$/, run: update },
  ],
};

/** Cases with a box each. */
export function rowsToTick(cases: readonly Case[]): Html {
  return html`<table class="list" id="cases"><tbody>${cases.map(
    ({ id, subject, team, owner, status }) => html`<tr data-case-id="${id}">
      <td><input type="checkbox" name="ids" value="${id}" aria-label="Case ${id}"></td>
      <th scope="row" class="subject"><a href="/case/${id}" dir="auto">${subject}</a></th>
      <td data-field="status"><span class="value">${labelOf('status', status)}</span></td>
      <td data-field="team"><span class="value">${labelOf('team', team)}</span></td>
      <td data-field="owner"><span class="value">${labelOf('owner', owner)}</span></td></tr>`,
  )}</tbody></table>`;
}

const found = (find: string) =>
  people.flatMap(({ label }, n) =>
    find && label.toLowerCase().includes(find.toLowerCase()) ? [{ id: FIRST_PERSON + n, name: label }] : [],
  );

/** `{ids: [1, 2], values}`, or `{where: {status}, values}`: all that match. */
async function update(context: Context) {
  const { fields } = context.body;
  const where = member(fields['where'], 'status');
  const ids = where
    ? [...context.state.cases.values()].filter(({ status }) => status === where).map(({ id }) => id)
    : listOf(fields['ids']);
  const team = member(fields['values'], 'team');
  const owner = personOf(loginOf(member(fields['values'], 'owner')))?.value;
  await carryOut(
    context,
    ids.map((id) => ({ id, fields: { team, owner } })),
  );
  return json({ saved: ids });
}
