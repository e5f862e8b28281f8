import type { Evidence, Site, SitePage, Try, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high'): { seen: Evidence } => ({
  seen: { where, when: '2026-11', sure },
});
const TEN = 'ten public test suites and extensions';
const CAPTURED = 'a recorded save of 2026, and public code that sends it';
const TIMER = 'toggl extension, salesforce.js';

/** Parts are drawn with shadow roots or without, by organisation and component: each step goes into what is there. */
const HEADER = 'records-lwc-highlights-panel>>>records-highlights2';
const OWNER = 'force-owner-lookup>>>force-lookup';

/** What stands chosen on the path above the record: saved by the button beside it, so it counts for no more than that. */
const PATH: Try[] = [
  {
    css: '.slds-path__nav a[aria-selected=true] .slds-path__title',
    ...seen('the path of the design system; an extension that asks for the chosen tab', 'medium'),
  },
];

const record = (id: string, kind: 'deal' | 'ticket', path: string, stage: string): SitePage => ({
  id,
  path,
  case: { path: 'id' },
  kind,
  full: true,
  // Records opened before stay in the page; in the console as tabs, whose record pages are not in such a window.
  container: '.slds-template__container>.lafSinglePaneWindowManager>.windowViewMode-normal,one-record-home-flexipage2',
  shows: ['subject', 'owner', stage, 'requester'],
  ...seen('tmetric extension, salesforce.ts; toggl extension for the window'),
});

const UPDATE = 'aura://RecordUiController/ACTION$updateRecord';

/**
 * One request carries many actions; which field is changed stands by the record's own names. An action is judged by one write of those
 * that ask for the same items, so each kind of record asks in its own way.
 */
const update = (
  id: string,
  kind: 'deal' | 'ticket',
  idStarts: string,
  stage: [string, string],
  actions: string,
): Write => ({
  id,
  doors: ['wire'],
  methods: ['POST'],
  path: '/aura',
  query: { 'aura.RecordUi.updateRecord': [] },
  items: { body: 'message', json: actions },
  needs: { descriptor: [UPDATE] },
  kind,
  case: { json: 'params.recordId' },
  idStarts,
  changes: [stage, ['owner', 'OwnerId']].map(([field = '', name]) => ({
    field,
    to: { json: `params.recordInput.fields.${name}` },
  })),
  ...seen(CAPTURED),
});

export const salesforce: Site = {
  id: 'salesforce',
  name: 'Salesforce',
  reality: {
    level: 'mirrored',
    note: 'Lightning’s opportunities and cases, from public code, driven against a small copy of ours, never against Salesforce. Held: what is saved on the record (the edit form, inline, cases’ status), and a stage chosen on the path, at its button. Not covered, so it passes unless it is sent as such a save: “Mark Stage as Complete” without choosing a stage, the Change Owner dialog, the Kanban board, editing in lists, quick actions, changes sent as GraphQL, Classic. The new owner is named by an id, known by the name that the person chose in a list just before or at an earlier choice. The case feed is not read. Labels differ by language and organisation: what is called otherwise is read under its own name.',
  },
  hosts: ['*.lightning.force.com', '*.sandbox.lightning.force.com', '*.develop.lightning.force.com'],
  marks: [],
  pages: [
    record('opportunity', 'deal', '/lightning/r/Opportunity/:id/view', 'stage'),
    record('case', 'ticket', '/lightning/r/Case/:id/view', 'status'),
    { id: 'list', path: '/lightning/o/:object/list', ...seen('public code, addresses') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: HEADER,
      tries: [
        {
          css: `${HEADER}>>>slot[name=primaryField] :is(lightning-formatted-text,lightning-formatted-name)`,
          ...seen(TEN, 'medium'),
        },
        {
          css: '.slds-page-header__title :is(lightning-formatted-text,lightning-formatted-name)',
          ...seen(TIMER),
        },
      ],
    },
    ...(['stage', 'status'] as const).map((field): Site['fields'][number] => ({
      field,
      certainty: 'certain',
      tries: PATH,
    })),
    {
      field: 'owner',
      certainty: 'certain',
      anchor: 'force-owner-lookup,records-highlights-details-item',
      tries: [
        { css: 'force-owner-lookup>>>a[href]', ...seen(TEN) },
        { css: `${OWNER}>>>a[href]`, ...seen('a saved case whose owner is in a shadow root') },
        { css: `${OWNER}>>>span`, ...seen('public test suites: a queue has no link') },
      ],
    },
    {
      field: 'requester',
      certainty: 'certain',
      tries: [
        {
          css: 'records-record-layout-item[field-label="Contact Name"] force-lookup>>>a[data-navigation=enable]',
          ...seen(TEN),
        },
      ],
    },
  ],
  labelled: [
    {
      row: 'records-record-layout-item[field-label]:not(:has(force-owner-lookup))',
      label: [{ css: ':scope', read: '@field-label' }],
      value: [
        { css: 'force-lookup>>>a[data-navigation=enable]' },
        ...['[data-output-element-id=output-field]', '[slot=outputField]', '.test-id__field-value'].map(
          (css): Try => ({ css, read: 'lines' }),
        ),
      ],
      ...seen(TEN),
    },
    {
      row: 'records-highlights-details-item:not(:has(force-owner-lookup))',
      label: [{ css: 'p[title]', read: '@title' }],
      value: [{ css: '.fieldComponent force-lookup>>>a' }, { css: '.fieldComponent' }],
      ...seen('a saved case; public code'),
    },
  ],
  directory: [],
  picked: [{ field: 'owner' }],
  rows: [],
  caseUrl: { deal: '/lightning/r/Opportunity/:id/view', ticket: '/lightning/r/Case/:id/view' },
  nobody: [],
  writes: [
    update('opportunity', 'deal', '006', ['stage', 'StageName'], 'actions.*'),
    update('case', 'ticket', '500', ['status', 'Status'], `actions.[descriptor=${UPDATE}]`),
  ],
  refusal: {
    as: 'network',
    inside: '"pageErrors":',
    ...seen('public code: where errors of a save stand in the answer'),
  },
  holdAt: [
    {
      id: 'path',
      css: '.slds-path__mark-complete',
      on: ['click'],
      kind: 'deal',
      case: { page: true },
      differs: ['stage', 'status'],
      ...seen('eight public files; its request is not known'),
    },
    {
      id: 'closed stage',
      css: 'button[title=Save]',
      on: ['click'],
      kind: 'deal',
      case: { page: true },
      changes: [{ field: 'stage', to: { css: 'select.stepAction.required-field' } }],
      ...seen('public code: the dialog of a closed stage', 'medium'),
    },
  ],
  submits: [
    { css: 'records-form-footer button[name=SaveEdit]', write: 'opportunity', ...seen(TEN) },
    { css: '.slds-path__mark-complete', write: 'path', ...seen('eight public files') },
  ],
  statuses: { closed: ['Closed', 'Closed Won', 'Closed Lost'] },
};
