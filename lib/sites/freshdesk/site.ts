import type { Evidence, Site, SiteField, Try, Write } from '../../model/site';

const fact = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({ where, when: '2026-11', sure });
const by = (name: string) => `[data-test-id=${name}]`;

const CHOSEN = '.ember-power-select-selected-item';
const CONTACT = "mfe-application[app-id='fw-unified-mfe--contact-info']";
const SUBJECT = ':is(.ticket-subject-heading,.sentiment-ticket-heading)';
const UPDATE = `${by('ticket-properties-btn')}, .ticket-details-submit`;
const SEVERAL = fact('public code, several extensions');

/** Newer pages draw the ticket's details inside a shadow root; whether by the same names was not seen. */
const both = (css: string, how: Partial<Try> = {}): Try[] => [
  { css, ...how, seen: SEVERAL },
  {
    css: `ticket-details>>>${css}`,
    ...how,
    seen: fact('the root: viewlift-userscripts, memory.md; what is in it: not seen', 'low'),
  },
];

const field = (name: string, tries: Try[], anchor?: string): SiteField => ({
  field: name,
  certainty: 'certain',
  tries,
  ...(anchor ? { anchor } : {}),
});

/** A property as its list shows it; some pages show it in the head too. */
const property = (name: string, places: readonly string[], ...shown: string[]): SiteField =>
  field(
    name,
    [
      ...both(`:is(${places.map(by).join()}) ${CHOSEN}`, { empty: ['--'] }),
      ...shown.map((css) => ({ css, seen: SEVERAL })),
    ],
    [...places.map(by), ...shown].join(),
  );

const OWN = fact(
  'jinhucheung/freshdesk-userscripts and viewlift-userscripts: what the page sends, seen with its own session',
);

const changes = (at = ''): Write['changes'] => [
  { field: 'team', to: { json: `${at}group_id` }, unchanged: [''] },
  { field: 'owner', to: { json: `${at}responder_id` }, unchanged: [''] },
];

const ticket = (id: string, how: Partial<Write> = {}): Write => ({
  id,
  doors: ['wire'],
  methods: ['PUT'],
  path: '/api/_/tickets/:#id',
  kind: 'ticket',
  case: { path: 'id' },
  changes: changes(),
  seen: OWN,
  ...how,
});

/** What the desk calls the numbers that it sends; others are of the company's own making. */
const STATUSES = [
  ['2', 'Open'],
  ['3', 'Pending'],
  ['4', 'Resolved'],
  ['5', 'Closed'],
] as const;

export const freshdesk: Site = {
  id: 'freshdesk',
  name: 'Freshdesk',
  reality: {
    level: 'mirrored',
    note: 'Driven against a small copy of ours, built from public facts; never against Freshdesk itself. Update is held by what the properties show. The page’s own request names groups and people by numbers: a change that leaves without Update (a bulk update, a key) is known by the word that the person chose in a list just before, or by that of an earlier choice, else by its number alone, as are statuses of the company’s own that go with “Send and set as”. What a scenario does is not seen at all. Of newer pages, which draw the details apart from the rest, only the contact’s part is known.',
  },
  hosts: ['*.freshdesk.com'],
  marks: [],
  pages: [
    {
      id: 'ticket',
      path: '/a/tickets/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      shows: ['subject', 'team', 'owner', 'status', 'priority', 'requester', 'requesterMail', 'company', 'tags'],
      seen: fact('three extensions'),
    },
    { id: 'list', path: '/a/tickets', seen: fact('LauraSWP/scripts', 'medium') },
    { id: 'filter', path: '/a/tickets/filters/:filter', seen: fact('LauraSWP/scripts', 'medium') },
  ],
  me: [],
  fields: [
    field('subject', both(SUBJECT), SUBJECT),
    property('team', ['Group']),
    property('owner', ['Agent', 'agent']),
    property('status', ['tkt-properties-status'], by('ticket-status')),
    property('priority', ['priority'], by('ticket-priority')),
    field('requester', [
      { css: `${CONTACT}>>>a[href*='/contacts/']`, seen: fact('public code, two extensions', 'medium') },
      { css: '.widget-requestor-info', seen: fact('public code', 'medium') },
      { css: `${by('ticket-description')} ${by('user-name')}`, seen: fact('public code', 'medium') },
    ]),
    field('requesterMail', [{ css: `${CONTACT}>>>p.break-all`, seen: fact('viewlift-userscripts', 'medium') }]),
    field('company', [
      { css: `${CONTACT}>>>a[href*='/companies/']`, seen: fact('public code, two extensions', 'medium') },
      { css: "a[href*='/a/companies/']", seen: fact('public code, the layout of June 2026', 'medium') },
    ]),
    field('tags', [
      { css: '.ticket-tags ul', read: 'lines', seen: fact('toggl track-extension, freshdesk.js', 'medium') },
    ]),
  ],
  labelled: [
    {
      row: '[data-test-id^=tkt-properties-]',
      label: [{ css: '.label-field' }, { css: 'label' }],
      value: [
        { css: CHOSEN, empty: ['--'] },
        { css: 'textarea', read: 'value' },
        { css: 'input:not([type=checkbox],[role])', read: 'value' },
      ],
      seen: fact('public code, four extensions; that the label stands inside: one of them', 'medium'),
    },
  ],
  conversation: {
    entry: '.ticket-details__item:not(:has(.rich-editor))',
    author: [{ css: by('user-name'), seen: SEVERAL }],
    at: [{ css: by('time-info'), read: '@aria-label', seen: fact('public code, two extensions', 'medium') }],
    text: [
      { css: '[data-test-conversation=conversation-text]', read: 'lines', seen: SEVERAL },
      { css: '#ticket_original_request', read: 'lines', seen: SEVERAL },
      { css: '.ticket_note', read: 'lines', seen: SEVERAL },
    ],
    kinds: [
      // Replies of outsiders may have the colour of a note as well.
      { kind: 'customer', css: '.ticket-details__requestor' },
      { kind: 'internal', css: '.ticket-details__privatenote' },
      { kind: 'public', css: ':has([data-test-is-agent])' },
    ],
    otherwise: 'customer',
    seen: fact('kcgthb/tampermonkey-userscripts, and three extensions', 'medium'),
  },
  directory: [],
  // How the lists of a bulk update look was not seen: they are taken to mark their options as such.
  picked: [{ field: 'team' }, { field: 'owner' }, { field: 'status' }],
  rows: [],
  caseUrl: { ticket: '/a/tickets/:id' },
  nobody: ['--'],
  writes: [
    ticket('to nobody', {
      needs: { responder_id: [''] },
      changes: changes().map((one) => (one.field === 'owner' ? { field: 'owner', to: { is: '@nobody' } } : one)),
    }),
    ticket('ticket'),
    // The same request once more, as its only item, for its status.
    ...STATUSES.map(([number, label]) =>
      ticket(label, {
        items: {},
        needs: { status: [number] },
        changes: [{ field: 'status', to: { value: label } }],
      }),
    ),
    ticket('status', { items: {}, changes: [{ field: 'status', to: { json: 'status' } }] }),
    {
      id: 'bulk',
      doors: ['wire'],
      methods: ['POST'],
      path: '/api/v2/tickets/bulk_update',
      kind: 'ticket',
      case: { json: 'bulk_action.ids', each: true },
      changes: [
        ...changes('bulk_action.properties.'),
        { field: 'status', to: { json: 'bulk_action.properties.status' } },
      ],
      seen: fact('the public API; whether the page’s bulk update sends it was not seen', 'low'),
    },
  ],
  holdAt: [
    {
      id: 'update',
      css: UPDATE,
      on: ['click'],
      kind: 'ticket',
      case: { page: true },
      differs: ['team', 'owner', 'status'],
      seen: SEVERAL,
    },
  ],
  submits: [{ css: UPDATE, write: 'update', seen: SEVERAL }],
  statuses: { sent: ['Open'], accepted: ['Open', 'Pending'], closed: ['Resolved', 'Closed'] },
};
