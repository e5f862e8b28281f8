import type { Evidence, Site, SitePage, Try, Write } from '../../model/site';

const run = (where: string): Evidence => ({ where: `Redmine 5.0.4, ${where}`, when: '2026-11', sure: 'run' });

/** What was not saved comes back as the form, at the issue’s own address. */
const REFUSED = '#errorExplanation, .conflict';
const PROJECT = '#header .current-project';

const MOVES = (
  [
    ['team', 'project_id'],
    ['owner', 'assigned_to_id'],
    ['status', 'status_id'],
  ] as const
).map(([field, name]) => ({ field, name: `issue[${name}]` }));
const changes: Write['changes'] = MOVES.map(({ field, name }) => ({ field, to: { body: name } }));
/** From the context menu the change stands in the address. */
const asked: Write['changes'] = MOVES.map(({ field, name }) => ({ field, to: { query: name } }));
/** A save that changes none of these issues: no change comes of it. */
const nothing: Write['changes'] = [{ field: 'team', to: { value: '' }, unchanged: [''] }];

const write = (id: string, path: string, how: Pick<Write, 'case' | 'changes'> & Partial<Write>): Write => ({
  id,
  doors: ['form'],
  methods: ['POST'],
  path,
  kind: 'ticket',
  ...how,
});

const elsewhere = (path: string): SitePage => ({ id: path.slice(path.lastIndexOf('/') + 1), path, seen: run(path) });

const attribute = (field: string, name: string, anchor: string): Site['fields'][number] => ({
  field,
  certainty: 'certain',
  anchor,
  tries: [{ css: `.issue .${name}.attribute .value`, empty: ['-'], seen: run('the issue’s attributes') }],
});

/** Parts of a page outside of its attributes; the words of icons stand in it unseen. */
const part = (field: string, css: string, how: Partial<Try> = {}): Site['fields'][number] => ({
  field,
  certainty: 'certain',
  tries: [{ css, read: 'lines', without: '.icon-only', ...how, seen: run('the issue page') }],
});

export const redmine: Site = {
  id: 'redmine',
  name: 'Redmine',
  reality: {
    level: 'live',
    note: 'Driven against Redmine 5.0.4 (Debian) in Chromium; what is read of an issue equals every row and the history that it shows, also in German, newest first and with fewer rights. A new issue and a copy are no case yet, so they pass; so does what plugins add.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    { css: 'meta[name=description][content=Redmine]', seen: run('every page') },
    { css: 'meta[name=csrf-param]', seen: run('every page') },
    { css: 'body[class*="controller-"] > #wrapper #top-menu', seen: run('every page, also in themes') },
  ],
  pages: [
    ...['/issues/new', '/issues/gantt', '/issues/calendar', '/issues/bulk_edit', '/issues/bulk_update'].map(elsewhere),
    {
      id: 'issue',
      path: '/issues/:id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      not: REFUSED,
      seen: run('issues/N'),
    },
    ...[
      ['refused', '/issues/:id'],
      ['edit', '/issues/:id/edit'],
    ].map(
      ([id = '', path = '']): SitePage => ({
        id,
        path,
        case: { path: 'id' },
        kind: 'ticket',
        shows: ['team'],
        seen: run('the form alone; what does not save comes at the issue’s own address'),
      }),
    ),
    elsewhere('/issues'),
  ],
  me: [{ css: '#loggedas a.user', hidden: true, seen: run('every page: the login') }],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '.issue .subject h3',
      tries: [{ css: '.issue .subject > div:last-child h3', seen: run('parents come before it') }],
    },
    {
      field: 'team',
      certainty: 'certain',
      anchor: PROJECT,
      tries: [{ css: PROJECT, seen: run('every page of a project') }],
    },
    // A tracker may do without assignees: then its form has none either.
    attribute('owner', 'assigned-to', '.issue .assigned-to, #content:not(:has([name="issue[assigned_to_id]"]))'),
    attribute('status', 'status', '.issue .status.attribute'),
    attribute('priority', 'priority', '.issue .priority.attribute'),
    part('Tracker', '#content > h2', { before: ' #' }),
    part('Private', '#content > .badge-private'),
    part('Author', '.issue > .author a.user'),
    part('Created', '.issue > .author a[title]', { read: '@title' }),
    part('Updated', '.issue > .author a[title] ~ a[title]', { read: '@title' }),
    part('Parent task', '.issue > .subject p:has(+ div > h3)'),
    part('Subtasks', '#issue_tree .list'),
    part('Related issues', '#relations .list'),
    part('Files', '.issue > .attachments'),
    part('Watchers', '#watchers ul'),
  ],
  labelled: [
    {
      row: '.issue .attribute',
      label: [{ css: '.label' }],
      value: [{ css: '.value', read: 'lines', empty: ['-'] }],
      names: {
        category: 'Category',
        'fixed-version': 'Target version',
        'start-date': 'Start date',
        'due-date': 'Due date',
        progress: '% Done',
        'estimated-hours': 'Estimated time',
        'spent-time': 'Spent time',
      },
      seen: run('the issue’s attributes'),
    },
    {
      row: '.issue .attribute[class*="_cf "]',
      label: [{ css: '.label, strong' }],
      value: [{ css: '.value', read: 'lines', without: '.icon-only' }],
      own: true,
      seen: run('custom fields of each format, of half and of full width; their numbers differ per installation'),
    },
  ],
  conversation: {
    entry:
      '.issue > .description > .wiki, .tab-content > .journal > .note > .wiki, .tab-content > .journal > .note > .details, .tab-content > .time_entry > .note > p',
    of: '.issue, .journal',
    idFrom: 'id',
    byId: true,
    author: [{ css: 'h4 a.user, .author a.user' }, { css: 'h4 span.user' }],
    at: [{ css: 'h4 a[title], .author a[title]', read: '@title' }],
    text: [{ css: ':scope', read: 'lines', without: '.wiki-anchor' }],
    kinds: [
      { kind: 'event', css: 'ul, p, .changeset *' },
      { kind: 'internal', css: '.private-notes *' },
      { kind: 'customer', css: '.description *' },
      { kind: 'public', css: '.journal .wiki' },
    ],
    otherwise: 'unknown',
    seen: run('issues/N, in the order that the person chose; who is a customer is not marked'),
  },
  attachments: {
    css: '.issue .attachments a.icon-attachment, .attachment_cf a:first-child',
    seen: run('the issue page'),
  },
  directory: [
    { field: 'team', options: '#issue_project_id option' },
    { field: 'owner', options: '#issue_assigned_to_id option' },
    { field: 'status', options: '#issue_status_id option' },
    ...(['owner', 'status'] as const).map((field) => {
      const name = MOVES.find((move) => move.field === field)?.name.slice(6, -1);
      const after = `issue%5B${name}%5D=`;
      return { field, options: `#context-menu a[href*="${after}"]`, id: 'href', after };
    }),
  ],
  rows: [
    {
      css: 'tr.issue',
      id: 'id',
      prefix: 'issue-',
      kind: 'ticket',
      title: [{ css: 'td.subject > a' }],
      fields: [
        { field: 'team', tries: [{ css: 'td.project' }], ofPage: [{ css: PROJECT }] },
        { field: 'owner', tries: [{ css: 'td.assigned_to' }] },
        { field: 'status', tries: [{ css: 'td.status' }] },
      ],
      seen: run('/issues; in a project’s own list the project stands in the page’s head'),
    },
  ],
  caseUrl: { ticket: '/issues/:id' },
  nobody: ['nobody'],
  writes: [
    write('bulk copy', '/issues/bulk_update', {
      needs: { copy: ['1'] },
      case: { body: 'ids[]', each: true },
      changes: nothing,
      seen: run('/issues/bulk_edit?copy=1: the originals stay as they are'),
    }),
    write('bulk', '/issues/bulk_update', {
      needs: { 'ids[]': [] },
      case: { body: 'ids[]', each: true },
      changes: changes.map((change) => ({ ...change, unchanged: [''] })),
      seen: run('/issues/bulk_edit, also by Ctrl+Enter'),
    }),
    write('menu, several rows', '/issues/bulk_update', {
      needs: { _method: [] },
      case: { query: 'ids[]', each: true },
      changes: asked,
      seen: run('the context menu: the change is in the address'),
    }),
    write('menu', '/issues/:id', {
      query: { 'ids[]': [] },
      needs: { _method: ['patch'] },
      case: { path: 'id' },
      changes: asked,
      seen: run('the context menu: the change is in the address'),
    }),
    write('after a conflict', '/issues/:id', {
      needs: { conflict_resolution: ['add_notes', 'cancel'] },
      case: { path: 'id' },
      changes: nothing,
      seen: run('the page after a conflict: only the notes are kept, or nothing'),
    }),
    write('issue', '/issues/:id', {
      needs: { _method: ['patch', 'put'] },
      case: { path: 'id' },
      changes,
      seen: run('the form on /issues/N and /issues/N/edit, also by Ctrl+Enter'),
    }),
  ],
  sentOnce: ['data-submitted', 'disabled'],
  statuses: { sent: ['New', 'In Progress'], accepted: ['In Progress'], closed: ['Resolved', 'Closed', 'Rejected'] },
};
