// Desks without a Save button: what was changed is saved when the page is left.
import { choices } from '../../choices.ts';
import { html } from '../../pages/html.ts';
import { options } from '../../pages/parts.ts';
import type { Mode } from '../modes.ts';
import type { Part } from './part.ts';

const mode = (id: string, title: string, says: string): Mode => ({ id, title, says, control: 'own', send: 'fetch' });

/** Requests go where the rig's other ones go: `/rig/cases/:id`. */
export const leave: Part = {
  modes: [
    mode('leave-beacon', 'Saved on leaving', 'A reload or a closed tab sends the whole form as a beacon.'),
    mode(
      'leave-json',
      'Saved on leaving, as JSON',
      'The same with a body of JSON; where the browser does not take it, the desk keeps the change and asks.',
    ),
    mode('leave-hidden', 'Saved when the page is gone', 'The beacon is sent when nobody can be asked any more.'),
    mode('leave-crumb', 'Saved by the way out', 'A link saves first, and leads away when that went well.'),
  ],
  controls: (_, record) =>
    html`<p class="crumbs"><a class="way-out" href="/">All cases</a></p>
      <form class="leaving">
        <label>Team <select name="team" autocomplete="off">${options(choices.team, record.team)}</select></label>
        <label>Status <select name="status" autocomplete="off">${options(choices.status, record.status)}</select></label>
        <label>Reply <textarea name="reply" rows="3"></textarea></label>
      </form>`,
  routes: [],
};
