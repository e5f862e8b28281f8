import type { Evidence, Site, SitePage, Try } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'], when = '2026-11'): Evidence => ({ where, when, sure });
const live = (where: string) => seen(`an exporter proven on the live page, ${where}`, 'high', '2026-07');

/** A row of the task's head is named by its label's element; the word in it is English in English alone. */
const inRow = (name: string, css: string) =>
  `.cu-task-fields__row:has([data-test="task-field-label-icon__container-${name}"]) ${css}`;

/** A custom id in the address (ABC-12) is not the id that requests name: the open task says that one. */
const SHOWN: Try[] = ['div[role="dialog"][data-task-id]', '#timeTrackingItem[data-task-id]'].map((css) => ({
  css,
  read: '@data-task-id',
  seen: seen('public code; clockify', 'high'),
}));

const page = (id: string, path: string, how: Partial<SitePage>): SitePage => ({
  id,
  path,
  kind: 'task',
  full: true,
  container: 'cu-task-view, .cu-task-view__container',
  seen: seen('tmetric; public code', 'high'),
  ...how,
});
const byCustomId = (id: string, path: string) =>
  page(id, path, { caseShown: SHOWN, not: `html:not(:has(${SHOWN.map(({ css }) => css).join()}))` });

export const clickup: Site = {
  id: 'clickup',
  name: 'ClickUp',
  reality: {
    level: 'mirrored',
    note: 'Driven against a small copy of ours, made from public facts; never against ClickUp itself. That a change is sent as PUT /tasks/v1/task/ID is taken from its public API: if ClickUp sends it another way, it passes and is recorded as not seen. Moving a task to another list, changes of custom fields, changes of several tasks at once, and taking somebody off without naming another are not held. Requests name people by their numbers, known by the name that the person chose in the list just before or at an earlier choice.',
  },
  hosts: ['app.clickup.com'],
  marks: [],
  pages: [
    byCustomId('task by custom id, in its workspace', '/t/:workspace/:prefix-:#number'),
    byCustomId('task by custom id', '/t/:prefix-:#number'),
    page('task in its workspace', '/t/:workspace/:id', { case: { path: 'id' } }),
    page('task', '/t/:id', { case: { path: 'id' } }),
    { id: 'view', path: '/:workspace/v/*', seen: seen('public code: /WORKSPACE/v/l/VIEW', 'medium') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '[data-test="task-title__title-overlay"], [data-test="task-title__text-area"], .cu-task-title__overlay',
      tries: [
        { css: '[data-test="task-title__title-overlay"]', seen: seen('toggl, clockify, tmetric', 'high') },
        { css: '.cu-task-title__overlay', seen: seen('tmetric', 'high') },
        { css: '[data-test="task-title__text-area"]', read: 'value', seen: live('the title') },
      ],
    },
    {
      field: 'status',
      certainty: 'certain',
      anchor: '[data-test="status-button__status-dropdown"], [data-test="status-button-badge__body"]',
      tries: [
        { css: '[data-test="status-button-badge__body"] span', seen: seen('public code', 'high') },
        { css: '[data-test="status-button-badge__body"]', seen: seen('a Playwright suite', 'high') },
      ],
    },
    {
      // An avatar shows initials; who it is stands in its own name for tests.
      field: 'owner',
      certainty: 'guess',
      tries: [
        {
          css: inRow('Assignees', '[data-test^="avatar-group__user-icon-"]'),
          read: '@data-test',
          after: 'avatar-group__user-icon-',
          seen: seen('a report script; the row: two extensions', 'medium'),
        },
        {
          css: 'cu-assignees [data-test^="avatar-group__user-icon-"]',
          read: '@data-test',
          after: 'avatar-group__user-icon-',
          seen: seen('a report script', 'medium'),
        },
      ],
    },
    {
      field: 'priority',
      certainty: 'certain',
      tries: [{ css: '[data-test^="priorities-view__item-label-"]', seen: seen('public code', 'high') }],
    },
    {
      field: 'tags',
      certainty: 'certain',
      tries: [
        { css: 'cu-tags-list', read: 'lines', seen: seen('clockify, tmetric', 'high') },
        { css: '.cu-tags-badge__inner span', seen: seen('tmetric', 'high') },
      ],
    },
    {
      field: 'list',
      certainty: 'certain',
      tries: [
        { css: '[data-test="location-editable__location-title"]', seen: live('the location') },
        { css: '[data-test="task-view-breadcrumbs__timl-list-item"]', seen: live('the location') },
      ],
    },
    {
      field: 'description',
      certainty: 'certain',
      tries: [{ css: '[data-test="task-editor"] .ql-editor', read: 'lines', seen: live('the description') }],
    },
  ],
  labelled: [
    {
      row: '[data-test="task-custom-fields__row"]',
      label: [{ css: '.cu-task-custom-fields__row-type' }],
      value: [{ css: '.cu-task-custom-fields__row-body', read: 'lines', empty: ['-', '–', '—'] }],
      seen: live('custom fields'),
    },
  ],
  conversation: {
    entry: 'cu-task-activity-stream-item-wrapper',
    author: [{ css: '.cu-comment__author', seen: live('comments') }],
    at: [{ css: '.cu-comment__date', seen: live('comments') }],
    text: [
      { css: '[data-test="comment-viewer-content"]', read: 'lines', seen: live('comments') },
      { css: '[data-test="task-activity-stream-item__item-generic"]', seen: live('what happened to the task') },
    ],
    kinds: [{ kind: 'event', css: ':has([data-test="task-activity-stream-item__item-generic"])' }],
    // Comments stay in the workspace. Replies below one are drawn only when it is opened.
    otherwise: 'internal',
    seen: live('the activity stream'),
  },
  directory: [],
  picked: [
    {
      field: 'status',
      css: '[data-test="status-list__container"] cu3-combo-box-item',
      seen: seen('public code', 'high'),
    },
    { field: 'owner', css: '[data-test^="user-list__"]', seen: seen('a Cypress suite', 'medium') },
  ],
  rows: [
    {
      css: '.cu-task-row:has(.cu-task-row-main__link[href$="/:id"])',
      kind: 'task',
      title: [{ css: '.cu-task-row-main__link-text-inner' }, { css: '.cu-task-row-main__link' }],
      fields: [],
      seen: seen('tmetric, clockify', 'high'),
    },
  ],
  caseUrl: { task: '/t/:id' },
  nobody: [],
  writes: [
    {
      id: 'task',
      doors: ['wire'],
      methods: ['PUT', 'PATCH', 'POST'],
      path: '/tasks/:version/task/:id',
      hosts: ['frontdoor-prod-*.clickup.com'],
      kind: 'task',
      case: { path: 'id' },
      changes: [
        { field: 'status', to: { json: 'status' } },
        { field: 'owner', to: { json: 'assignees.add' } },
        { field: 'owner', to: { json: 'assignees' } },
        { field: 'priority', to: { json: 'priority' } },
      ],
      seen: seen('hosts and paths of other calls: opentabs; the body as in the public API', 'low'),
    },
  ],
  submits: [
    {
      css: '[data-test="status-button__status-dropdown"], [data-test="status-list__container"] cu3-combo-box-item',
      write: 'task',
      seen: seen('public code', 'high'),
    },
    { css: '[data-test="status-button__checkmark"]', write: 'task', seen: seen('two public scripts', 'medium') },
    { css: '[data-test^="user-list__"]', write: 'task', seen: seen('a Cypress suite', 'medium') },
  ],
  statuses: { sent: ['to do', 'open'], accepted: ['in progress'], closed: ['complete', 'closed'] },
};
