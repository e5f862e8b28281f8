import { severities } from '../choices.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { selectField } from './parts.ts';

/** The form for a new case. */
export function newCasePage(frame: Frame): Html {
  return layout(
    frame,
    'New case',
    html`<h1>New case</h1>
    <form class="card new-case" id="new-case-form" method="post" action="/new">
      <p class="field wide"><label for="new-subject">Subject</label><input id="new-subject" name="subject" required maxlength="300" dir="auto"></p>
      <p class="field"><label for="new-requester-name">Requester</label><input id="new-requester-name" name="requester_name" autocomplete="off" dir="auto"></p>
      <p class="field"><label for="new-requester-mail">Requester’s mail</label><input id="new-requester-mail" name="requester_mail" type="email" required autocomplete="off"></p>
      <p class="field wide"><label for="new-body">What happened</label><textarea id="new-body" name="body" rows="6" required dir="auto"></textarea></p>
      ${selectField('new-team', 'team', 'Team', 'support-l1')}
      ${selectField('new-owner', 'owner', 'Owner', frame.user.value)}
      ${selectField('new-priority', 'priority', 'Priority', 'normal')}
      <p class="field"><label for="new-severity">Severity</label><select id="new-severity" name="severity">
        <option value="">Not set</option>${severities.map((severity) => html`<option>${severity}</option>`)}</select></p>
      <p class="field wide"><label for="new-environment">Environment</label><input id="new-environment" name="environment" autocomplete="off"></p>
      <p class="field wide"><label for="new-steps">Steps to reproduce, one a line</label><textarea id="new-steps" name="steps" rows="3" dir="auto"></textarea></p>
      <p class="field wide"><label for="new-tags">Tags, separated by commas</label><input id="new-tags" name="tags" autocomplete="off"></p>
      <p class="buttons wide"><button class="primary" id="new-create">Create case</button> <a class="button" href="/">Cancel</a></p>
    </form>`,
  );
}
