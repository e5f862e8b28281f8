// The list of deals with its bulk bar, and the form that makes a deal, two frames deep.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, value } from '../markup.ts';
import type { Asked, Mirror } from '../mirror.ts';
import { PORTAL } from './names.ts';

/** A dialog with one choice, and a button that sends it for all that are ticked. */
const dialog = (mirror: Mirror, id: string, save: string, send: string, field: string) =>
  html`<div role="dialog" data-selenium-test="${id}" id="${id}" hidden><select>
${Object.entries(mirror.words[field] ?? {}).map(([value, word]) => html`<option value="${value}">${word}</option>`)}</select>
<button type="button" data-test-id="${save}" ${does({ send, fields: {}, chosen: field })}>Save</button></div>`;

export function list(asked: Asked): Html {
  const { mirror } = asked;
  return document(
    mirror,
    'Deals',
    html`<div data-test-id="customer-data-bulk-actions-container">
<button type="button" data-test-id="bulk-action-assign" ${does({ toggle: '#customer-data-bulk-actions-assign-modal' })}>Assign</button>
<button type="button" data-test-id="bulk-action-edit" ${does({ toggle: '#customer-data-bulk-actions-edit-modal' })}>Edit</button></div>
<table><tbody>${asked.all('deal').map(
      (deal) => html`<tr><td><input type="checkbox" data-tick="${deal.id}"></td>
<td data-table-external-id="name-${deal.id}"><a href="/contacts/${PORTAL}/record/0-3/${deal.id}"><span data-test-id="truncated-object-label">${value(mirror, deal, 'subject')}</span></a></td>
<td>${value(mirror, deal, 'owner')}</td><td>${value(mirror, deal, 'stage')}</td></tr>`,
    )}</tbody></table>
${dialog(mirror, 'customer-data-bulk-actions-assign-modal', 'bulk-actions-assign-modal-save', 'bulk', 'owner')}
${dialog(mirror, 'customer-data-bulk-actions-edit-modal', 'bulk-actions-edit-modal-save', 'searched', 'stage')}
<iframe name="nav-components:nav-object-create" src="/object-create/${PORTAL}" width="500" height="200"></iframe>`,
  );
}

export const creator = ({ mirror }: Asked): Html =>
  document(
    mirror,
    'Create',
    html`<iframe data-test-id="object-builder-ui-iframe" src="/object-builder/${PORTAL}/0-3/embed" width="450" height="150"></iframe>`,
  );

export const builder = ({ mirror }: Asked): Html =>
  document(
    mirror,
    'Create deal',
    html`<div data-test-id="property-input-hubspot_owner_id">Sofia Marin</div>
<button type="button" data-test-id="create-deal" ${does({ send: 'create', ids: [], fields: { stage: 'closedwon', owner: '41115' } })}>Create</button>`,
  );
