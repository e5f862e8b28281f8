import type { Evidence, Site, SitePage, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high', when = '2026-11'): Evidence => ({ where, when, sure });

const task = (id: string, path: string, how: Partial<SitePage> = {}): SitePage => ({
  id,
  path,
  case: { path: 'id' },
  kind: 'task',
  full: true,
  container: '.TaskPane',
  seen: seen('tmetric, with comments on each form of address'),
  ...how,
});

const api = (
  id: string,
  method: 'PUT' | 'POST',
  path: string,
  how: Pick<Write, 'case' | 'changes'> & Partial<Write>,
): Write => ({
  id,
  doors: ['wire'],
  methods: [method],
  path: `/api/1.0${path}`,
  kind: 'task',
  seen: seen('opentabs: works from the page’s session; that the page itself sends it is not known', 'low'),
  ...how,
});
const OWNER: Write['changes'][number] = { field: 'owner', to: { json: 'data.assignee' } };
const DONE = { field: 'status', to: { value: 'complete' } } as const;

export const asana: Site = {
  id: 'asana',
  name: 'Asana',
  reality: {
    level: 'read',
    note: 'Read in pages made from public facts; never run. How Asana’s own page saves is not public: its button that completes a task is held at the press, and requests to its documented interface are seen. An assignee picked, a card dragged, a field or section changed, and tasks completed by key or in a list pass and are recorded as not seen.',
  },
  hosts: ['app.asana.com'],
  marks: [],
  pages: [
    task('task of a project', '/1/:workspace/project/:project/task/:#id'),
    task('task', '/1/:workspace/task/:#id'),
    task('task found by a search', '/0/search/*', { query: { child: [] }, case: { query: 'child' } }),
    task('task, old address', '/0/:project/:#id'),
    task('task, old address, alone', '/0/:project/:#id/f'),
    { id: 'list', path: '/1/*', seen: seen('toggl and tmetric extensions, addresses') },
    { id: 'list, old address', path: '/0/*', seen: seen('toggl and tmetric extensions, addresses') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor:
        '.TaskPaneTitle textarea, .TitleInput textarea, textarea[aria-label="Task Name"], [role="heading"] textarea',
      tries: [
        '.TaskPaneTitle textarea',
        '.TitleInput textarea',
        'textarea[aria-label="Task Name"]',
        '[role="heading"] textarea',
      ].map((css) => ({ css, read: 'value', seen: seen('toggl, clockify, tmetric') })),
    },
    {
      field: 'owner',
      certainty: 'certain',
      anchor: '.TaskPaneAssigneeToken',
      tries: [
        {
          css: '.TaskPaneAssigneeToken .AssigneeToken-userNameLabel',
          seen: seen('a public extension’s tests; a userscript', 'medium', '2022-11'),
        },
      ],
    },
    {
      field: 'project',
      certainty: 'certain',
      tries: [
        { css: '.TaskProjectTokenPill-name', seen: seen('tmetric, clockify') },
        { css: '.TaskPaneFields-projectHeader', seen: seen('tmetric') },
      ],
    },
    {
      field: 'tags',
      certainty: 'certain',
      tries: [{ css: ':has(> .TaskTagTokenPills-potPill)', read: 'lines', seen: seen('toggl, tmetric') }],
    },
    {
      field: 'dueDate',
      certainty: 'certain',
      tries: [
        {
          css: '.DueDateTokenButton-label',
          empty: ['No due date'],
          seen: seen('a public extension’s tests', 'medium', '2023-03'),
        },
      ],
    },
    {
      field: 'description',
      certainty: 'certain',
      tries: [
        {
          css: '.ProsemirrorEditor[aria-label^="Edit description"]',
          read: 'lines',
          seen: seen('a public extension’s tests', 'medium', '2023-02'),
        },
      ],
    },
  ],
  labelled: [
    {
      row: '.LabeledRowStructure:not(.TaskPaneFields-assigneeRow)',
      label: [{ css: '.LabeledRowStructure-label' }, { css: '.LabeledRowStructure-left' }],
      value: [{ css: '.LabeledRowStructure-right', read: 'lines', empty: ['—', '–', '-'] }],
      seen: seen('four public extensions'),
    },
  ],
  conversation: {
    entry: '.TaskStoryFeed .FeedBlockStory',
    author: [{ css: '.BlockStory-actorName', seen: seen('a public exporter', 'medium') }],
    at: [{ css: '.BlockStory-timestamp time', read: '@datetime', seen: seen('a public exporter', 'medium') }],
    text: [
      {
        css: '.BlockStoryStructure-body .TruncatedRichText',
        read: 'lines',
        seen: seen('two public scripts', 'medium'),
      },
      { css: '.BlockStoryStructure-body', read: 'lines', seen: seen('a public exporter', 'medium') },
    ],
    kinds: [],
    otherwise: 'internal',
    seen: seen('several public extensions'),
  },
  directory: [],
  rows: [
    {
      css: '.SpreadsheetRow:has(textarea.SpreadsheetTaskName-input[id$="_:id"])',
      kind: 'task',
      title: [{ css: 'textarea.SpreadsheetTaskName-input', read: 'value' }],
      fields: [],
      seen: seen('timecamp and another timer: the id stands last in the name of the title’s field'),
    },
  ],
  caseUrl: { task: '/0/0/:id' },
  nobody: ['No assignee'],
  writes: [
    api('complete', 'PUT', '/tasks/:id', {
      needs: { 'data.completed': ['true'] },
      case: { path: 'id' },
      changes: [DONE, OWNER],
    }),
    api('task', 'PUT', '/tasks/:id', { case: { path: 'id' }, changes: [OWNER] }),
    api('section', 'POST', '/sections/:section/addTask', {
      case: { json: 'data.task' },
      changes: [{ field: 'stage', to: { path: 'section' } }],
    }),
  ],
  holdAt: [
    {
      id: 'complete button',
      css: '.TaskPane .TaskCompletionToggleButton--isNotPressed',
      on: ['click'],
      kind: 'task',
      case: { page: true },
      changes: [DONE],
      seen: seen('two public extensions', 'medium'),
    },
    {
      id: 'complete a subtask',
      css: '[data-task-id] .TaskCompletionStatusIndicator--incomplete',
      on: ['click'],
      kind: 'task',
      case: { attr: 'data-task-id', of: '[data-task-id]' },
      changes: [DONE],
      seen: seen('a public extension; rows of subtasks: clockify', 'medium'),
    },
  ],
  submits: [
    { css: '.TaskCompletionToggleButton', write: 'complete button', seen: seen('four public scripts') },
    { css: '.TaskPaneAssigneeToken-removeButton', write: 'task', seen: seen('a public extension’s tests', 'medium') },
  ],
  statuses: { sent: ['incomplete'], closed: ['complete'] },
};
