// A desk that writes a person's login here and the full name there.
import { choices, people } from '../../choices.ts';
import { html } from '../../pages/html.ts';
import { choiceFact } from '../../pages/parts.ts';
import type { Part } from './part.ts';

export const names: Part = {
  modes: [
    {
      id: 'logins',
      title: 'People by their logins',
      says: 'This page writes logins; the case itself writes full names.',
      control: 'own',
      send: 'fetch',
    },
  ],
  details: (_, { team, owner, status }) => html`${choiceFact('team', 'Team', team)}
    <div data-field="owner"><dt>Owner</dt><dd><span class="value">${owner}</span></dd></div>
    ${choiceFact('status', 'Status', status)}`,
  controls: (
    _,
    { owner, status },
  ) => html`<form class="logins"><label>Owner <select name="login" autocomplete="off">${people.map(
    ({ value }) => html`<option value="${value}"${value === owner && html` selected`}>${value}</option>`,
  )}</select></label>
    <label>Status <select name="status" autocomplete="off">${choices.status.map(
      (one) => html`<option value="${one.value}"${one.value === status && html` selected`}>${one.label}</option>`,
    )}</select></label>
    <p class="buttons"><button class="primary">Save</button></p></form>`,
  routes: [],
};
