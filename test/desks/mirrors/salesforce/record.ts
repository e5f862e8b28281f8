// The console: each record in a tab of its own that stays in the document; only one is seen.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, recordOf, shadow, value } from '../markup.ts';
import type { Asked, Mirror, MirrorRecord } from '../mirror.ts';
import { NAMES } from './desk.ts';

const OBJECT: Readonly<Record<string, string>> = { deal: 'Opportunity', ticket: 'Case' };
const STAGES = ['Prospecting', 'Negotiation/Review', 'Closed Won'];
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  stage: STAGES,
  status: ['New', 'Working', 'With delivery'],
  owner: ['0055g000001JonasAAQ', '0055g000001SofiaAAQ'],
};
const pathOf = ({ id, kind }: MirrorRecord) => `/lightning/r/${OBJECT[kind]}/${id}/view`;

export function recordPage(asked: Asked): Html {
  const active = recordOf(asked);
  return document(
    asked.mirror,
    `${active.fields['subject']} | Salesforce`,
    html`<div role="tablist">${asked
      .all()
      .map(
        (one) =>
          html`<a role="tab" href="${pathOf(one)}" data-tab="${one.id}" ${does({ pane: one.id, path: pathOf(one) })}>${one.fields['subject']}</a> `,
      )}</div>
<div class="slds-template__container"><div class="lafSinglePaneWindowManager">${asked
      .all()
      .map(
        (one) =>
          html`<div class="windowViewMode-${one === active ? 'normal' : 'hidden'}" data-pane="${one.id}"${one !== active && html` hidden`}><one-record-home-flexipage2>${body(asked.mirror, one)}</one-record-home-flexipage2></div>`,
      )}</div></div>`,
  );
}

function body(mirror: Mirror, one: MirrorRecord): Html {
  const labels = NAMES[one.kind] ?? {};
  return html`<records-lwc-highlights-panel><records-highlights2>
<records-entity-label>${OBJECT[one.kind]}</records-entity-label>
<h1><slot name="primaryField"><lightning-formatted-text slot="primaryField">${value(mirror, one, 'subject')}</lightning-formatted-text></slot></h1>
${Object.entries(labels)
  .filter(([field]) => field === 'stage' || field === 'status' || field === 'amount')
  .map(
    ([field, [, label]]) =>
      html`<records-highlights-details-item><p title="${label}">${label}</p><p class="fieldComponent">${value(mirror, one, field)}</p></records-highlights-details-item>`,
  )}
<button type="button" title="Change Owner" ${does({ toggle: `#edit-owner-${one.id}` })}>Change Owner</button></records-highlights2></records-lwc-highlights-panel>
${one.kind === 'deal' && path(mirror, one)}
${Object.entries(labels).map(([field, [, label]]) => item(mirror, one, field, label))}
${Object.keys(labels).map((field) => edit(mirror, one, field))}`;
}

/** Most values stand in the page; the owner stands in a real shadow root. */
function item(mirror: Mirror, one: MirrorRecord, field: string, label: string): Html {
  const shown = value(mirror, one, field);
  return html`<records-record-layout-item field-label="${label}"><dt class="test-id__field-label">${label}</dt><dd><span class="test-id__field-value" data-output-element-id="output-field">
${field === 'owner' ? html`<force-owner-lookup>${shadow(html`<force-lookup><a href="/lightning/r/User/${one.fields['owner']}/view" data-navigation="enable">${shown}</a></force-lookup>`)}</force-owner-lookup>` : html`<lightning-formatted-text>${shown}</lightning-formatted-text>`}</span>
${OPTIONS[field] && html`<button type="button" title="Edit ${label}" ${does({ toggle: `#edit-${field}-${one.id}` })}>✎</button>`}</dd></records-record-layout-item>`;
}

/** A field is edited in its place, and saved from the bar below. */
function edit(mirror: Mirror, one: MirrorRecord, field: string): Html | false {
  const options = OPTIONS[field];
  return options
    ? html`<div role="dialog" id="edit-${field}-${one.id}" hidden><select>${options.map((option) => html`<option value="${option}">${mirror.words[field]?.[option] ?? option}</option>`)}</select>
<records-form-footer><button type="button" name="SaveEdit" ${does({ send: 'update', ids: [one.id], fields: {}, chosen: field })}>Save</button></records-form-footer></div>`
    : false;
}

function path(mirror: Mirror, one: MirrorRecord): Html {
  return html`<div class="runtime_sales_pathassistantPathAssistantHeader"><ul class="slds-path__nav">${STAGES.map(
    (stage) =>
      html`<li class="slds-path__item${stage === one.fields['stage'] ? ' slds-is-current slds-is-active' : ''}" data-name="${stage}" data-select><a data-tab-name="${stage}" aria-selected="${String(stage === one.fields['stage'])}"><span class="slds-path__title">${stage}</span></a></li>`,
  )}</ul>${STAGES.map(
    (stage) =>
      html`<button type="button" class="slds-path__mark-complete stepAction active" data-for="${stage}" hidden ${does({ send: 'step', ids: [one.id], fields: { stage } })}>Mark as Current Stage</button>`,
  )}<span hidden>${value(mirror, one, 'stage')}</span></div>`;
}
