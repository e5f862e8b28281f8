// Mass updates by script: the new owner found by typing, or all cases that match.
import { sendJson } from './send.js';

const one = (css) => document.querySelector(css);
const ticked = () => [...document.querySelectorAll('[name=ids]:checked')].map(({ value }) => Number(value));

function onSubmit(save, changeOf) {
  one('form.mass-by-script').addEventListener('submit', (event) => {
    event.preventDefault();
    const { ids, fields, body } = changeOf();
    void save({ ids, fields, send: () => sendJson('POST', '/rig/mass', body) });
  });
}

export const mass = {
  'mass-ids'(save) {
    const field = one('[name=find]');
    const found = one('.found');
    let owner;
    field.addEventListener('input', async () => {
      const { people } = await (await fetch(`/rig/people?${new URLSearchParams({ find: field.value })}`)).json();
      found.replaceChildren(
        ...people.map(({ id, name }) => {
          const option = document.createElement('button');
          Object.assign(option, { type: 'button', textContent: name });
          option.setAttribute('role', 'option');
          option.addEventListener('click', () => {
            owner = { id, name };
            field.value = name;
            found.hidden = true;
            found.replaceChildren();
          });
          return option;
        }),
      );
      found.hidden = people.length === 0;
    });
    onSubmit(save, () => ({
      ids: ticked(),
      fields: { owner: owner.name },
      body: { ids: ticked(), values: { owner: owner.id } },
    }));
  },
  'mass-all': (save) =>
    onSubmit(save, () => {
      const team = one('[name=team]').value;
      const body = one('[name=all]').checked ? { where: { status: 'open' } } : { ids: ticked() };
      return { ids: body.ids ?? [], fields: { team }, body: { ...body, values: { team } } };
    }),
};
