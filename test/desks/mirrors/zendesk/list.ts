// A view of tickets. How its bulk edit looks is not known; only its request is documented.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, value } from '../markup.ts';
import type { Asked } from '../mirror.ts';

export function list(asked: Asked): Html {
  const { mirror } = asked;
  return document(
    mirror,
    'Your unsolved tickets',
    html`<table><tbody>${asked.all('ticket').map(
      (
        one,
      ) => html`<tr><td><input type="checkbox" data-tick="${one.id}"></td><td><span data-test-id="status-badge-${one.fields['status']}">${value(mirror, one, 'status')}</span></td>
<td><a href="tickets/${one.id}">${value(mirror, one, 'subject')}</a></td><td>${value(mirror, one, 'team')}</td></tr>`,
    )}</tbody></table>
<div role="dialog"><select>${Object.entries(mirror.words['team'] ?? {}).map(([id, word]) => html`<option value="${id}">${word}</option>`)}</select>
<button type="button" data-bulk ${does({ send: 'many', fields: {}, chosen: 'team' })}>Submit</button></div>`,
  );
}
