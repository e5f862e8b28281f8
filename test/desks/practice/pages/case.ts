import { type Field, labelOf } from '../choices.ts';
import type { Attachment, Case } from '../records.ts';
import { conversation } from './conversation.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { choiceFact, fact, fileSize, selectField } from './parts.ts';
import { replyForm } from './reply.ts';

/** The case that a newcomer is asked to try a handoff on. */
const GUIDED_CASE = 1;

/** What was sent and is not accepted: the form shows it as if it had always been so. */
export interface NotSaved {
  readonly fields: Partial<Record<Field, string>>;
  readonly problem: string;
}

/** One case: facts at the side, conversation and reply in the middle. */
export function casePage(frame: Frame, record: Case, editing: boolean, refused?: NotSaved): Html {
  return layout(
    frame,
    `#${record.id} ${record.subject}`,
    html`${record.id === GUIDED_CASE && record.team !== 'engineering' && hint()}
    <div class="record" id="case" data-case-id="${record.id}">
      <header class="record-head">
        <div>
          <p class="crumbs"><a href="/queue/${record.team}">${labelOf('team', record.team)}</a> › Case <span id="case-id">#${record.id}</span></p>
          <h1 id="case-subject" dir="auto">${record.subject}</h1>
        </div>
        ${actions(frame, record)}
      </header>
      <div class="record-main">
        ${conversation(record.messages, 'Conversation')}
        ${replyForm(record, frame.user, frame.state.drafts.get(`${frame.user.value}/${record.id}`))}
      </div>
      <aside class="record-side" aria-label="About this case">
        ${details(record, editing, refused)}
        ${more(record)}
        ${attachments(record.attachments)}
      </aside>
    </div>`,
  );
}

function hint(): Html {
  return html`<p class="hint" id="hint">Practice: open Edit details, choose Engineering as the team, and press Save.
    <button type="button" class="quiet" id="hint-close" hidden>Dismiss</button></p>`;
}

function actions({ user }: Frame, record: Case): Html {
  const action =
    record.owner === user.value
      ? html`<a class="button" id="action-release" href="/case/${record.id}/release">Release</a>`
      : html`<a class="button" id="action-take" href="/case/${record.id}/take">Take</a>`;
  return html`<p class="actions" id="case-actions">${action}</p>`;
}

function details(record: Case, editing: boolean, refused?: NotSaved): Html {
  const chosen = { ...record, ...refused?.fields };
  return html`<section class="card" aria-labelledby="details-heading">
    <header class="card-head"><h2 id="details-heading">Details</h2>
      <a class="pencil" id="edit-details" href="/case/${record.id}?edit=details" aria-controls="details-form" aria-expanded="${String(editing)}">Edit details</a></header>
    <dl class="facts" id="details-shown"${editing && html` hidden`}>
      ${choiceFact('team', 'Team', record.team)}
      ${choiceFact('owner', 'Owner', record.owner)}
      ${choiceFact('status', 'Status', record.status)}
      ${choiceFact('priority', 'Priority', record.priority)}
    </dl>
    <form class="details-form" id="details-form" method="post" action="/case/${record.id}/details"${!editing && html` hidden`}>
      ${refused && html`<p class="error" role="alert">${refused.problem}</p>`}
      ${selectField('details-team', 'team', 'Team', chosen.team)}
      ${selectField('details-owner', 'owner', 'Owner', chosen.owner)}
      ${selectField('details-status', 'status', 'Status', chosen.status)}
      ${selectField('details-priority', 'priority', 'Priority', chosen.priority)}
      <p class="buttons"><button class="primary" id="details-save">Save</button>
        <a class="button" id="details-cancel" href="/case/${record.id}">Cancel</a></p>
    </form>
  </section>`;
}

export function more(record: Case): Html {
  const { name, mail } = record.requester;
  return html`<section class="card" aria-labelledby="more-heading">
    <h2 id="more-heading">Case facts</h2>
    <dl class="facts stacked" id="case-facts">
      ${fact('requester', 'Requester', html`${name && html`<bdi class="name">${name}</bdi> `}<a class="mail" href="mailto:${mail}">${mail}</a>`)}
      ${fact('severity', 'Severity', record.severity)}
      ${fact('environment', 'Environment', record.environment)}
      ${fact('steps', 'Steps to reproduce', record.steps.length > 0 ? html`<ol dir="auto">${record.steps.map((step) => html`<li>${step}</li>`)}</ol>` : '')}
      ${fact('tags', 'Tags', record.tags.length > 0 ? html`<ul class="tags">${record.tags.map((tag) => html`<li>${tag}</li>`)}</ul>` : '')}
    </dl>
  </section>`;
}

export function attachments(files: readonly Attachment[]): Html {
  return html`<section class="card" aria-labelledby="attachments-heading">
    <h2 id="attachments-heading">Attachments</h2>
    ${
      files.length === 0
        ? html`<p class="nothing">None</p>`
        : html`<ul class="files" id="attachments">
            ${files.map((file) => html`<li><span class="file-name">${file.name}</span> <span class="file-size">${fileSize(file.size)}</span></li>`)}
          </ul>`
    }
  </section>`;
}
