// A ticket: Ember's own light DOM, and beside it two frontends in shadow roots. One ticket has its heading in one of them, as some tenants do.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, recordOf, shadow, value } from '../markup.ts';
import type { Asked, Mirror, MirrorEntry, MirrorRecord } from '../mirror.ts';

export function ticket(asked: Asked): Html {
  const { mirror } = asked;
  const one = recordOf(asked);
  const newer = one.id === '502';
  return document(
    mirror,
    `[#${one.id}] ${one.fields['subject']} : Northwind`,
    html`<ol><li class="breadcrumb__item">All tickets</li><li class="breadcrumb__item active">${one.id}</li></ol>
<section id="mainactionbar"><div class="page-actions__left"><button type="button" data-test-email-action="reply">Reply</button> <button type="button" data-test-id="add-note">Add note</button>
<button type="button" data-test-actions="close" ${does({ send: 'properties', ids: [one.id], fields: { status: '5' } })}>Close</button></div></section>
<div id="ticket-details">
<ticket-details>${newer && shadow(html`<h2 class="sentiment-ticket-heading">${one.fields['subject']}</h2>`)}</ticket-details>
${!newer && html`<h2 class="ticket-subject-heading">${one.fields['subject']}</h2>`}
${one.entries.map(entry)}${composer(mirror, one)}</div>
<mfe-application app-id="fw-unified-mfe--contact-info">${shadow(html`<a href="/a/contacts/77">${one.fields['requester']}</a>`)}</mfe-application>
${properties(mirror, one)}<div id="ember-basic-dropdown-wormhole">${lists(mirror, one)}</div>`,
  );
}

const IDS: Readonly<Record<string, string>> = {
  status: 'tkt-properties-status',
  priority: 'priority',
  team: 'Group',
  owner: 'Agent',
};
const LABELS: Readonly<Record<string, string>> = {
  status: 'Status',
  priority: 'Priority',
  team: 'Group',
  owner: 'Agent',
};

function properties(mirror: Mirror, one: MirrorRecord): Html {
  const row = (field: string) =>
    html`<div data-test-id="${IDS[field]}"><label class="label-field">${LABELS[field]}</label><div class="ember-power-select-trigger" ${does({ toggle: `#list-${field}` }, { on: 'mousedown' })}><span class="ember-power-select-selected-item">${value(mirror, one, field)}</span></div></div>`;
  return html`<div class="ticket-sidebar-sticky ticket-properties-wrapper" data-test-id="ticket-properties-sticky">${Object.keys(IDS).map(row)}
${one.fields['severity'] && html`<div data-test-id="tkt-properties-cf_severity"><label class="label-field">Severity</label><div class="ember-power-select-trigger"><span class="ember-power-select-selected-item">${one.fields['severity']}</span></div></div>`}
<button type="button" class="ticket-details-submit" data-test-id="ticket-properties-btn" ${does({ send: 'properties', ids: [one.id], fields: {}, kept: true })}>Update</button></div>`;
}

/** The lists of all properties hang in one place at the end of the page. */
const lists = (mirror: Mirror, one: MirrorRecord) =>
  Object.keys(IDS).map(
    (field) =>
      html`<ul id="list-${field}" data-list hidden>${Object.entries(mirror.words[field] ?? {}).map(
        ([id, word]) =>
          html`<li class="ember-power-select-option" role="option" ${does({ keep: one.id, fields: { [field]: id } }, { on: 'mouseup' })}>${word}</li>`,
      )}</ul>`,
  );

const CLASSES = {
  customer: ' ticket-details__requestor',
  internal: ' ticket-details__privatenote',
  public: '',
  event: '',
};

function entry({ author, at, kind, text }: MirrorEntry, n: number): Html {
  return html`<div class="ticket-details__item${CLASSES[kind]}"${n === 0 && html` data-test-id="ticket-description" id="ticket_original_request"`}>
<div class="conversation-header"${kind === 'public' && html` data-test-is-agent`}><span data-test-id="user-name">${author}</span> <span>${at}</span></div>
<div${kind === 'internal' && html` class="ticket_note" data-note-id="900${n}"`}><div data-test-conversation="conversation-text"><p>${text}</p></div></div></div>`;
}

function composer(mirror: Mirror, one: MirrorRecord): Html {
  return html`<div class="rich-editor"><div class="fr-element fr-view" role="textbox" contenteditable="true" data-editor="${one.id}" data-channel="internal"></div>
<button type="button" id="send-and-set" ${does({ send: 'note', ids: [one.id], fields: {}, kept: true })}>Add note</button>
<button type="button" class="send-and-set-trigger" ${does({ toggle: '#send-and-set-list' })}>⌃</button>
<div id="send-and-set-list" data-list hidden>${Object.entries(mirror.words['status'] ?? {}).map(
    ([id, word]) =>
      html`<a class="send-and-set-item" data-test-link="${word}" ${does({ send: 'properties', ids: [one.id], fields: { status: id } })}>Add note and set as ${word}</a> `,
  )}</div></div>`;
}

/** How its bulk update looks is not known; its request is documented. */
export const list = (asked: Asked): Html =>
  document(
    asked.mirror,
    'All tickets',
    html`${asked
      .all()
      .map(
        (one) =>
          html`<p><input type="checkbox" data-tick="${one.id}"><a href="/a/tickets/${one.id}">${value(asked.mirror, one, 'subject')}</a> ${value(asked.mirror, one, 'team')}</p>`,
      )}<div role="dialog"><select>${Object.entries(asked.mirror.words['team'] ?? {}).map(([id, word]) => html`<option value="${id}">${word}</option>`)}</select>
<button type="button" data-bulk ${does({ send: 'bulk', fields: {}, chosen: 'team' })}>Update</button></div>`,
  );
