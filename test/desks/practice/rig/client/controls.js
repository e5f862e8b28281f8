// What a person presses, for each kind of control: it turns an action into a change and has it saved.
import { wireBoard } from './pointer.js';

const one = (css, root = document) => root.querySelector(css);
const active = () => one('#case:not([hidden])');
const activeId = () => Number(active().dataset.caseId);
const toTeam = (save, team) => save({ ids: [activeId()], fields: { team } });

/** Runs `act` with the team of the option that an event met. */
const onOption = (root, type, act) =>
  root.addEventListener(type, (event) => {
    const team = event.target.closest('[data-team]')?.dataset.team;
    if (team) act(team, event);
  });

export const wire = {
  menu(save, type) {
    const options = one('.options');
    const open = (shown) => {
      options.hidden = !shown;
      one('.opener').setAttribute('aria-expanded', String(shown));
    };
    one('.opener').addEventListener('click', () => open(options.hidden));
    onOption(options, type, (team) => {
      open(false);
      void toTeam(save, team);
    });
  },

  keys(save) {
    onOption(document, 'click', (team) => void toTeam(save, team));
    document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
      const team = { e: 'engineering', s: 'sales' }[key];
      if (team && !ctrlKey && !metaKey && !altKey && !target.matches('input, textarea, select'))
        one(`[data-team="${team}"]`).click();
    });
  },

  dialog(save) {
    const dialog = one('dialog');
    const select = one('select', dialog);
    one('.opener').addEventListener('click', () => {
      select.value = select.dataset.saved;
      one('.problem').textContent = '';
      dialog.showModal();
    });
    one('.closer').addEventListener('click', () => dialog.close());
    one('form', dialog).addEventListener('submit', async (event) => {
      event.preventDefault();
      if (await toTeam(save, select.value)) {
        select.dataset.saved = select.value;
        dialog.close();
      } else {
        select.value = select.dataset.saved;
        one('.problem').textContent = 'This was not saved.';
      }
    });
  },

  inline(save) {
    const select = one('.inline-edit select');
    select.addEventListener('blur', async () => {
      const { value } = select;
      if (value === select.dataset.saved) return;
      if (await toTeam(save, value)) select.dataset.saved = value;
      else select.value = select.dataset.saved;
    });
  },

  form() {
    const form = one('form.native');
    one('button', form).addEventListener('click', () => form.submit());
  },

  palette(save) {
    const palette = one('.palette');
    const input = one('input', palette);
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'k' || !event.ctrlKey) return;
      event.preventDefault();
      palette.hidden = false;
      input.value = '';
      input.focus();
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') palette.hidden = true;
      if (event.key !== 'Enter') return;
      const words = input.value.toLowerCase();
      const found = [...palette.querySelectorAll('li')].find((line) => line.textContent.toLowerCase().includes(words));
      palette.hidden = true;
      if (found && words) void toTeam(save, found.dataset.command);
    });
  },

  macro(save) {
    document.addEventListener('click', ({ target }) => {
      const macro = target.closest('[data-macro]')?.dataset.macro;
      if (!macro) return;
      const { reply, ...fields } = JSON.parse(macro);
      void save({ ids: [activeId()], fields, reply });
    });
  },

  tabs(save) {
    onOption(document, 'click', (team) => void toTeam(save, team));
    document.addEventListener('click', ({ target }) => {
      const id = target.closest('[data-tab]')?.dataset.tab;
      if (!id) return;
      for (const pane of document.querySelectorAll('#case')) pane.hidden = pane.dataset.caseId !== id;
      for (const tab of document.querySelectorAll('[data-tab]'))
        tab.setAttribute('aria-pressed', String(tab.dataset.tab === id));
      history.pushState(null, '', `/rig/tabs/${id}`);
    });
  },

  board: wireBoard,

  bulk(save) {
    one('form.bulk').addEventListener('submit', (event) => {
      event.preventDefault();
      const ids = [...document.querySelectorAll('.bulk input:checked')].map(({ value }) => Number(value));
      if (ids.length > 0) void save({ ids, fields: { team: one('.bulk select').value } });
    });
  },
};
