import { choices, labelOf } from '../choices.ts';
import type { Case, Deal } from '../records.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { options, personName, time } from './parts.ts';

/** All cases, newest change first. */
export function allCasesPage(frame: Frame): Html {
  const cases = [...frame.state.cases.values()];
  return layout(frame, 'All cases', html`<h1>All cases</h1>${caseTable(cases)}`);
}

/** The cases and deals of one team. */
export function queuePage(frame: Frame, team: string): Html {
  const cases = [...frame.state.cases.values()].filter((record) => record.team === team);
  const deals = [...frame.state.deals.values()].filter((record) => record.team === team);
  const name = labelOf('team', team);
  return layout(
    frame,
    name,
    html`<h1>${name}</h1>
      ${cases.length > 0 && caseTable(cases)}
      ${deals.length > 0 && dealTable(deals)}
      ${cases.length + deals.length === 0 && html`<p class="nothing">Nothing is waiting for ${name}.</p>`}`,
  );
}

function caseTable(cases: readonly Case[]): Html {
  return html`<div class="sheet"><table class="list" id="cases">
    <caption class="hidden-text">Cases. Owner and team can be changed in the list and are saved at once.</caption>
    <thead><tr>
      <th scope="col">No.</th><th scope="col">Case</th><th scope="col">Status</th><th scope="col">Priority</th>
      <th scope="col">Owner</th><th scope="col">Team</th><th scope="col">Updated</th>
    </tr></thead>
    <tbody>${newestFirst(cases).map(caseRow)}</tbody>
  </table></div>`;
}

function caseRow(record: Case): Html {
  return html`<tr data-case-id="${record.id}">
    <td class="id">${record.id}</td>
    <th scope="row" class="subject"><a href="/case/${record.id}" dir="auto">${record.subject}</a>
      <span class="requester" dir="auto">${record.requester.name || record.requester.mail}</span></th>
    <td data-field="status"><span class="value status" data-value="${record.status}">${labelOf('status', record.status)}</span></td>
    <td data-field="priority"><span class="value priority" data-value="${record.priority}">${labelOf('priority', record.priority)}</span></td>
    <td data-field="owner">${inlineSelect(record, 'owner')}</td>
    <td data-field="team">${inlineSelect(record, 'team')}</td>
    <td class="updated">${time(record.updated, true)}</td>
  </tr>`;
}

function inlineSelect(record: Case, field: 'owner' | 'team'): Html {
  const label = `${field === 'owner' ? 'Owner' : 'Team'} of case ${record.id}`;
  return html`<select class="inline" name="${field}" data-saved="${record[field]}" aria-label="${label}" autocomplete="off">
    ${options(choices[field], record[field])}
  </select>`;
}

function dealTable(deals: readonly Deal[]): Html {
  return html`<div class="sheet"><table class="list" id="deals">
    <caption class="hidden-text">Deals</caption>
    <thead><tr>
      <th scope="col">No.</th><th scope="col">Deal</th><th scope="col">Stage</th><th scope="col">Amount</th>
      <th scope="col">Close date</th><th scope="col">Owner</th><th scope="col">Updated</th>
    </tr></thead>
    <tbody>${newestFirst(deals).map(dealRow)}</tbody>
  </table></div>`;
}

function dealRow(record: Deal): Html {
  return html`<tr data-deal-id="${record.id}">
    <td class="id">${record.id}</td>
    <th scope="row" class="subject"><a href="/deal/${record.id}">${record.company}</a><span class="requester">${record.title}</span></th>
    <td data-field="stage"><span class="value stage" data-value="${record.stage}">${labelOf('stage', record.stage)}</span></td>
    <td data-field="amount">${record.amount || '–'}</td>
    <td data-field="close-date">${record.closeDate || '–'}</td>
    <td data-field="owner">${personName(record.owner)}</td>
    <td class="updated">${time(record.updated, true)}</td>
  </tr>`;
}

function newestFirst<T extends { readonly updated: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => b.updated.localeCompare(a.updated));
}
