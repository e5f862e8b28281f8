// Desks that lie under a loader while they save, or blame the connection: what takes that away differs from desk to desk.
import { choices } from '../../choices.ts';
import { html } from '../../pages/html.ts';
import { options } from '../../pages/parts.ts';
import type { Mode } from '../modes.ts';
import type { Part } from './part.ts';

const mode = (id: string, title: string, says: string): Mode => ({ id, title, says, control: 'own' });

/** Requests go where the rig's other ones go. */
export const loading: Part = {
  modes: [
    mode(
      'loading-abort',
      'Dialog under its loader',
      'What was saved or given up takes the loader away; what failed leaves it there.',
    ),
    mode(
      'loading-ever',
      'Dialog under its loader, whatever fails',
      'Only what was saved takes the loader away, so the form itself must be held.',
    ),
    mode(
      'blames-connection',
      'Desk that blames the connection',
      'A request that fails has people look after their connection; one that is given up says nothing.',
    ),
  ],
  controls: ({ id }, record) =>
    id === 'blames-connection'
      ? html`<p class="row">${choices.team.map(
          ({ value, label }) => html`<button type="button" data-team="${value}">${label}</button>`,
        )}</p><p class="problem" role="alert"></p>`
      : html`<button type="button" class="opener">Move…</button>
        <dialog class="dialog" aria-label="Move"><form class="loading-form" method="post"
          action="${id === 'loading-ever' ? `#cases/${record.id}/team` : `/rig/no-page/${record.id}`}">
          <label>Team <select name="team" autocomplete="off">${options(choices.team, record.team)}</select></label>
          <p class="buttons"><button class="primary">Move</button> <button type="button" class="closer">Cancel</button></p>
        </form><div class="loader" hidden>Loading …</div></dialog>`,
  routes: [],
};
