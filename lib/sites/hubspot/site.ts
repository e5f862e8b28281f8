import type { CaseKind } from '../../model/case';
import type { Evidence, Site, SiteField, SitePage, SiteRow, Try, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high'): { seen: Evidence } => ({
  seen: { where, when: '2026-11', sure },
});
const NAMES = 'a HubSpot extension that shows property names, its fixtures';
const OWN_UI = 'the desk’s own client of 2021-22';
const CLOCKIFY = 'clockify extension, hubspot.js';
const SUITE = 'a Playwright suite of 2026';

const KINDS = [
  { kind: 'deal', type: '0-3', more: ['stage', 'amount', 'closeDate', 'contacts'], older: '/api/deals/v1/deal/:#id' },
  { kind: 'ticket', type: '0-5', more: ['status', 'requester'], older: '/api/services/v1/tickets/:#id' },
  { kind: 'contact', type: '0-1', more: ['stage'], older: '' },
] as const satisfies { kind: CaseKind; type: string; more: string[]; older: string }[];

/** What hands over, by the desk's own names of the properties: the first is of deals, the second of contacts, the third of tickets. */
const MOVES = [
  ['stage', 'dealstage'],
  ['stage', 'lifecyclestage'],
  ['status', 'hs_pipeline_stage'],
  ['owner', 'hubspot_owner_id'],
  ['team', 'hubspot_team_id'],
] as const;

/** The cards of the record's own properties: cards of associated records have rows of the same names. */
const CARD = '[data-card-type=PROPERTIES_V3]';
const VALUE = '[data-test-id=hover-content-wrapper]~div';

const property = (name: string): Try => ({
  css: `[data-test-id=highlight-property-display-${name}],${CARD} [data-selenium-test=property-input-${name}]`,
  empty: ['--'],
  ...seen(`${NAMES}: the highlights and the sidebar`),
});
/** What has no input of its own to show is bare text beside the label. */
const bare = (name: string): Try => ({
  css: `${CARD} [data-test-id=${name}] ${VALUE}`,
  empty: ['--'],
  ...seen(`${NAMES}: an owner is bare text`),
});
const field = (name: string, tries: Try[], anchor?: string): SiteField => ({
  field: name,
  certainty: 'certain',
  tries,
  ...(anchor ? { anchor } : {}),
});
const chicklet = (what: string): Try => ({
  css: `[data-selenium-test=${what}-chicklet-title-link]`,
  ...seen(CLOCKIFY),
});

const record = (id: string, kind: CaseKind, path: string, how: Partial<SitePage>): SitePage => ({
  id,
  path,
  case: { path: 'id' },
  kind,
  full: true,
  shows: ['subject', 'owner', 'team', 'company', ...KINDS.flatMap((one) => (one.kind === kind ? one.more : []))],
  ...how,
});

/** Bodies name each property; `list` is the way to them. */
const changes = (list: string): Write['changes'] =>
  MOVES.map(([name, own]) => ({ field: name, to: { json: `${list}[name=${own}].value` } }));

const writesOf = ({ kind, type, older }: (typeof KINDS)[number]): Write[] => {
  const write = (id: string, path: string, how: Partial<Write>): Write => ({
    id: `${kind} ${id}`,
    doors: ['wire'],
    methods: ['PUT', 'POST', 'PATCH'],
    path,
    kind,
    case: { path: 'id' },
    changes: changes(''),
    ...how,
  });
  const api = '/api/inbounddb-objects/v:#v';
  return [
    write('properties', `${api}/crm-objects/${type}`, {
      items: {},
      case: { json: 'objectId' },
      changes: changes('propertyValues.'),
      ...seen('2026 session-API client: inline edit, stage, owner; several by their ids'),
    }),
    write('alone', `${api}/crm-objects/${type}/:#id`, { items: {}, ...seen(OWN_UI, 'medium') }),
    write('bulk', `${api}/batch-mutation/dynamic-search`, {
      needs: { type: ['UPDATE'], objectTypeId: [type] },
      case: { json: 'objectIdList', each: true },
      changes: changes('properties.'),
      ...seen(`${OWN_UI}, and a request of 2025`),
    }),
    ...(older ? [write('older', older, { items: { json: 'properties' }, ...seen(OWN_UI, 'medium') })] : []),
  ];
};

/** Of boards and lists: deals and tickets, by the link to their record. */
const rowsOf = ({ kind, type }: (typeof KINDS)[number]): SiteRow[] => [
  {
    css: '[data-test-id=cdb-column-item]',
    id: 'data-selenium-id',
    kind,
    title: [{ css: '[data-test-id=cdbc-title]' }],
    fields: [],
    ...seen('public code: the board'),
  },
  {
    css: `tr:has(a[href$='/${type}/:id'])`,
    kind,
    title: [{ css: 'td[data-table-external-id*=name-] [data-test-id=truncated-object-label]' }],
    fields: [],
    ...seen('toggl extension, hubspot.js; public code'),
  },
];

export const hubspot: Site = {
  id: 'hubspot',
  name: 'HubSpot',
  reality: {
    level: 'mirrored',
    note: 'From public code, driven against a small copy of ours, never against HubSpot. Requests name stages, owners and teams by ids; their words are those that the person chose in a list, or dragged a card under, just before or at an earlier choice. What is chosen in several lists at once, or by no list, is known by its id alone. Not covered, so it passes: a bulk edit of all records that match a filter (it names none), a pipeline changed without its stage, the lead status, companies and custom objects, changes sent as GraphQL, the mobile app. At older addresses of records (/deal/…) Baton shows no tab; changes are held there too. What a drag on the board sends was not observed; it is taken to be the same request as elsewhere. Who wrote an email is not marked, so none is taken for the customer’s words.',
  },
  hosts: ['', '-eu1', '-na2', '-na3', '-ap1'].map((region) => `app${region}.hubspot.com`),
  marks: [],
  pages: [
    ...KINDS.map(({ kind, type }) =>
      record(kind, kind, `/contacts/:portal/record/${type}/:#id/*`, seen('several extensions')),
    ),
    record('help desk', 'ticket', '/*/ticket/:#id/thread/*', seen(CLOCKIFY)),
    { id: 'board', path: '/contacts/:portal/objects/:type/views/:view/board', ...seen('a public test suite of 2026') },
    { id: 'list', path: '/contacts/:portal/objects/:type/views/:view/list', ...seen('a public test suite of 2026') },
  ],
  me: [],
  fields: [
    field(
      'subject',
      [
        {
          css: '[data-selenium-test=highlightTitle],[data-test-id=record-highlight-title]',
          ...seen('clockify, toggl and other extensions'),
        },
        { css: '[data-test-id=ticket-header-name-link] span', ...seen(`${CLOCKIFY}: the help desk`) },
      ],
      '[data-selenium-test=highlightTitle]',
    ),
    field(
      'stage',
      [
        { css: '[data-test-id=deal-stage-select] button', ...seen(SUITE, 'medium') },
        property('dealstage'),
        property('lifecyclestage'),
      ],
      '[data-test-id=deal-stage-select],[data-test-id=dealstage],[data-test-id=lifecyclestage]',
    ),
    field('status', [property('hs_pipeline_stage')], '[data-test-id=hs_pipeline_stage]'),
    field('owner', [property('hubspot_owner_id'), bare('hubspot_owner_id')], '[data-test-id=hubspot_owner_id]'),
    field('team', [property('hubspot_team_id'), bare('hubspot_team_id')]),
    field('amount', [property('amount')]),
    field('closeDate', [property('closedate')]),
    field('company', [chicklet('company')]),
    field('contacts', [chicklet('contact')]),
    field('requester', [chicklet('contact')]),
  ],
  labelled: [
    {
      // Without those that are fields above, whatever their label is in the desk's language.
      row: `${CARD} :not([data-test-id^=hubspot_],[data-test-id=hs_pipeline_stage],[data-test-id=dealstage],[data-test-id=lifecyclestage],[data-test-id=amount],[data-test-id=closedate])>[data-deferred-property-input-root]`,
      label: [{ css: 'label' }],
      value: [{ css: `[data-selenium-test^=property-input-],${VALUE}`, read: 'lines', empty: ['--'] }],
      ...seen(NAMES),
    },
  ],
  conversation: {
    // The preview inside stands twice, once for screen readers: the card around both is one entry.
    entry:
      '[data-test-id=crm-events-viz-timeline] :is([data-selenium-test=timeline-card],[data-test-id=collapsible-event-accordion]:not([data-selenium-test=timeline-card] *,:has([data-selenium-test=timeline-card])))',
    author: [
      {
        css: '[data-test-id=header-message],[data-test-id=generic-preview-event-header]',
        after: ' by ',
        ...seen('public code, a CRM reader and a userscript', 'medium'),
      },
    ],
    at: [{ css: '[data-test-id=event-timestamp]' }],
    text: [
      { css: '[data-test-id=rte-content]', read: 'lines', ...seen('public code, a ticket reader', 'medium') },
      { css: '[data-test-id=timeline-preview-event]', read: 'lines' },
      { css: ':scope', read: 'lines' },
    ],
    // Who wrote an email is not marked: it is neither the customer’s word nor what the customer was told.
    kinds: ['task', 'email', 'meeting'].map((type) => ({
      kind: 'event',
      css: `[data-selenium-event-type*=${type} i]`,
    })),
    otherwise: 'internal',
    newestFirst: true,
    ...seen('public code, three readers'),
  },
  directory: [],
  picked: [
    ...(['owner', 'team', 'status', 'stage'] as const).map((name) => ({
      field: name,
      css: '[role=option],li[id*=typeahead],option',
      ...seen('public code: options in a part of their own at the end of the page'),
    })),
    ...(['status', 'stage'] as const).map((name) => ({
      field: name,
      css: '[data-test-id=cdb-column]',
      word: '[data-test-id=cdb-column-name]',
      drop: true as const,
      ...seen('public code: the board'),
    })),
  ],
  rows: KINDS.slice(0, 2).flatMap(rowsOf),
  caseUrl: Object.fromEntries(KINDS.map(({ kind, type }) => [kind, `/contacts/:portal/record/${type}/:id`])),
  nobody: ['No owner'],
  writes: KINDS.flatMap(writesOf),
  submits: [
    { css: '[data-test-id=deal-stage-select] button', write: 'deal properties', ...seen(SUITE, 'medium') },
    ...['assign', 'edit'].map((what) => ({
      css: `[data-test-id=bulk-actions-${what}-modal-save]`,
      write: 'deal bulk',
      ...seen(SUITE),
    })),
  ],
  statuses: { closed: ['Closed', 'Closed won', 'Closed lost'] },
};
