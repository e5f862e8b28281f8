import type { Evidence, Site, SitePage, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'medium', when = '2026-11'): Evidence => ({ where, when, sure });
const capture = (where: string) => seen(`a described capture of the page, ${where}`, 'medium', '2026-08');

const PANE = '[data-details-pane-section-content]';
/** A property without a label: by its place in the first section of the side pane. */
const property = (nth: number) => `:has(> ${PANE}):not(:has(> ${PANE}) ~ *) > ${PANE} > :nth-child(${nth})`;

/** Requests name an issue by its own id, the address by its key: the description’s editor knows the id. */
const OWN_ID: SitePage['caseShown'] = [
  { css: '[data-editor-id^="issue-"]', read: '@data-editor-id', after: 'issue-', seen: capture('the description') },
];

const write = (id: string, field: string, place: string, each: boolean): Write => ({
  id,
  doors: ['wire'],
  methods: ['POST'],
  path: '/graphql',
  hosts: ['client-api.linear.app'],
  items: { graphql: true },
  needs: { field: [field] },
  kind: 'issue',
  case: { json: place, each },
  changes: (
    [
      ['team', 'teamId'],
      ['owner', 'assigneeId'],
      ['status', 'stateId'],
      ['priority', 'priority'],
    ] as const
  ).map(([name, input]) => ({ field: name, to: { json: `args.input.${input}` } })),
  seen: seen('opentabs (works from the page’s session); the schema; that the page itself names it so is likely'),
});

export const linear: Site = {
  id: 'linear',
  name: 'Linear',
  reality: {
    level: 'read',
    note: 'Read in pages made from public facts; never run. Changes are seen as GraphQL mutations, several in one request included. Linear shows a change before it is saved: while one is held its screen is ahead, and after a refusal it may need to be loaded anew. Comments are not read, only what happened to the issue. Status, priority and owner are told by their place and wait for a person. Owners and statuses are named by ids that the page does not translate; teams are, where the sidebar lists them.',
  },
  hosts: ['linear.app'],
  marks: [],
  pages: [
    {
      id: 'issue',
      path: '/:workspace/issue/:key/*',
      caseShown: OWN_ID,
      not: 'html:not(:has([data-editor-id^="issue-"]))',
      kind: 'issue',
      container: 'main',
      full: true,
      seen: capture('the address and the description’s editor'),
    },
    {
      id: 'issue by its key',
      path: '/:workspace/issue/:id/*',
      case: { path: 'id' },
      kind: 'issue',
      container: 'main',
      full: true,
      seen: seen('tmetric, toggl', 'high'),
    },
    { id: 'team', path: '/:workspace/team/*', seen: seen('toggl extension, addresses') },
    { id: 'list', path: '/:workspace/*', seen: seen('toggl extension, addresses') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '[aria-label="Issue title"], div[contenteditable="true"][aria-multiline="false"] > p',
      tries: [
        { css: '[aria-label="Issue title"]', seen: seen('toggl, trackabi, harvest', 'high') },
        { css: 'div[contenteditable="true"][aria-multiline="false"] > p', seen: seen('tmetric', 'high') },
      ],
    },
    {
      field: 'team',
      certainty: 'certain',
      anchor: 'a[aria-label="Team overview"]',
      tries: [{ css: 'a[aria-label="Team overview"]', seen: capture('the breadcrumbs') }],
    },
    {
      field: 'status',
      certainty: 'guess',
      anchor: `[aria-label="Change status"], ${PANE}`,
      tries: [
        { css: '[aria-label="Change status"]', seen: seen('clockify, toggl', 'medium') },
        { css: property(1), seen: capture('the first of the properties') },
        { css: `${PANE} [data-detail-button]`, seen: capture('the properties') },
      ],
    },
    {
      field: 'priority',
      certainty: 'guess',
      tries: [{ css: property(2), empty: ['Set priority'], seen: capture('the second of the properties') }],
    },
    {
      field: 'owner',
      certainty: 'guess',
      tries: [{ css: property(3), empty: ['Assign'], seen: capture('the third of the properties') }],
    },
    {
      field: 'project',
      certainty: 'certain',
      tries: [
        {
          css: '[data-detail-button]:has(use[href="#Project"])',
          empty: ['Add to project'],
          seen: seen('tmetric; a described capture', 'high'),
        },
      ],
    },
    {
      field: 'description',
      certainty: 'certain',
      tries: [{ css: '[aria-label="Issue description"]', read: 'lines', seen: capture('the description') }],
    },
  ],
  labelled: [
    {
      row: `:has(> ${PANE})`,
      // "Properties" holds status, priority and owner, without labels.
      label: [{ css: ':scope > :first-child', empty: ['Properties'] }],
      value: [{ css: `:scope > ${PANE}`, read: 'lines', empty: ['Add label', 'Add to project'] }],
      seen: seen('tmetric: the label stands before the section', 'high'),
    },
  ],
  conversation: {
    entry: '[data-history-entry-id]',
    idFrom: 'data-history-entry-id',
    author: [{ css: 'b', seen: capture('the activity') }],
    at: [{ css: 'a[aria-label]', read: '@aria-label', seen: seen('a public extension that reads the times', 'high') }],
    text: [{ css: ':scope' }],
    kinds: [],
    otherwise: 'event',
    seen: seen('a public extension; a described capture', 'high'),
  },
  directory: [{ field: 'team', options: 'button[aria-controls^="team-"]', id: 'aria-controls', after: 'team-' }],
  rows: [],
  caseUrl: {},
  nobody: [],
  writes: [
    write('issue', 'issueUpdate', 'args.id', false),
    write('several issues', 'issueBatchUpdate', 'args.ids', true),
  ],
  statuses: { sent: ['Triage', 'Backlog', 'Todo'], accepted: ['In Progress'], closed: ['Done', 'Canceled'] },
};
