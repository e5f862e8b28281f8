// ClickUp: a task as a page and as a dialog over its list; saved at once, by requests to another host. That they are these was not observed.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, recordOf, value } from '../markup.ts';
import type { Asked, Change, Mirror, MirrorRecord } from '../mirror.ts';

const WORKSPACE = '9012345678';

const seed: MirrorRecord[] = [
  {
    id: '86abc1x2y',
    kind: 'task',
    fields: { subject: 'Import of the second warehouse', status: 'in review', priority: 'High', tags: 'import' },
    entries: [],
  },
  {
    id: '86abc1x3z',
    kind: 'task',
    fields: { subject: 'Labels for the shelves', status: 'to do', priority: 'Low' },
    entries: [],
  },
];
const STATUSES = ['to do', 'in review', 'with delivery', 'complete'];

function view(mirror: Mirror, one: MirrorRecord): Html {
  const menu = `status-list-${one.id}`;
  return html`<cu-task-view><div class="cu-task-view__container">
<button data-test="task-view-task-label__taskid-button"><span data-test="cu-task-view-task-label__task-id">${one.id}</span></button>
<cu-task-hero-section><h1 data-test="task-title__title-overlay" class="cu-task-title__overlay">${value(mirror, one, 'subject')}</h1>
<button type="button" data-test="status-button__status-dropdown" ${does({ toggle: `#${menu}` })}><div data-test="status-button-badge__body"><span>${value(mirror, one, 'status')}</span></div></button>
<div data-test="priorities-view__item-label-${one.fields['priority']}">${value(mirror, one, 'priority')}</div>
${one.fields['tags'] && html`<cu-tags-list><div class="cu-tags-badge__inner"><span>${one.fields['tags']}</span></div></cu-tags-list>`}</cu-task-hero-section>
<div data-test="task-editor"><div><div class="ql-editor">What is to be done.</div></div></div></div></cu-task-view>
<div data-test="status-list__container" id="${menu}" data-list hidden>${STATUSES.map(
    (status) =>
      html`<cu3-combo-box-item ${does({ send: 'task', ids: [one.id], fields: { status } })}><span class="menu-item-label">${status}</span></cu3-combo-box-item> `,
  )}</div>`;
}

const task = (asked: Asked): Html => document(asked.mirror, 'Task', html`${view(asked.mirror, recordOf(asked))}`);

/** A task opens over the list, and the address becomes the task's. */
const list = (asked: Asked): Html =>
  document(
    asked.mirror,
    'List',
    html`${asked.all().map(
      (
        one,
      ) => html`<div class="cu-task-row" data-test="task-row-main__${one.fields['subject']}"><a class="cu-task-row-main__link" href="/t/${one.id}" ${does({ pane: one.id, path: `/t/${one.id}` })}>${value(asked.mirror, one, 'subject')}</a></div>
<div role="dialog" data-task-id="${one.id}" data-pane="${one.id}" hidden>${view(asked.mirror, one)}</div>`,
    )}`,
  );

export const clickup: Mirror = {
  id: 'clickup',
  me: 'Amara Okafor',
  seed,
  words: {},
  data: { workspace: WORKSPACE },
  pages: [
    { path: /^\/t\/(?:\d+\/)?(\w+)$/, page: task },
    { path: /^\/\d+\/v\/l\/.+$/, page: list },
  ],
  writes: [
    {
      method: 'PUT',
      path: /^\/tasks\/v1\/task\/(\w+)$/,
      changes: ({ params: [id = ''], text }): Change[] => [{ id, fields: JSON.parse(text) }],
    },
  ],
  refusal: { status: 400, body: { err: 'Status does not exist', ECODE: 'CRTSK_001' } },
};
