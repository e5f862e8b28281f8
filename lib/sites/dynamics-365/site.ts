import type { Evidence, Site, SiteField, Try } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high'): { seen: Evidence } => ({
  seen: { where, when: '2026-11', sure },
});
const REPRO = 'microsoft/EasyRepro, AppElementReference.cs';
const SUITE = 'a public test suite of 2026';

/** A control by its full name: it stands in the form, in its header or in the process above it. */
const control = (attribute: string, part: string, before = '') =>
  ['', 'header_', 'header_process_']
    .map((place) => `${before}[data-id="${place}${attribute}.fieldControl-${part}"]`)
    .join();

const textOf = (attribute: string): Try => ({
  css: control(attribute, 'text-box-text'),
  read: 'value',
  ...seen(REPRO),
});
const choiceOf = (attribute: string): Try[] => [
  { css: control(attribute, 'option-set-select', 'select'), read: 'value', ...seen(REPRO) },
  { css: control(attribute, 'pcf-container-id'), ...seen(SUITE, 'medium') },
];
const lookupOf = (attribute: string): Try => ({
  css: control(attribute, `LookupResultsDropdown_${attribute}_selected_tag_text`),
  ...seen(`${SUITE}; ${REPRO}`),
});

const field = (name: string, tries: Try[], attribute?: string): SiteField => ({
  field: name,
  certainty: 'certain',
  tries,
  ...(attribute
    ? { anchor: `[data-id^="${attribute}.fieldControl"],[data-id^="header_${attribute}.fieldControl"]` }
    : {}),
});

const MOVES = ['owner', 'status'];
const SAVE = 'button[data-id*="Mscrm.Form.incident.Save"]';
const RESOLVE = '[data-id=ResolveCase] button[data-lp-id="dialogFooterContainer|ok_id"]';

export const dynamics365: Site = {
  id: 'dynamics-365',
  name: 'Dynamics 365',
  reality: {
    level: 'read',
    note: 'Cases of Customer Service in the unified interface, from public test suites and the Web API, never run. Held: a changed owner or status of the reason at Save, its relatives and Ctrl+S, “Resolve” in its dialog, and a single update sent to the Web API. Not covered, so it passes: saving by itself after a while, and whatever the page sends in one batch, which Baton does not read (assigning, routing, picking from a queue, lists); cancelling a case; opportunities. An owner in a request is named as the desk addresses it, person or team. The timeline is not read.',
  },
  hosts: ['*.crm.dynamics.com', '*.crm*.dynamics.com'],
  marks: [],
  pages: [
    {
      id: 'case',
      path: '/main.aspx',
      query: { pagetype: ['entityrecord'], etn: ['incident'] },
      case: { query: 'id' },
      kind: 'ticket',
      full: true,
      shows: ['subject', 'owner', 'status', 'priority', 'requester'],
      ...seen('microsoft/EasyRepro, WebClient.cs'),
    },
    { id: 'list', path: '/main.aspx', query: { pagetype: ['entitylist'] }, ...seen('EasyRepro, addresses') },
    { id: 'other', path: '/main.aspx', ...seen('EasyRepro, addresses') },
  ],
  me: [],
  fields: [
    field('subject', [textOf('title'), { css: '[data-id=header_title]', ...seen(REPRO) }], 'title'),
    field('owner', [lookupOf('ownerid')], 'ownerid'),
    field('status', choiceOf('statuscode'), 'statuscode'),
    field('priority', choiceOf('prioritycode')),
    field('requester', [lookupOf('primarycontactid'), lookupOf('customerid')]),
  ],
  labelled: [
    {
      row: '[data-id$="-FieldSectionItemContainer"]:not([data-id^=title-],[data-id^=ownerid-],[data-id^=statuscode-],[data-id^=prioritycode-],[data-id^=primarycontactid-])',
      label: [{ css: 'label[id*="-field-label"]' }],
      value: [
        { css: '[data-id$=".fieldControl-text-box-text"],[data-id$=".fieldControl-option-set-select"]', read: 'value' },
        { css: '[data-id$="_selected_tag_text"]' },
        { css: '[data-id*=".fieldControl-date-time-input"]', read: 'value' },
        { css: '[data-id$=".fieldControl-pcf-container-id"]', read: 'lines' },
      ],
      ...seen(`${REPRO}; ${SUITE}`),
    },
  ],
  directory: [],
  rows: [],
  caseUrl: { ticket: '/main.aspx?pagetype=entityrecord&etn=incident&id=:id' },
  nobody: [],
  writes: [
    {
      id: 'case',
      doors: ['wire'],
      methods: ['PATCH'],
      path: '/api/data/v:version/incidents(:id)',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [
        { field: 'owner', to: { json: 'ownerid@odata\\.bind' } },
        { field: 'status', to: { json: 'statuscode' } },
      ],
      ...seen('the public Web API; that the pages use it alone is not known', 'low'),
    },
  ],
  // What is chosen in the form is saved by a button, by Ctrl+S or, after a while, by itself.
  holdAt: [
    {
      id: 'save',
      css: SAVE,
      on: ['click'],
      kind: 'ticket',
      case: { page: true },
      differs: MOVES,
      ...seen(SUITE),
    },
    {
      id: 'save by key',
      css: 'body',
      on: ['keydown'],
      keys: ['Control+s'],
      kind: 'ticket',
      case: { page: true },
      differs: MOVES,
      ...seen('public code: the button’s own label names the key'),
    },
    {
      id: 'resolve',
      css: RESOLVE,
      on: ['click'],
      kind: 'ticket',
      case: { page: true },
      changes: [{ field: 'status', to: { value: 'Resolved' } }],
      ...seen(`${REPRO}; public code`),
    },
  ],
  submits: [
    { css: SAVE, keys: ['Control+s'], write: 'save', ...seen(SUITE) },
    { css: RESOLVE, write: 'resolve', ...seen(REPRO) },
  ],
  statuses: { closed: ['Resolved', 'Problem Solved'] },
};
