import type { Person } from '../choices.ts';
import type { Case } from '../records.ts';
import type { Draft } from '../state.ts';
import { type Html, html } from './html.ts';
import { selectField } from './parts.ts';

/** The reply box: text, who may read it, what changes with it, files. */
export function replyForm(record: Case, user: Person, draft: Draft | undefined): Html {
  const internal = draft?.visibility === 'internal';
  return html`<form class="card reply" id="reply-form" method="post" action="/case/${record.id}/reply" enctype="multipart/form-data"
      data-draft-url="/case/${record.id}/reply-draft" data-preview-url="/case/${record.id}/preview" aria-labelledby="reply-heading">
    <h2 id="reply-heading" class="hidden-text">Reply as ${user.label}</h2>
    <fieldset class="segments"><legend class="hidden-text">Who can read it</legend>
      ${visibility('public', 'Public reply', !internal)}${visibility('internal', 'Internal note', internal)}
    </fieldset>
    <label for="reply-body" class="hidden-text">Reply</label>
    <textarea id="reply-body" name="body" rows="6" dir="auto" required autocomplete="off" placeholder="Write to ${record.requester.name || record.requester.mail}, or leave a note for the team">
${draft?.body}</textarea>
    <div id="reply-preview" class="preview body" role="region" aria-label="Preview" hidden></div>
    <div class="reply-fields">
      ${selectField('reply-owner', 'owner', 'Owner', record.owner, true)}
      ${selectField('reply-status', 'status', 'Status', record.status, true)}
      <p class="field file"><label for="reply-attachment">Attach files</label><input type="file" id="reply-attachment" name="attachment" multiple></p>
    </div>
    <p class="buttons">
      <button class="primary" id="reply-send" name="send" value="1">Send reply</button>
      <button id="reply-save-draft" name="draft" value="1" formnovalidate>Save draft</button>
      <button type="button" id="reply-preview-button" hidden>Preview</button>
      <span class="draft-state" id="draft-state" role="status">${draft?.body && 'Draft restored'}</span>
      <span class="key-help"><kbd>Ctrl</kbd> <kbd>Enter</kbd> sends</span>
    </p>
  </form>`;
}

function visibility(value: string, label: string, checked: boolean): Html {
  return html`<label><input type="radio" name="visibility" value="${value}"${checked && html` checked`} autocomplete="off"><span>${label}</span></label>`;
}
