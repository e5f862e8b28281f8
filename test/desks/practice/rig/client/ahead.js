// Pages that show a change at once and never look whether it was saved.
import { wireBoard } from './pointer.js';

const caseId = () => Number(document.querySelector('#case').dataset.caseId);
const shown = () => document.querySelector('#details-shown [data-field=team] .value');

/** A press on a button with a team: shown at once, sent, and not looked at again. */
const onTeam = (sender, show) =>
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-team], [data-move]');
    if (!button) return;
    const team = button.dataset.team ?? button.dataset.move;
    show(button, team);
    void sender({ ids: [caseId()], fields: { team } }).catch(() => {});
  });

export const ahead = {
  'ahead-stages': (_, sender) =>
    onTeam(sender, (button) => {
      for (const one of document.querySelectorAll('[aria-pressed]')) one.setAttribute('aria-pressed', one === button);
      shown().textContent = button.textContent;
    }),
  'ahead-button': (_, sender) =>
    onTeam(sender, (_button, team) => {
      shown().textContent = { engineering: 'Engineering', sales: 'Sales' }[team];
    }),
  'ahead-form': (_, sender) =>
    document.querySelector('form.edit').addEventListener('submit', (event) => {
      event.preventDefault();
      const fields = Object.fromEntries(new FormData(event.target));
      void sender({ ids: [caseId()], fields }).catch(() => {});
    }),
  'ahead-board': (_, sender) =>
    wireBoard((change, show) => {
      show(change);
      void sender(change).catch(() => {});
    }),
};
