// A record's page: highlights and properties on the left, the timeline in the middle, associations on the right.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, recordOf, value } from '../markup.ts';
import type { Asked, Mirror, MirrorEntry, MirrorRecord } from '../mirror.ts';
import { NAMES, TYPES } from './names.ts';

const LABELS: Readonly<Record<string, string>> = {
  owner: 'owner',
  team: 'HubSpot Team',
  stage: 'Stage',
  status: 'Ticket status',
  amount: 'Amount',
  closeDate: 'Close Date',
  priority: 'Priority',
  severity: 'Severity',
};
const TITLE: Readonly<Record<string, string>> = { deal: 'Deal', ticket: 'Ticket', contact: 'Contact' };

export function record(asked: Asked): Html {
  const { mirror } = asked;
  const one = recordOf(asked);
  return document(
    mirror,
    one.fields['subject'] ?? '',
    html`<nav><a data-test-id="deals" href="#">Deals</a> <a data-test-id="contacts" href="#">Contacts</a></nav>
<div data-test-id="left-sidebar">${highlights(mirror, one)}${properties(mirror, one)}</div>
<div data-test-id="middle-pane">
  <div data-test-id="tab-0-content">${timeline(one.kind, one.entries)}</div>
  <div data-test-id="tab-1-content" hidden>${timeline(one.kind, [ELSEWHERE])}</div>
</div>
<div data-test-id="records-right-sidebar">${associations(one)}</div>
${menus(mirror, one)}`,
  );
}

/** What an inactive tab of the page still holds. */
const ELSEWHERE: MirrorEntry = {
  author: 'Old tab',
  at: 'Jan 1, 2020',
  kind: 'public',
  text: 'This stands in a tab that is not shown.',
};

const nameOf = ({ kind }: MirrorRecord, field: string) => NAMES[TYPES[kind] ?? '']?.[field] ?? field;

function highlights(mirror: Mirror, one: MirrorRecord): Html {
  const stage = one.kind === 'deal';
  return html`<div data-card-type="OBJECT_HIGHLIGHT"><div data-test-id="record-highlight-content">
  <div data-test-id="record-highlight-main-content"><h2 data-selenium-test="highlightTitle">
    <span data-test-id="highlight-property-display-${nameOf(one, 'subject')}">${value(mirror, one, 'subject')}</span></h2></div>
  ${one.fields['amount'] && html`<div data-test-id="highlight-property-item-amount">Amount: <span data-test-id="highlight-property-display-amount">${value(mirror, one, 'amount')}</span></div>`}
  ${stage && html`<div data-test-id="deal-stage-select">Stage: <button type="button" ${does({ toggle: '#abstractdropdown-content-stage' })}>${value(mirror, one, 'stage')}</button></div>`}
</div></div>`;
}

/** The list that names each property twice: by the row's own id and inside its value. An owner's value stands bare. */
function properties(mirror: Mirror, one: MirrorRecord): Html {
  const rows = Object.keys(one.fields).filter((field) => field !== 'subject');
  return html`<div data-card-type="PROPERTIES_V3" data-card-id="4773" data-selenium-test="properties-card-content">
<div data-selenium-test="profile-properties"><ul data-selenium-test="profile-properties-list">
${rows.map((field) => row(mirror, one, field))}
</ul></div></div>
<div data-card-type="ASSOCIATION_V3" hidden><ul data-selenium-test="profile-properties-list">
  <span data-test-id="hubspot_owner_id"><div data-deferred-property-input-root="true"><label>Contact owner</label><span>Old Owner</span></div></span>
</ul></div>`;
}

function row(mirror: Mirror, one: MirrorRecord, field: string): Html {
  const name = nameOf(one, field);
  const label = field === 'owner' ? `${TITLE[one.kind]} owner` : (LABELS[field] ?? field);
  const shown = value(mirror, one, field);
  return html`<span data-test-id="${name}"><div data-deferred-property-input-root="true" data-deferred-property-input-state="editable" data-deferred-property-input-mode="display" role="button" tabindex="0" ${mirror.words[field] && does({ toggle: `#abstractdropdown-content-${field}` })}>
<div><div><div><label>${label}</label></div><span data-test-id="hover-content-wrapper"><button type="button" hidden>Details</button></span>
<div><span><div>${field === 'owner' ? html`<span>${shown}<span data-test-id="dropdown-caret"></span></span>` : html`<span data-selenium-test="property-input-${name}">${tagged(field, shown)}</span>`}</div></span></div></div></div></div></span>`;
}

const tagged = (field: string, shown: Html) =>
  field === 'stage' || field === 'priority' ? html`<span data-test-id="badge"><span>${shown}</span></span>` : shown;

/** Newest first. The newer look has each preview twice, once for readers of the screen; tickets still have the older one. */
function timeline(kind: string, entries: readonly MirrorEntry[]): Html {
  const cards = [...entries].reverse().map((entry) => {
    const head = html`<div data-test-id="header-message">${headOf(entry)}</div> <span data-test-id="event-timestamp">${entry.at}</span>`;
    if (kind === 'ticket') return html`<div data-selenium-test="timeline-card">${head}<p>${entry.text}</p></div>`;
    const preview = html`<div data-test-id="timeline-preview-event">${head}<p>${entry.text}</p></div>`;
    return html`<div data-test-id="collapsible-event-accordion">${preview}<div aria-hidden="true" hidden>${preview}</div></div>`;
  });
  return html`<div data-test-id="crm-events-viz-timeline">${cards}</div>`;
}

const headOf = ({ kind, author }: MirrorEntry) =>
  kind === 'internal'
    ? `Note by ${author}`
    : kind === 'customer'
      ? `Email from ${author}`
      : `Logged email by ${author}`;

const associations = ({ kind }: MirrorRecord) =>
  kind === 'contact'
    ? html``
    : html`<div data-test-id="card-wrapper-ASSOCIATION_V3/0-1"><a data-selenium-test="contact-chicklet-title-link" href="#">Dana Whitlock</a></div>
<div data-test-id="card-wrapper-ASSOCIATION_V3/0-2"><a data-selenium-test="company-chicklet-title-link" href="#">Kestrel Outdoor</a></div>`;

/** Options stand in a part of their own at the end of the page, and are taken on mousedown. */
function menus(mirror: Mirror, one: MirrorRecord): Html {
  const fields = Object.keys(one.fields).filter((field) => mirror.words[field]);
  return html`${fields.map(
    (field) => html`<div id="abstractdropdown-content-${field}" data-dropdown-menu="true" data-list hidden>
${Object.entries(mirror.words[field] ?? {}).map(([id, word]) => html`<div role="option" ${does({ send: 'property', ids: [one.id], fields: { [field]: id } }, { on: 'mousedown' })}>${word}</div>`)}</div>`,
  )}`;
}
