// Saved on leaving: by a beacon, or by the link that leads away.
import { caseUrl } from './send.js';

/** The form, with what it would send, and whether anybody changed it since it was saved. */
function leavingForm() {
  const form = document.querySelector('form.leaving');
  const state = { dirty: false, url: caseUrl({ ids: [Number(document.querySelector('#case').dataset.caseId)] }) };
  form.addEventListener('input', () => {
    state.dirty = true;
  });
  return Object.assign(state, { values: () => Object.fromEntries(new FormData(form)) });
}

const asForm = (values) => new URLSearchParams(values);
const asJson = (values) => new Blob([JSON.stringify(values)], { type: 'application/json' });

/** Sends what was changed at an event of the window, and takes it for saved. */
const beaconAt = (type) => () => {
  const form = leavingForm();
  addEventListener(type, () => {
    if (form.dirty) navigator.sendBeacon(form.url, asForm(form.values()));
    form.dirty = false;
  });
};

export const leave = {
  'leave-beacon': beaconAt('beforeunload'),
  'leave-hidden': beaconAt('pagehide'),
  'leave-json'() {
    const form = leavingForm();
    addEventListener('beforeunload', (event) => {
      if (!form.dirty) return;
      if (navigator.sendBeacon(form.url, asJson(form.values()))) form.dirty = false;
      else event.preventDefault();
    });
  },
  'leave-crumb'(save) {
    const form = leavingForm();
    document.querySelector('.way-out').addEventListener('click', async (event) => {
      event.preventDefault();
      const { href } = event.target;
      const { reply, ...fields } = form.values();
      const ids = [Number(document.querySelector('#case').dataset.caseId)];
      if (!form.dirty || (await save({ ids, fields, reply }))) location.assign(href);
    });
  },
};
