import type { Evidence, Site, SitePage, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'], when = '2026-11'): Evidence => ({ where, when, sure });
const exporter = (where: string) =>
  seen(`selectors checked on a live site by a public extension, ${where}`, 'high', '2026-04');

const id = (name: string) => `[data-testid="${name}"]`;
const BASE = 'issue.views.issue-base.foundation';
const READ = id('issue-field-inline-edit-read-view-container.ui.container');
const HEADING = '[data-testid^="issue-field-heading-styled-field-heading."]';
/** What an empty field invites to. */
const EMPTY = ['None', 'Add text', 'Add option'];

const issue = (name: string, path: string, how: Partial<SitePage> = {}): SitePage => ({
  id: name,
  path,
  case: { path: 'id' },
  kind: 'issue',
  full: true,
  seen: seen('several public extensions and tests', 'high'),
  ...how,
});

/** A person's name stands twice: in the avatar, for screen readers, and beside it. */
const person = (field: string, name: string): Site['fields'][number] => ({
  field,
  certainty: 'certain',
  anchor: [`issue.issue-view-layout.issue-view-${name}-field.${name}`, `issue.views.field.user.${name}`].map(id).join(),
  tries: [
    {
      css: [`issue.issue-view-layout.issue-view-${name}-field.${name}`, `issue.views.field.user.${name}`]
        .map((one) => `${id(one)} ${id('profilecard-next.ui.profilecard.profilecard-trigger')} [role="img"] + span`)
        .join(),
      seen: seen('public code, trimmed from a real page', 'high'),
    },
    {
      css: `${id(`issue.views.field.user.${name}`)} ${id('profilecard-next.ui.profilecard.profilecard-trigger')}`,
      seen: seen('public code', 'medium'),
    },
  ],
});

const write = (
  name: string,
  method: 'PUT' | 'POST',
  path: string,
  changes: Write['changes'],
  from: Evidence,
): Write => ({
  id: name,
  doors: ['wire'],
  methods: [method],
  path,
  kind: 'issue',
  case: { path: 'id' },
  changes,
  seen: from,
});
const change = (field: string, ...places: string[]): Write['changes'] =>
  places.map((json) => ({ field, to: { json } }));
const FIELDS = [
  ...change('owner', 'fields.assignee.accountId', 'fields.assignee.id', 'fields.assignee'),
  ...change('priority', 'fields.priority.name', 'fields.priority.id'),
  ...change('team', 'fields.customfield_10001'),
];

export const jira: Site = {
  id: 'jira',
  name: 'Jira Cloud and Jira Service Management',
  reality: {
    level: 'mirrored',
    note: 'Driven against a small copy of ours, made from public facts; never against Jira itself. Assigning, editing and moving to another status are seen as the documented REST requests; that Jira’s own page sends them so is known of assigning and of single fields alone. What it sends as GraphQL, drags on a board, bulk changes and linked or moved issues pass and are recorded as not seen. Requests name people and moves by ids, known by the words that the person chose in a list just before or at an earlier choice; “Assign to me” and keys name the id alone. Single fields name the issue by its number: they are taken for the issue that the page shows.',
  },
  hosts: ['*.atlassian.net'],
  marks: [],
  pages: [
    issue('issue', '/browse/:id'),
    issue('issue beside a queue', '/jira/servicedesk/projects/:project/queues/custom/:queue/:id'),
    issue('issue of a queue', '/jira/servicedesk/projects/:project/queues/issue/:id'),
    issue('issue of a search', '/issues/:id', { seen: seen('general knowledge', 'low') }),
    issue('issue over a board', '/jira/*', { query: { selectedIssue: [] }, case: { query: 'selectedIssue' } }),
    { id: 'queue, board or list', path: '/jira/*', seen: seen('public code, addresses', 'high') },
    { id: 'search', path: '/issues', seen: seen('public code, addresses', 'high') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: id(`${BASE}.summary.heading`),
      tries: [{ css: id(`${BASE}.summary.heading`), seen: exporter('the title') }],
    },
    {
      field: 'status',
      certainty: 'certain',
      anchor: id('issue-field-status.ui.status-view.status-button.status-button'),
      tries: [
        {
          css: id('issue-field-status.ui.status-view.status-button.status-button--text'),
          seen: seen('public code, trimmed from a real page', 'high'),
        },
        { css: id('issue-field-status.ui.status-view.status-button.status-button'), seen: exporter('the status') },
        { css: `${id(`${BASE}.status.status-field-wrapper`)} button`, seen: exporter('the status') },
      ],
    },
    person('owner', 'assignee'),
    person('requester', 'reporter'),
    {
      field: 'priority',
      certainty: 'certain',
      tries: [{ css: id('issue-field-priority-readview-full.ui.priority.wrapper'), seen: exporter('the priority') }],
    },
    {
      field: 'tags',
      certainty: 'certain',
      tries: [
        {
          css: id('issue.views.issue-base.context.labels'),
          read: 'lines',
          empty: EMPTY,
          seen: seen('public code', 'medium'),
        },
      ],
    },
    {
      field: 'environment',
      certainty: 'certain',
      tries: [
        {
          css: `${id('issue.views.field.rich-text.environment')} .ak-renderer-document`,
          read: 'lines',
          seen: exporter('the environment'),
        },
      ],
    },
    {
      field: 'project',
      certainty: 'certain',
      tries: [{ css: id(`${BASE}.breadcrumbs.project.item`), seen: seen('public code', 'medium') }],
    },
    {
      field: 'description',
      certainty: 'certain',
      tries: [
        {
          css: `${id('issue.views.field.rich-text.description')} .ak-renderer-document`,
          read: 'lines',
          seen: exporter('the description'),
        },
      ],
    },
  ],
  labelled: [
    {
      row: '[data-testid^="issue.issue-view-layout.issue-view-"]:not([data-testid$=".assignee"], [data-testid$=".reporter"])',
      label: [{ css: HEADING }],
      value: [
        { css: READ, read: 'lines', empty: EMPTY },
        { css: `${HEADING} + div`, read: 'lines', empty: EMPTY },
      ],
      seen: seen('public code, several extensions', 'high'),
    },
    {
      row: '[data-component-selector="jira-issue-field-heading-field-wrapper"]',
      label: [{ css: 'h2' }, { css: 'h3' }],
      value: [{ css: READ, read: 'lines', empty: EMPTY }],
      seen: seen('liferay-jira-userscript; public code', 'high'),
    },
  ],
  conversation: {
    entry: '[data-testid^="comment-base-item-"]',
    idFrom: 'data-testid',
    author: [
      { css: 'h3', seen: seen('a Markdown exporter', 'high') },
      { css: id('profilecard-next.ui.profilecard.profilecard-trigger'), seen: seen('public code', 'medium') },
    ],
    at: [{ css: id('issue-timestamp.relative-time'), seen: seen('a Markdown exporter', 'high') }],
    text: [
      {
        css: '[data-testid^="issue-comment-base.ui.comment.ak-comment."][data-testid$="-body"]',
        read: 'lines',
        seen: seen('several public extensions', 'high'),
      },
    ],
    kinds: [
      { kind: 'internal', css: `:has(${id('issue-comment-base.ui.comment.custom-comment.restricted-to')})` },
      // Service Management has a tab for replies. Without it nothing tells that the customer reads a comment.
      { kind: 'public', css: ':root:has(#comment-editor-container-tabs-1) *' },
    ],
    otherwise: 'internal',
    seen: seen('several public extensions; restricted-to: one', 'medium'),
  },
  directory: [],
  // Options are marked as such (public code); which list is whose field is told by the request.
  picked: [{ field: 'owner' }, { field: 'status', once: true }, { field: 'team' }, { field: 'priority' }],
  rows: [
    {
      css: `${id('platform-board-kit.ui.card.card')}:has(${id('platform-card.common.ui.key.key')} a[href$="/:id"])`,
      kind: 'issue',
      title: [{ css: id('issue-field-single-line-text-readview-card.ui.single-line-text.container.box') }],
      fields: [],
      seen: seen('a public extension, boards', 'medium'),
    },
  ],
  caseUrl: { issue: '/browse/:id' },
  nobody: ['Unassigned'],
  writes: [
    write(
      'assign',
      'PUT',
      '/rest/:api/:version/issue/:id/assignee',
      change('owner', 'accountId', 'name'),
      seen('a public extension waits for it on the page; body: documented REST', 'medium'),
    ),
    write(
      'move',
      'POST',
      '/rest/:api/:version/issue/:id/transitions',
      [...change('status', 'transition.id'), ...FIELDS],
      seen('documented REST; not seen of the page itself', 'low'),
    ),
    write(
      'edit',
      'PUT',
      '/rest/:api/:version/issue/:id',
      FIELDS,
      seen('documented REST; the team as in two userscripts', 'low'),
    ),
    {
      ...write('one field', 'POST', '/secure/AjaxIssueAction.jspa', [], seen('three userscripts', 'medium')),
      // By its number, where the page has its key.
      case: { body: 'issueId', page: true },
      needs: { singleFieldEdit: ['true'] },
      changes: [
        { field: 'owner', to: { body: 'assignee' } },
        { field: 'priority', to: { body: 'priority' } },
        { field: 'team', to: { body: 'customfield_10001' } },
      ],
    },
  ],
  note: {
    editor: '#ak-editor-textarea',
    kind: 'prosemirror',
    open: '#comment-editor-container-tabs-0',
    // A move has a comment of its own, with tabs of its own.
    internal: `body:not(:has(${id('issue-transition.ui.issue-transition-modal')})) #comment-editor-container-tabs-0[aria-selected="true"]`,
    seen: seen('liferay-jira-userscript and another userscript', 'medium'),
  },
  submits: [
    {
      css: id('issue-view-layout-assignee-field.ui.assign-to-me'),
      write: 'assign',
      seen: seen('public code', 'high'),
    },
    {
      css: `${id('issue-field-status.ui.status-view.transition')}, #issue-workflow-transition-submit`,
      write: 'move',
      seen: seen('public code', 'high'),
    },
  ],
  statuses: {
    sent: ['To Do', 'Open'],
    accepted: ['In Progress'],
    closed: ['Done', 'Resolved', 'Closed'],
  },
};
