import type { Evidence, Site, SitePage, Write } from '../../model/site';

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

/** A custom field has no name but its label; its number differs per installation. */
const custom = (field: string, ...labels: string[]): Site['fields'][number] => ({
  field,
  certainty: 'certain',
  tries: [
    {
      css: '.issue .attribute[class*="_cf "]',
      read: 'lines',
      label: labels.map((label) => `${label}:`),
      seen: run('custom fields of these names'),
    },
  ],
});

const attribute = (field: string, name: string): Site['fields'][number] => ({
  field,
  certainty: 'certain',
  anchor: `.issue .${name}.attribute`,
  tries: [{ css: `.issue .${name}.attribute .value`, empty: ['-'], seen: run('the issue’s attributes') }],
});

export const redmine: Site = {
  id: 'redmine',
  name: 'Redmine',
  reality: {
    level: 'live',
    note: 'Driven against Redmine 5.0.4 (Debian) in Chromium. A new issue and a copy are no case yet, so they pass; so does what plugins add.',
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
      shows: [
        'subject',
        'team',
        'owner',
        'status',
        'priority',
        'requester',
        'severity',
        'environment',
        'steps',
        'tags',
      ],
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
    attribute('owner', 'assigned-to'),
    attribute('status', 'status'),
    attribute('priority', 'priority'),
    custom('requester', 'Requester', 'Customer', 'Kunde', 'Melder'),
    custom('severity', 'Severity', 'Schweregrad'),
    custom('environment', 'Environment', 'Umgebung'),
    custom('steps', 'Steps to reproduce', 'Steps', 'Schritte'),
    custom('tags', 'Tags', 'Schlagworte'),
  ],
  conversation: {
    entry: '.issue > .description, #tab-content-history > .journal.has-notes',
    idFrom: 'id',
    author: [{ css: 'h4 a.user' }, { css: 'h4 span.user' }],
    at: [{ css: 'h4 a[title]', read: '@title' }],
    text: [{ css: ':scope > .note > .wiki, :scope > div > .wiki, :scope > .wiki', read: 'lines' }],
    kinds: [
      { kind: 'internal', css: '.private-notes' },
      { kind: 'customer', css: '.description' },
    ],
    otherwise: 'public',
    seen: run('issues/N, oldest first; who is a customer is not marked'),
  },
  attachments: { css: '.issue .attachments a.icon-attachment', seen: run('the issue page') },
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
  // edit.js and bulk_edit.js; a refusal comes with the form as it was sent.
  redrawn: REFUSED,
  sentOnce: ['data-submitted', 'disabled'],
  statuses: { sent: ['New', 'In Progress'], accepted: ['In Progress'], closed: ['Resolved', 'Closed', 'Rejected'] },
};
