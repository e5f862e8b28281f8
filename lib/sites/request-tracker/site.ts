import type { Evidence, Site, Write } from '../../model/site';

const run = (where: string): Evidence => ({ where: `Request Tracker 5.0.3, ${where}`, when: '2026-11', sure: 'run' });

const MOVES: Write['changes'] = [
  { field: 'team', to: { body: 'Queue' }, unchanged: [''] },
  { field: 'owner', to: { body: 'Owner' }, unchanged: [''] },
  { field: 'status', to: { body: 'Status' }, unchanged: [''] },
];

const page = (id: string, path: string, how: Partial<Site['pages'][number]> = {}): Site['pages'][number] => ({
  id,
  path,
  case: { query: 'id' },
  kind: 'ticket',
  shows: ['subject', 'team'],
  ...how,
});

const QUEUES = '#TicketModify select[name="Queue"], form[name="TicketModifyAll"] select[name="Queue"]';
const OWNERS =
  '#TicketModify select[name="Owner"], form[name="TicketPeople"] select[name="Owner"], form[name="TicketModifyAll"] select[name="Owner"]';

/** A form of one ticket that posts to its own page. */
const form = (id: string, path: string, how: Partial<Write> = {}): Write => ({
  id,
  doors: ['form'],
  methods: ['POST'],
  path,
  kind: 'ticket',
  case: { body: 'id' },
  changes: MOVES,
  ...how,
});

export const requestTracker: Site = {
  id: 'request-tracker',
  name: 'Request Tracker',
  reality: {
    level: 'live',
    note: 'Driven against Request Tracker 5.0.3 (Debian) in Chromium. Version 4 and the mobile pages were not run.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    { css: '#logo img[src*="/static/images/"], #logo img[src*="/NoAuth/"]', seen: run('every page') },
    { css: 'body[id^="comp-"]', seen: run('every page') },
    { css: 'link[rel=stylesheet][href*="/NoAuth/css/"]', seen: run('every page') },
  ],
  pages: [
    page('ticket', '/Ticket/Display.html', {
      full: true,
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
      seen: run('Ticket/Display.html'),
    }),
    page('reply', '/Ticket/Update.html', { seen: run('Ticket/Update.html') }),
    page('basics', '/Ticket/Modify.html', { shows: ['subject', 'team', 'owner'], seen: run('Ticket/Modify.html') }),
    page('people', '/Ticket/ModifyPeople.html', {
      shows: ['subject', 'owner'],
      seen: run('Ticket/ModifyPeople.html'),
      caseShown: [
        {
          css: '#header h1',
          after: '#',
          before: ':',
          seen: run('it answers a post at its bare address, without a redirect'),
        },
      ],
    }),
    page('jumbo', '/Ticket/ModifyAll.html', {
      shows: ['subject', 'team', 'owner'],
      seen: run('Ticket/ModifyAll.html'),
    }),
    { id: 'results', path: '/Search/Results.html', seen: run('Search/Results.html') },
    { id: 'bulk', path: '/Search/Bulk.html', seen: run('Search/Bulk.html') },
  ],
  me: [
    { css: '#preferences .current-user, #li-preferences .current-user', hidden: true, seen: run('the account menu') },
  ],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '#header h1',
      tries: [{ css: '#header h1', after: ': ', seen: run('"#1: Invoice …", "Modify ticket #1: Invoice …"') }],
    },
    {
      field: 'team',
      certainty: 'certain',
      anchor: `.inline-edit-display .queue, form[name="TicketUpdate"] .ticket-info-basics, ${QUEUES}`,
      tries: [
        { css: '.inline-edit-display .queue .current-value', seen: run('the Basics box') },
        {
          css: 'form[name="TicketUpdate"] .ticket-info-basics .form-row > .value > .current-value',
          seen: run('the reply form, where the queue is text'),
        },
        { css: QUEUES, read: 'came', seen: run('Modify.html, ModifyAll.html') },
      ],
    },
    {
      field: 'owner',
      certainty: 'certain',
      anchor: `.inline-edit-display .owner, ${OWNERS}`,
      tries: [
        { css: '.inline-edit-display .owner .current-value', seen: run('the People box') },
        { css: OWNERS, read: 'came', seen: run('Modify.html, ModifyPeople.html, ModifyAll.html') },
      ],
    },
    {
      field: 'status',
      certainty: 'certain',
      anchor: '.inline-edit-display .status',
      tries: [{ css: '.inline-edit-display .status .current-value', seen: run('the Basics box') }],
    },
    {
      field: 'priority',
      certainty: 'certain',
      anchor: '.inline-edit-display .priority',
      tries: [
        { css: '.inline-edit-display .priority .Priority', seen: run('the second half, FinalPriority, is hidden') },
      ],
    },
    {
      field: 'requester',
      certainty: 'certain',
      anchor: '.inline-edit-display .requestors',
      tries: [{ css: '.inline-edit-display .requestors .current-value', seen: run('the People box') }],
    },
    ...(
      [
        ['severity', '.custom-field-Severity'],
        ['environment', '.custom-field-Environment'],
        ['steps', '.custom-field-Steps-to-reproduce'],
        ['tags', '.custom-field-Tags'],
      ] as const
    ).map(([field, css]): Site['fields'][number] => ({
      field,
      certainty: 'certain',
      tries: [
        {
          css: `${css}:not(.unset-field) .value .current-value`,
          read: 'lines',
          seen: run(
            'custom fields are named by class; their numbers differ per installation. "(no value)" differs per language',
          ),
        },
      ],
    })),
  ],
  conversation: {
    entry: 'div.transaction.message[data-transaction-id]',
    idFrom: 'data-transaction-id',
    author: [
      // A message that came by mail says "The RT System itself"; who wrote it stands in its From header.
      { css: '.description .user a', seen: run('history') },
      { css: '.content > table .message-header-value', seen: run('the From header') },
      { css: '.description .user' },
    ],
    at: [{ css: '.metadata .date' }],
    text: [{ css: '.messagebody', read: 'lines' }],
    head: '.description',
    kinds: [
      { kind: 'internal', says: 'Comments added' },
      { kind: 'customer', says: 'Ticket created' },
      { kind: 'public', css: ':has(.description .user a)', says: 'Correspondence added' },
      // Only words tell a comment from a reply. In a language that is not known here, nothing is taken for what the customer was told.
      { kind: 'internal', css: ':has(.description .user a)' },
    ],
    otherwise: 'customer',
    seen: run('arrives by request after load, paged on scroll'),
  },
  attachments: {
    css: '.transaction .downloadattachment .downloadname, .transaction .downloadfilename',
    seen: run('history'),
  },
  directory: [
    { field: 'team', options: 'select[name="Queue"] option' },
    { field: 'owner', options: 'select[name="Owner"] option' },
    { field: 'status', options: 'select[name="Status"] option' },
  ],
  rows: [
    {
      css: 'tbody.list-item',
      id: 'data-record-id',
      kind: 'ticket',
      title: [{ css: 'td:not([align="right"]) a[href*="/Ticket/Display.html"]' }],
      // Lists name no columns: only the person is marked as one.
      fields: [],
      seen: run('Search/Results.html, Search/Bulk.html, the home page'),
    },
  ],
  caseUrl: { ticket: '/Ticket/Display.html?id=:id' },
  nobody: ['Nobody in particular', 'Nobody'],
  writes: [
    form('inline', '/Ticket/Display.html', {
      withForms: '.titlebox.editing form.inline-edit',
      seen: run('inline edit; the other open boxes are sent along'),
    }),
    form('update', '/Ticket/Update.html', {
      notBy: ['AddMoreAttach'],
      needs: { SubmitTicket: [] },
      seen: run('Enter in the subject presses AddMoreAttach, which saves nothing'),
    }),
    form('basics', '/Ticket/Modify.html', { seen: run('Modify.html') }),
    form('people', '/Ticket/ModifyPeople.html', {
      notBy: ['OnlySearchForPeople', 'OnlySearchForGroup'],
      seen: run('ModifyPeople.html'),
    }),
    form('jumbo', '/Ticket/ModifyAll.html', {
      notBy: ['AddMoreAttach', 'OnlySearchForPeople', 'OnlySearchForGroup'],
      seen: run('ModifyAll.html'),
    }),
    form('bulk', '/Search/Bulk.html', {
      case: { body: 'UpdateTicket', each: true },
      notBy: ['AddMoreAttach'],
      seen: run('Bulk.html: UpdateTicket is repeated'),
    }),
    {
      id: 'list',
      doors: ['wire'],
      methods: ['POST'],
      path: '/Helpers/TicketUpdate',
      kind: 'ticket',
      case: { query: 'id' },
      changes: MOVES,
      seen: run('list inline edit: XHR on an untrusted change'),
    },
    ...(
      [
        ['take', ['Take', 'Steal'], '@me'],
        ['untake', ['Untake'], '@nobody'],
      ] as const
    ).map(
      ([id, actions, who]): Write => ({
        id,
        doors: ['link'],
        methods: ['GET'],
        path: '/Ticket/Display.html',
        query: { Action: [...actions] },
        kind: 'ticket',
        case: { query: 'id' },
        changes: [{ field: 'owner', to: { is: who } }],
        seen: run('the page actions: a plain GET that writes, its parameters separated by ";"'),
      }),
    ),
  ],
  statuses: { sent: ['new', 'open'], accepted: ['open'], closed: ['resolved', 'rejected'] },
};
