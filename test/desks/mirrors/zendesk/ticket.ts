// The document of all open tickets: one pane each, of which one is seen. Hidden panes keep their place, and everything in them.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, shows, value } from '../markup.ts';
import type { Asked, Mirror, MirrorEntry, MirrorRecord } from '../mirror.ts';
import { shown } from '../mirror.ts';

export function tickets(asked: Asked): Html {
  const { mirror } = asked;
  const active = asked.record(asked.params[0]);
  const all = asked.all('ticket');
  return document(
    mirror,
    `${active.fields['subject']} – Zendesk`,
    html`<div role="tablist">${all.map(
      (
        one,
      ) => html`<div data-test-id="header-tab" data-entity-id="${one.id}" data-entity-type="TICKET_ENTITY_TYPE" data-tab="${one.id}"
 ${does({ pane: one.id, path: `/agent/tickets/${one.id}` })}${one === active && html` aria-current="page" data-entity-is-selected="true"`}>${one.fields['subject']}</div>`,
    )}</div>
<main id="main_panes">${all.map((one) => pane(mirror, one, one === active))}</main>`,
  );
}

function pane(mirror: Mirror, one: MirrorRecord, active: boolean): Html {
  return html`<section class="ember-view main_panes" data-pane="${one.id}"${!active && html` style="visibility:hidden"`}>
<div class="ticket-panes-grid-layout" data-is-active="${String(active)}"><div data-ticket-id="${one.id}" data-test-id="ticket-${one.id}-standard-layout">
<nav><a data-test-id="tabs-nav-item-organizations" href="#">${one.fields['company']}</a> <a data-test-id="tabs-nav-item-users" href="#">${one.fields['requester']}</a>
<span data-test-id="tabs-section-nav-item-ticket"><span class="ticket_status_label" ${shows(one, 'status')}>${shown(mirror, one, 'status')}</span> Ticket #${one.id}</span></nav>
<aside id="ticket_sidebar">${sidebar(mirror, one)}</aside>
<div><input data-test-id="omni-header-subject" value="${one.fields['subject']}">
<div data-test-id="omni-log-container">${one.entries.map(entry)}</div>${composer(one)}${footer(mirror, one)}</div></div></div></section>`;
}

/** What people choose here is shown at once and sent with Submit. */
function sidebar(mirror: Mirror, one: MirrorRecord): Html {
  const menu = `assignees-${one.id}`;
  const pick = (word: string, fields: Record<string, string>) =>
    html`<li role="option" ${does({ keep: one.id, fields })}>${word}</li>`;
  const custom = Object.entries(CUSTOM).filter(([field]) => one.fields[field]);
  return html`<div data-test-id="ticket-system-field-requester-select"><span>${one.fields['requester']}</span></div>
<div data-test-id="assignee-field"><label data-garden-id="forms.input_label">Assignee*</label>
<div data-test-id="assignee-field-autocomplete-trigger" ${does({ toggle: `#${menu}` })}>
<span data-test-id="assignee-field-selected-group-tag"><span title="${shown(mirror, one, 'team')}">${value(mirror, one, 'team')}</span></span>
<span data-test-id="assignee-field-selected-agent-tag"><span title="${shown(mirror, one, 'owner')}">${value(mirror, one, 'owner')}</span></span> <i>⌄</i></div>
<button type="button" data-test-id="assignee-field-take-it-button" ${does({ keep: one.id, fields: { owner: '811' } })}>take it</button>
<ul data-test-id="assignee-field-dropdown-menu" id="${menu}" data-list hidden>
${Object.entries(mirror.words['team'] ?? {}).map(([id, word]) => pick(word, { team: id, owner: '' }))}
${['812', '814'].map((id) => pick(mirror.words['owner']?.[id] ?? '', { owner: id }))}</ul></div>
<div data-test-id="ticket-fields-tags">${(one.fields['tags'] ?? '')
    .split(' ')
    .filter(Boolean)
    .map(
      (tag) =>
        html`<span data-test-id="ticket-system-field-tags-item-selected">${tag}<button type="button" hidden>×</button></span> `,
    )}</div>
<label data-garden-id="forms.input_label">Priority</label><div data-test-id="ticket-fields-priority-select" role="combobox">${value(mirror, one, 'priority')}</div>
${custom.map(
  (
    [field, label],
    n,
  ) => html`<div data-test-id="ticket-form-field-dropdown-field-36000${n}"><label data-garden-id="forms.input_label">${label}</label>
<div data-test-id="ticket-form-field-dropdown-button">${value(mirror, one, field)}</div></div>`,
)}
<button type="button" data-macro ${does({ keep: one.id, fields: { team: '7002', owner: '', status: 'open' } })}>Escalate</button>
<button type="button" data-macro ${does({ keep: one.id, fields: { priority: 'low' } })}>Lower the priority</button>`;
}

const CUSTOM = { severity: 'Severity', environment: 'Environment' };
const TYPES = { customer: 'end-user', public: 'agent', internal: 'internal', event: 'agent' } as const;

function entry({ author, at, kind, text }: MirrorEntry): Html {
  return html`<article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-sender"><a data-test-id="omni-log-comment-user-link" href="/agent/users/55"><strong>${author}</strong></a></div>
${kind === 'internal' && html`<span data-test-id="omni-log-internal-note-tag">Internal</span>`}
<time data-test-id="timestamp-relative" datetime="${at}">Nov 2</time>
<div data-test-id="omni-log-item-message" type="${TYPES[kind]}"><div data-test-id="omni-log-message-content"><p>${text}</p></div></div></article>`;
}

function composer(one: MirrorRecord): Html {
  const menu = `channels-${one.id}`;
  return html`<div data-test-id="omnichannel-composer-toolbar"><button type="button" data-test-id="omnichannel-channel-switcher-button" data-channel="web" data-channel-of="${one.id}" ${does({ toggle: `#${menu}` })}>Public reply</button>
<ul id="${menu}" data-list hidden>${['web', 'internal'].map(
    (channel) =>
      html`<li role="menuitem" data-test-id="omnichannel-channel-switcher-menuitem-${channel}" ${does({ channel, of: one.id })}>${channel}</li>`,
  )}</ul></div>
<div data-test-id="ticket-rich-text-editor"><div data-test-id="omnicomposer-rich-text-ckeditor" class="ck ck-content ck-editor__editable" role="textbox" contenteditable="true" data-editor="${one.id}" data-channel="web"></div></div>`;
}

function footer(mirror: Mirror, one: MirrorRecord): Html {
  const menu = `statuses-${one.id}`;
  const submit = (status: string, keys?: string) =>
    does({ send: 'ticket', ids: [one.id], fields: { status }, kept: true }, keys ? { keys } : {});
  const KEYS: Record<string, string> = { open: 'Control+Alt+o', pending: 'Control+Alt+p', solved: 'Control+Alt+s' };
  return html`<footer><div data-garden-id="buttons.button_group_view">
<button type="button" data-test-id="submit_button-button" ${submit(one.fields['status'] ?? '')}><span>Submit as <strong>${shown(mirror, one, 'status')}</strong></span></button>
<button type="button" data-test-id="submit_button-menu-button" ${does({ toggle: `#${menu}` })}>⌃</button></div>
<ul id="${menu}" data-list hidden>${Object.entries(mirror.words['status'] ?? {}).map(
    ([status, word]) =>
      html`<li data-test-id="submit_button-menu-${status}"><span ${submit(status)}>Submit as <strong>${word}</strong></span></li>`,
  )}</ul>
<div>${Object.entries(KEYS).map(([status, keys]) => html`<i ${submit(status, keys)}></i>`)}</div></footer>`;
}
