// Pop-up windows: owner, note, priority and close are asked in a window of their own, while the case stays behind.
import { page } from '../../http.ts';
import { type Html, html } from '../../pages/html.ts';
import { STYLES } from '../../pages/layout.ts';
import { selectField } from '../../pages/parts.ts';
import { type Context, text } from '../../routes/context.ts';
import type { Mode } from '../modes.ts';
import { carryOut } from '../orders.ts';
import type { Part } from './part.ts';

const WINDOWS = { owner: 'Owner', note: 'Note', priority: 'Priority', close: 'Close' } as const;
type Window = keyof typeof WINDOWS;

const mode = (id: string, title: string, says: string): Mode => ({ id, title, says, control: 'own' });

export const windows: Part = {
  modes: [
    mode(
      'popup-named',
      'Pop-up window',
      'Asked in a window whose address names the case; it closes when it has saved.',
    ),
    mode(
      'popup-unnamed',
      'Pop-up window, no case in its address',
      'Only the form in the window says which case it is.',
    ),
    mode(
      'popup-written',
      'Pop-up window, written by the page',
      'A window without an address, filled by the page behind it.',
    ),
  ],
  controls: () =>
    html`<p class="row">${Object.entries(WINDOWS).map(
      ([what, label]) => html`<button type="button" data-window="${what}">${label}…</button>`,
    )}</p>`,
  routes: [
    { method: 'GET', path: /^\/rig\/window\/(\d+)\/(owner|note|priority|close)$/, run: ask },
    { method: 'GET', path: /^\/rig\/window\/(owner|note|priority|close)$/, run: ask },
    { method: 'POST', path: /^\/rig\/window\/(\d+)\/(owner|note|priority|close)$/, run: save },
    { method: 'POST', path: /^\/rig\/window\/(owner|note|priority|close)$/, run: save },
  ],
};

const partsOf = ({ params }: Context) => ({ what: params.at(-1) as Window, id: params.length > 1 ? params[0] : '' });

function ask(context: Context) {
  const { what, id } = partsOf(context);
  const record = context.state.cases.get(Number(id));
  const fields: Record<Window, Html> = {
    owner: selectField('window-owner', 'owner', 'New owner', record?.owner ?? '', !record),
    priority: selectField('window-priority', 'priority', 'New priority', record?.priority ?? '', !record),
    note: html``,
    close: html`<input type="hidden" name="status" value="closed">`,
  };
  return page(
    shell(
      WINDOWS[what],
      html`<h1>${WINDOWS[what]} of case <span id="window-case">${record?.id}</span></h1>
      <form class="window" method="post" action="/rig/window${id && `/${id}`}/${what}">
        ${!id && html`<input type="hidden" name="id">`}
        ${fields[what]}
        <p class="field"><label for="window-note">Note</label><textarea id="window-note" name="note" rows="6"></textarea></p>
        <p class="buttons"><button class="primary">Save</button> <button type="button" class="closer">Cancel</button></p>
      </form>`,
    ),
  );
}

async function save(context: Context) {
  const { what, id } = partsOf(context);
  const { owner, priority, status } = context.body.fields;
  const fields = { owner, priority, status, reply: text(context.body, 'note') };
  await carryOut(context, [{ id: id || context.body.fields['id'], fields }]);
  // A case that was closed is done with: the page behind goes on to the list.
  return page(shell('Saved', html`<p id="window-saved" data-next="${what === 'close' ? '/' : ''}">Saved.</p>`));
}

function shell(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} · Practice desk</title>
<link rel="icon" href="/icon.svg">
${STYLES.map((name) => html`<link rel="stylesheet" href="/style/${name}.css">`)}<link rel="stylesheet" href="/style/rig.css">
<script type="module" src="/rig/client/window.js"></script></head>
<body class="in-window"><main>${content}</main></body></html>`;
}
