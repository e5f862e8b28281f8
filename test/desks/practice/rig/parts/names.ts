// A desk that writes a person's login here and the full name there, and knows people by numbers in yet another place.
import { choices, people } from '../../choices.ts';
import { type Html, html } from '../../pages/html.ts';
import { choiceFact, options } from '../../pages/parts.ts';
import type { Case } from '../../records.ts';
import { FIRST_PERSON } from './mass.ts';
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
    {
      id: 'numbers',
      title: 'People by their numbers',
      says: 'A list of people as forms have it: by the numbers that mass updates send.',
      control: 'own',
    },
  ],
  details: ({ id }, { team, owner, status }) =>
    id === 'logins'
      ? html`${choiceFact('team', 'Team', team)}
        <div data-field="owner"><dt>Owner</dt><dd><span class="value">${owner}</span></dd></div>
        ${choiceFact('status', 'Status', status)}`
      : undefined,
  controls: ({ id }, record) => (id === 'logins' ? logins(record) : numbers()),
  routes: [],
};

const logins = ({ owner, status }: Case): Html => {
  const known = people.map(({ value }) => ({ value, label: value }));
  return html`<form class="logins"><label>Owner <select name="login" autocomplete="off">${options(known, owner)}</select></label>
    <label>Status <select name="status" autocomplete="off">${options(choices.status, status)}</select></label>
    <p class="buttons"><button class="primary">Save</button></p></form>`;
};

const numbers = (): Html => {
  const known = people.map(({ label }, n) => ({ value: String(FIRST_PERSON + n), label }));
  return html`<label>Owner <select name="person" autocomplete="off">${options(known, undefined)}</select></label>`;
};
