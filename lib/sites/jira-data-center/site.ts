import type { Evidence, Site, SitePage, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high', when = '2026-11'): Evidence => ({ where, when, sure });

/** What saves an issue names it by its number, not by the key in its address: that number stands on the issue’s own link. */
const NUMBER: SitePage['caseShown'] = [{ css: '#key-val[rel]', read: '@rel', seen: seen('four public scripts') }];
const shown = (id: string, path: string): SitePage => ({
  id,
  path,
  caseShown: NUMBER,
  not: 'html:not(:has(#key-val[rel]))',
  kind: 'issue',
  full: true,
  seen: seen('public scripts and tests'),
});

const field = (name: string, from: Evidence, ...css: string[]): Site['fields'][number] => ({
  field: name,
  certainty: 'certain',
  tries: css.map((one) => ({ css: one, read: name === 'description' ? 'lines' : 'text', seen: from })),
});
const anchored = (one: Site['fields'][number], anchor: string) => ({ ...one, anchor });
const VALUES = seen('the ids of the issue view, many public scripts and tests');

const saves = (id: string, path: string, how: Partial<Write> & Pick<Write, 'case' | 'changes' | 'seen'>): Write => ({
  id,
  doors: ['form', 'wire'],
  methods: ['POST'],
  path,
  kind: 'issue',
  ...how,
});
const body = (name: string, place: string): Write['changes'][number] => ({ field: name, to: { body: place } });

export const jiraDataCenter: Site = {
  id: 'jira-data-center',
  name: 'Jira Data Center',
  reality: {
    level: 'read',
    note: 'Read in pages made from public facts; never run. The issue’s page, its inline edits, its assign dialog and its moves with and without a screen are known from public scripts. A move is named by its own words (“Start progress”), not by the status that follows. Drags on boards, bulk changes and custom fields that name a team pass and are recorded as not seen. No comment is taken for what the customer was told.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    { css: 'meta[name="application-name"][content="JIRA"]', seen: seen('saved pages of 7.2 to 9.11') },
    { css: 'body#jira.aui-layout', seen: seen('saved pages and decorators') },
  ],
  pages: [
    shown('issue', '/browse/:key'),
    shown('issue in a list', '/issues'),
    shown('issue of a project', '/projects/*'),
    {
      id: 'issue by its key',
      path: '/browse/:id',
      case: { path: 'id' },
      kind: 'issue',
      full: true,
      seen: seen('everywhere'),
    },
    { id: 'list', path: '/issues', seen: seen('general knowledge', 'low') },
    { id: 'project', path: '/projects/*', seen: seen('general knowledge', 'low') },
    { id: 'other', path: '/secure/*', seen: seen('general knowledge', 'low') },
  ],
  me: [{ css: '#header-details-user-fullname', read: '@data-displayname', seen: seen('a public extension', 'medium') }],
  fields: [
    anchored(field('subject', VALUES, '#summary-val'), '#summary-val'),
    anchored(
      field('status', VALUES, '#status-val span', '#status-val', '#opsbar-transitions_more span'),
      '#status-val, #opsbar-transitions_more',
    ),
    anchored(field('owner', VALUES, '#assignee-val .user-hover', '#assignee-val'), '#assignee-val'),
    field('requester', VALUES, '#reporter-val .user-hover', '#reporter-val'),
    field('priority', VALUES, '#priority-val'),
    field('tags', VALUES, '.labels-wrap.value'),
    field('components', VALUES, '#components-val'),
    field('description', VALUES, '#description-val'),
  ],
  labelled: [
    {
      row: '[id^="rowForcustomfield_"]',
      label: [{ css: '.name' }],
      value: [{ css: '.value', read: 'lines', empty: ['None'] }],
      seen: seen('two userscripts that copy these rows'),
    },
  ],
  conversation: {
    entry: '.activity-comment[id^="comment-"]',
    idFrom: 'id',
    author: [{ css: '.action-details .user-hover' }],
    at: [{ css: '.action-details time', read: '@datetime' }],
    text: [{ css: '.action-body', read: 'lines' }],
    kinds: [],
    otherwise: 'internal',
    seen: seen('system-comment-issue-page-view.vm as described in a public plugin; scrapers'),
  },
  directory: [
    // People are named by their login; every mention of them on the page tells both.
    { field: 'owner', options: '.user-hover[rel]', id: 'rel' },
    { field: 'status', options: '.issueaction-workflow-transition[id]', id: 'id', after: 'action_id_' },
  ],
  rows: [],
  caseUrl: { issue: '/secure/ViewIssue.jspa?id=:id' },
  nobody: ['Unassigned'],
  writes: [
    saves('one field', '/secure/AjaxIssueAction.jspa', {
      case: { body: 'issueId' },
      changes: [body('owner', 'assignee'), body('priority', 'priority')],
      seen: seen('inline edit, several public scripts'),
    }),
    saves('assign', '/secure/AssignIssue.jspa', {
      case: { body: 'id' },
      changes: [body('owner', 'assignee')],
      seen: seen('the assign dialog, three public scripts'),
    }),
    saves('move with a screen', '/secure/CommentAssignIssue.jspa', {
      case: { body: 'id' },
      changes: [body('status', 'action'), body('owner', 'assignee'), body('priority', 'priority')],
      seen: seen('the screen of a move, many public scripts'),
    }),
    saves('move', '/secure/WorkflowUIDispatcher.jspa', {
      doors: ['link', 'wire'],
      methods: ['GET', 'POST'],
      case: { query: 'id' },
      changes: [{ field: 'status', to: { query: 'action' } }],
      seen: seen('the links of moves, two public scripts', 'medium'),
    }),
    saves('assign by link', '/secure/AssignIssue.jspa', {
      doors: ['link'],
      methods: ['GET'],
      case: { query: 'id' },
      changes: [{ field: 'owner', to: { query: 'assignee' } }],
      seen: seen('a saved page of an old version', 'low'),
    }),
    saves('assign by REST', '/rest/api/:version/issue/:id/assignee', {
      doors: ['wire'],
      methods: ['PUT'],
      case: { path: 'id' },
      changes: [{ field: 'owner', to: { json: 'name' } }],
      seen: seen('documented REST', 'low'),
    }),
    saves('move by REST', '/rest/api/:version/issue/:id/transitions', {
      doors: ['wire'],
      case: { path: 'id' },
      changes: [
        { field: 'status', to: { json: 'transition.id' } },
        { field: 'owner', to: { json: 'fields.assignee.name' } },
      ],
      seen: seen('documented REST', 'low'),
    }),
  ],
  submits: [
    { css: '.issueaction-workflow-transition', write: 'move', seen: seen('many public tests') },
    { css: '#issue-workflow-transition-submit', write: 'move with a screen', seen: seen('many public tests') },
    { css: '#assign-to-me, #assign-issue', write: 'assign', seen: seen('public code', 'medium') },
  ],
  statuses: { sent: ['To Do', 'Open'], accepted: ['In Progress'], closed: ['Done', 'Resolved', 'Closed'] },
};
