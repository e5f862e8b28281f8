// The view of one issue, by the names of its parts for tests.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, recordOf, value } from '../markup.ts';
import type { Asked, Mirror, MirrorEntry, MirrorRecord } from '../mirror.ts';
import { TRANSITIONS } from './desk.ts';

const BASE = 'issue.views.issue-base';
const STATUS = 'issue-field-status.ui.status-view';

export function issue(asked: Asked): Html {
  const { mirror } = asked;
  const one = recordOf(asked);
  return document(
    mirror,
    `[${one.id}] ${one.fields['subject']}`,
    html`<a data-testid="${BASE}.foundation.breadcrumbs.current-issue.item" href="/browse/${one.id}"><span>${one.id}</span></a>
<h1 data-testid="${BASE}.foundation.summary.heading">${value(mirror, one, 'subject')}</h1>
${status(mirror, one)}${people(mirror, one)}
<div data-testid="issue.issue-view-layout.issue-view-priority-field.priority"><div data-component-selector="jira-issue-field-heading-field-wrapper"><h3>Priority</h3></div>
<div data-testid="issue-field-priority-readview-full.ui.priority.wrapper">${value(mirror, one, 'priority')}</div></div>
<div data-testid="${BASE}.context.labels"><a href="#">${one.fields['tags']}</a></div>
${activity(one.entries)}${composer(one)}${ASKED.map((name, n) => dialog(one, name, n))}`,
  );
}

/** Some statuses are reached at once, the others through a dialog. */
function status(mirror: Mirror, one: MirrorRecord): Html {
  const go = (name: string) =>
    ASKED.includes(name)
      ? does({ toggle: `#transition-${ASKED.indexOf(name)}` })
      : does({ send: 'transition', ids: [one.id], fields: { status: name } });
  return html`<div data-testid="${BASE}.foundation.status.status-field-wrapper"><button type="button" data-testid="${STATUS}.status-button.status-button" aria-label="${one.fields['status']} - Change status" ${does({ toggle: '#react-select-2-listbox' })}>
<span data-testid="${STATUS}.status-button.status-button--text">${value(mirror, one, 'status')}</span></button></div>
<div role="listbox" id="react-select-2-listbox" data-list hidden>${Object.values(TRANSITIONS).map(
    (name) => html`<div role="option" ${go(name)}><span data-testid="${STATUS}.transition">${name}</span></div>`,
  )}</div>`;
}

function people(mirror: Mirror, one: MirrorRecord): Html {
  const take = (owner: string) => does({ send: 'assignee', ids: [one.id], fields: { owner } });
  return html`<div data-testid="issue.issue-view-layout.issue-view-assignee-field.assignee"><div data-component-selector="jira-issue-field-heading-field-wrapper"><h3>Assignee</h3></div>
<div data-testid="issue.views.field.user.assignee" ${does({ toggle: '#react-select-3-listbox' })}>${person(value(mirror, one, 'owner'))}</div>
<button type="button" data-testid="issue-view-layout-assignee-field.ui.assign-to-me" ${take('5b10a2844c20165700ede21g')}>Assign to me</button></div>
<div role="listbox" id="react-select-3-listbox" data-list hidden>${Object.entries(mirror.words['owner'] ?? {}).map(
    ([id, name]) => html`<div role="option" ${take(id)}>${name}</div>`,
  )}</div>
<div data-testid="issue.issue-view-layout.issue-view-reporter-field.reporter"><div data-component-selector="jira-issue-field-heading-field-wrapper"><h3>Reporter</h3></div>
<div data-testid="issue.views.field.user.reporter">${person(html`${one.fields['requester']}`)}</div></div>
<div data-component-selector="jira-issue-field-heading-field-wrapper"><h3>Severity</h3><div data-testid="issue.views.field.single-line-text.read-view.customfield_10071"><div data-testid="issue-field-inline-edit-read-view-container.ui.container">${value(mirror, one, 'severity')}</div></div></div>`;
}

/** A face, and the name beside it. */
const person = (name: Html) =>
  html`<div data-testid="profilecard-next.ui.profilecard.profilecard-trigger"><span role="img"></span><span>${name}</span></div>`;

function activity(entries: readonly MirrorEntry[]): Html {
  const name = 'issue-comment-base.ui.comment.ak-comment';
  return html`<div data-testid="issue.activity.comments-list">${entries.map(
    (
      { author, at, kind, text },
      n,
    ) => html`<div data-testid="comment-base-item-100${n}"><div data-testid="${name}.100${n}">
<div data-testid="${name}.100${n}-header"><h3>${author}</h3> <span data-testid="issue-timestamp.relative-time">${at}</span>
${kind === 'internal' && html`<span data-testid="issue-comment-base.ui.comment.custom-comment.restricted-to">Internal note</span>`}</div>
<div data-testid="${name}.100${n}-body"><p>${text}</p></div><div data-testid="${name}.100${n}-footer"><button type="button">Reply</button></div></div></div>`,
  )}</div>`;
}

function composer(one: MirrorRecord): Html {
  const tab = (n: number, words: string, channel: string) =>
    html`<button type="button" role="tab" id="comment-editor-container-tabs-${n}" aria-selected="${String(n === 0)}" ${does({ channel, of: one.id })}>${words}</button>`;
  return html`<div>${tab(0, 'Add internal note', 'internal')}${tab(1, 'Reply to customer', 'web')}
<div data-testid="issue.component.editor.default-editor"><div id="ak-editor-textarea" class="ProseMirror" contenteditable="true" data-editor="${one.id}" data-channel="internal"></div>
<button type="button" data-testid="comment-save-button" ${does({ send: 'comment', ids: [one.id], fields: {}, kept: true })}>Save</button></div></div>`;
}

/** Transitions that ask something first. */
const ASKED = ['Resolved', 'Back to sales', 'Over to delivery'];

const dialog = (one: MirrorRecord, name: string, n: number) =>
  html`<section role="dialog" data-testid="issue-transition.ui.issue-transition-modal" id="transition-${n}" hidden><h2>${name}</h2>
<textarea aria-label="Comment"></textarea>
<button type="button" id="issue-workflow-transition-submit" ${does({ send: 'transition', ids: [one.id], fields: { status: name } })}>${name}</button></section>`;
