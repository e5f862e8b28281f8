// Whole forms: each save with every field, and requests beside it that save nothing.
import { byXhr, good, sendJson } from './send.js';

const FORM = 'application/x-www-form-urlencoded';
const form = () => document.querySelector('form.whole');
const id = () => Number(form().dataset.id);
const values = () => {
  const { find: _, ...fields } = Object.fromEntries(new FormData(form()));
  return fields;
};

/** Submits by `send`, which gets the form's values; what is then shown is what was sent. */
const onSave = (save, send) =>
  form().addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = values();
    void save({ ids: [id()], fields, send: () => send(fields) });
  });

export const whole = {
  'look-alikes'(save) {
    const post = (more) =>
      byXhr('POST', `/rig/whole/${id()}`, new URLSearchParams({ ...values(), ...more }).toString(), { type: FORM });
    form().addEventListener('change', ({ target }) => {
      if (target.name === 'find') return;
      void post({ do: 'redraw' });
      void sendJson('POST', '/rig/onchange', { method: 'onchange', id: id(), values: values() });
      void good(fetch(`/rig/whole/${id()}?${new URLSearchParams(values())}`));
    });
    form()
      .querySelector('[name=find]')
      .addEventListener('input', ({ target }) => {
        void sendJson('POST', '/rig/find', { text: target.value, like: { id: id(), ...values() } });
      });
    onSave(save, () => post({ do: 'store' }));
  },
  'whole-form': (save) =>
    onSave(save, (fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, subject: document.title, id: id() }))
        body.append(name, value);
      return good(fetch(`/rig/cases/${id()}`, { method: 'POST', body }));
    }),
  actors: (save) =>
    onSave(save, ({ team, owner, ...fields }) => {
      const assign = [
        { itemtype: 'User', items_id: owner, use_notification: 1 },
        { itemtype: 'Group', items_id: team },
      ];
      const _actors = JSON.stringify({ requester: [{ itemtype: 'User', items_id: 'dana' }], assign });
      return byXhr('POST', `/rig/actors/${id()}`, new URLSearchParams({ ...fields, _actors }).toString(), {
        type: FORM,
      });
    }),
  extras(save) {
    const before = values();
    onSave(save, (fields) => {
      const changed = Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== before[name]));
      return sendJson('PATCH', `/rig/cases/${id()}`, { ...changed, team: fields.team, probability: 40 });
    });
  },
};
