import { choices, labelOf } from '../choices.ts';
import type { Contact, Deal } from '../records.ts';
import { conversation } from './conversation.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { choiceFact, fact, selectField } from './parts.ts';

/** One deal: stage on top, notes in the middle, facts and contacts at the side. */
export function dealPage(frame: Frame, record: Deal, editing: boolean): Html {
  return layout(
    frame,
    `${record.company}, deal ${record.id}`,
    html`<div class="record" id="deal" data-deal-id="${record.id}">
      <header class="record-head">
        <div>
          <p class="crumbs"><a href="/queue/${record.team}">${labelOf('team', record.team)}</a> › Deal <span id="deal-id">#${record.id}</span></p>
          <h1 id="deal-company" dir="auto">${record.company}</h1>
          <p class="subtitle" id="deal-title">${record.title}</p>
        </div>
      </header>
      <div class="record-main">
        ${stages(record)}
        <h2>Notes</h2>
        ${record.messages.length === 0 && html`<p class="nothing">No notes yet.</p>`}
        ${conversation(record.messages, 'Notes')}
        ${noteForm(record)}
      </div>
      <aside class="record-side" aria-label="About this deal">
        ${details(record, editing)}
        ${contacts(record.contacts)}
      </aside>
    </div>`,
  );
}

function stages(record: Deal): Html {
  return html`<div class="stages" id="stages" role="group" aria-label="Stage" data-field="stage" data-saved="${record.stage}" data-url="/api/deals/${record.id}/stage">
    ${choices.stage.map(
      ({ value, label }) =>
        html`<button type="button" data-stage="${value}" aria-pressed="${String(value === record.stage)}">${label}</button>`,
    )}
  </div>`;
}

function details(record: Deal, editing: boolean): Html {
  return html`<section class="card" aria-labelledby="details-heading">
    <header class="card-head"><h2 id="details-heading">Details</h2>
      <a class="pencil" id="edit-details" href="/deal/${record.id}?edit=details" aria-controls="details-form" aria-expanded="${String(editing)}">Edit details</a></header>
    <dl class="facts" id="details-shown"${editing && html` hidden`}>
      ${choiceFact('team', 'Team', record.team)}
      ${choiceFact('owner', 'Owner', record.owner)}
    </dl>
    <form class="details-form" id="details-form" method="post" action="/deal/${record.id}/details"${!editing && html` hidden`}>
      ${selectField('details-team', 'team', 'Team', record.team)}
      ${selectField('details-owner', 'owner', 'Owner', record.owner)}
      <p class="buttons"><button class="primary" id="details-save">Save</button>
        <a class="button" id="details-cancel" href="/deal/${record.id}">Cancel</a></p>
    </form>
    <dl class="facts" id="deal-facts">
      ${fact('amount', 'Amount', record.amount)}
      ${fact('close-date', 'Close date', record.closeDate && html`<time datetime="${record.closeDate}">${longDate(record.closeDate)}</time>`)}
      ${fact('plan', 'Plan', record.plan)}
    </dl>
  </section>`;
}

function noteForm(record: Deal): Html {
  return html`<form class="card reply" id="note-form" method="post" action="/deal/${record.id}/notes">
    <label for="note-body">New internal note</label>
    <textarea id="note-body" name="body" rows="3" dir="auto" required autocomplete="off"></textarea>
    <p class="buttons"><button class="primary" id="note-add">Add note</button></p>
  </form>`;
}

function contacts(list: readonly Contact[]): Html {
  return html`<section class="card" aria-labelledby="contacts-heading">
    <h2 id="contacts-heading">Contacts</h2>
    ${list.length === 0 && html`<p class="nothing">None yet</p>`}
    <ul class="contacts" id="contacts">
      ${list.map(
        (contact) => html`<li class="contact"><span class="name" dir="auto">${contact.name}</span>
          <span class="role">${contact.role}</span> <a class="mail" href="mailto:${contact.mail}">${contact.mail}</a></li>`,
      )}
    </ul>
  </section>`;
}

function longDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}
