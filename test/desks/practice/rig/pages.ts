import { attachments, more } from '../pages/case.ts';
import { conversation } from '../pages/conversation.ts';
import { type Html, html } from '../pages/html.ts';
import { type Frame, layout } from '../pages/layout.ts';
import { choiceFact } from '../pages/parts.ts';
import type { Case } from '../records.ts';
import { board, bulk, controls } from './controls.ts';
import { type Mode, modes } from './modes.ts';
import { PART_SCRIPTS, partOf } from './parts/all.ts';

/** The scripts under `client`; `start` brings in the others. */
export const CLIENT_SCRIPTS = [
  ...['start', 'screen', 'send', 'send-envelopes', 'send-awkward', 'send-large', 'controls', 'pointer', 'leaving'],
  ...PART_SCRIPTS,
];

/** Cases that the page of several cases keeps alive. */
const TABS = [1, 2, 3];

/** All modes, each with its page. */
export function indexPage(frame: Frame): Html {
  return layout(
    frame,
    'The rig',
    html`<h1>Ways to save</h1>
      <p>Each page saves in another way, as desks do.</p>
      <ul class="modes">${modes.map(({ id, title, says }) => html`<li><a href="/rig/${id}">${title}</a>: ${says}</li>`)}</ul>`,
  );
}

/** One case, with the controls of a mode. */
export function modePage(frame: Frame, mode: Mode, record: Case): Html {
  const shown =
    mode.control === 'tabs'
      ? html`${tabs(frame, record)}${TABS.map((id) => {
          const one = frame.state.cases.get(id);
          return one && pane(mode, one, id !== record.id);
        })}`
      : pane(mode, record, false);
  return layout(frame, `#${record.id} ${mode.title}`, html`${clientOf(mode)}${shown}`);
}

/** Several records, with the controls of a mode. */
export function listModePage(frame: Frame, mode: Mode): Html {
  const content =
    partOf(mode)?.list?.(mode, frame.state) ??
    (mode.control === 'board' ? board([...frame.state.deals.values()]) : bulk([...frame.state.cases.values()]));
  return layout(frame, mode.title, html`${clientOf(mode)}<h1>${mode.title}</h1><p>${mode.says}</p>${content}`);
}

function clientOf({ id, control, on, send, optimistic, cover }: Mode): Html {
  return html`<link rel="stylesheet" href="/style/rig.css">
    <script type="module" src="/rig/client/start.js"></script>
    <div id="rig" data-mode="${id}" data-control="${control}" data-on="${on}" data-send="${send}" data-cover="${cover}"
      data-optimistic="${String(optimistic === true)}"></div>`;
}

function tabs({ state }: Frame, current: Case): Html {
  return html`<nav class="tabs" aria-label="Open cases">${TABS.map((id) => {
    const subject = state.cases.get(id)?.subject ?? '';
    return html`<button type="button" data-tab="${id}" aria-pressed="${String(id === current.id)}">#${id} ${subject.slice(0, 24)}</button>`;
  })}</nav>`;
}

function pane(mode: Mode, record: Case, hidden: boolean): Html {
  const part = partOf(mode);
  return html`<div class="record" id="case" data-case-id="${record.id}"${hidden && html` hidden`}>
    <header class="record-head"><div>
      <p class="crumbs"><a href="/rig">Ways to save</a> › ${mode.title} › Case <span id="case-id">#${record.id}</span></p>
      <h1 id="case-subject" dir="auto">${record.subject}</h1>
    </div></header>
    <div class="record-main">
      <section class="card controls" aria-label="${mode.title}"><p>${mode.says}</p>${part?.controls?.(mode, record) ?? controls(mode, record)}</section>
      ${part?.talk?.(record) ?? conversation(record.messages, 'Conversation')}
    </div>
    <aside class="record-side" aria-label="About this case">
      <section class="card"><h2>Details</h2>
        <dl class="facts" id="details-shown">
          ${part?.details?.(mode, record) ?? details(record)}
        </dl>
      </section>
      ${part?.facts?.(record) ?? more(record)}
      ${attachments(record.attachments)}
    </aside>
  </div>`;
}

const details = (record: Case): Html =>
  html`${choiceFact('team', 'Team', record.team)}
  ${choiceFact('owner', 'Owner', record.owner)}
  ${choiceFact('status', 'Status', record.status)}
  ${choiceFact('priority', 'Priority', record.priority)}`;
