// Pages that show a change before it is saved, and go on showing it when it was refused.
import { choices } from '../../choices.ts';
import { html } from '../../pages/html.ts';
import { choiceFact, options } from '../../pages/parts.ts';
import { board } from '../controls.ts';
import type { Mode } from '../modes.ts';
import type { Part } from './part.ts';

const mode = (id: string, title: string, says: string, more: Partial<Mode> = {}): Mode => ({
  id,
  title,
  says,
  control: 'own',
  send: 'fetch',
  ...more,
});

/** Requests go where the rig's other ones go. */
export const ahead: Part = {
  modes: [
    mode(
      'ahead-stages',
      'Bar of stages that stays',
      'The bar shows the choice at once, and keeps it when it is refused.',
    ),
    mode('ahead-button', 'Button that stays pressed', 'The button says that it is done, whatever became of it.'),
    mode('ahead-form', 'Form that keeps its choice', 'Saved by script; what was chosen stays chosen.'),
    mode('ahead-board', 'Board that keeps the card', 'A card that was refused stays where it was dropped.', {
      send: 'stage',
      list: true,
    }),
  ],
  controls: ({ id }, record) =>
    id === 'ahead-stages'
      ? html`<p class="row" role="group" aria-label="Team">${choices.team.map(
          ({ value, label }) =>
            html`<button type="button" data-team="${value}" aria-pressed="${String(value === record.team)}">${label}</button>`,
        )}</p>`
      : id === 'ahead-button'
        ? html`<p class="row"><button type="button" data-move="engineering">Escalate</button>
            <button type="button" data-move="sales">To Sales</button></p>`
        : html`<form class="edit"><label>Team <select name="team" autocomplete="off">${options(choices.team, record.team)}</select></label>
            <p class="buttons"><button class="primary">Save</button></p></form>`,
  // The field is the list itself: what is chosen in it is what the page shows.
  details: ({ id }, record) =>
    id === 'ahead-form'
      ? html`${choiceFact('owner', 'Owner', record.owner)}${choiceFact('status', 'Status', record.status)}`
      : undefined,
  list: (_, { deals }) => board([...deals.values()]),
  routes: [],
};
