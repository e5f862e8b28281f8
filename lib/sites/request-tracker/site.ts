import type { Site, Try } from '../../model/site';
import { run } from './seen';
import { writes } from './writes';

const page = (id: string, path: string, how: Partial<Site['pages'][number]> = {}): Site['pages'][number] => ({
  id,
  path,
  case: { query: 'id' },
  kind: 'ticket',
  ...how,
});

const QUEUES = '#TicketModify select[name=Queue], form[name=TicketModifyAll] select[name=Queue]';
const OWNERS =
  '#TicketModify select[name=Owner], form[name=TicketPeople] select[name=Owner], form[name=TicketModifyAll] select[name=Owner]';

const MOBILE_PEOPLE = '#ticket-show .ticket-info-people .entry:';

type Kind = NonNullable<Site['conversation']>['kinds'][number];
const says = (kind: Kind['kind'], ...words: string[]): Kind[] => words.map((said) => ({ kind, says: said }));

/** Mobile pages have no header. */
const HEADING = '#header h1, #gohome + h1';

/** Where a post is answered at its bare address, without a redirect. What stands around the number in a heading differs by language. */
const MENU: Try = {
  css: '.ticket_menu a, #page-display',
  read: '@href',
  after: 'id=',
  seen: run('ModifyPeople.html, m/ticket/reply'),
};

export const requestTracker: Site = {
  id: 'request-tracker',
  name: 'Request Tracker',
  reality: {
    level: 'live',
    note: 'Driven against Request Tracker 5.0.3 (Debian) in Chromium; what is read of a ticket equals every row and the history that it shows, also in German, newest first and with fewer rights. Version 4 was not run. On mobile pages custom fields and history are not read. What customers do in self-service passes.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    { css: '#logo img[src*="/static/images/"], #logo img[src*="/NoAuth/"], #gohome + h1', seen: run('every page') },
    { css: 'body[id^="comp-"], #gohome a[href$="/m/"]', seen: run('every page; the mobile ones have no such name') },
    {
      css: 'link[rel=stylesheet][href*="/NoAuth/css/"], link[href$="/static/css/mobile.css"]',
      seen: run('every page'),
    },
  ],
  pages: [
    page('ticket', '/Ticket/Display.html', {
      full: true,
      seen: run('Ticket/Display.html'),
    }),
    page('reply', '/Ticket/Update.html', { shows: ['subject', 'team'], seen: run('Ticket/Update.html') }),
    page('basics', '/Ticket/Modify.html', { shows: ['subject', 'team', 'owner'], seen: run('Ticket/Modify.html') }),
    page('people', '/Ticket/ModifyPeople.html', {
      shows: ['subject', 'owner'],
      // It answers without a redirect, and draws its list from the ticket, whether it took the new owner or not.
      proves: true,
      seen: run('Ticket/ModifyPeople.html'),
      caseShown: [
        MENU,
        {
          css: '#header h1',
          after: '#',
          before: ':',
          seen: run('where the menu is folded'),
        },
      ],
    }),
    page('jumbo', '/Ticket/ModifyAll.html', {
      shows: ['subject', 'team', 'owner'],
      seen: run('Ticket/ModifyAll.html'),
    }),
    // Not in full: what is not read there stays as it was. Custom fields are not, for their lines run together.
    page('mobile', '/m/ticket/show', { seen: run('m/ticket/show') }),
    page('mobile-history', '/m/ticket/history', { shows: ['subject'], seen: run('m/ticket/history') }),
    page('mobile-reply', '/m/ticket/reply', {
      shows: [],
      seen: run('m/ticket/reply'),
      caseShown: [MENU],
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
      tries: [{ css: HEADING, after: ': ', seen: run('"#1: Invoice …", "Modify ticket #1: Invoice …"') }],
    },
    {
      field: 'team',
      certainty: 'certain',
      // Who may not see queues is shown none, and may not change it.
      anchor: `.inline-edit-display .queue, .ticket-info-basics:not(:has(.inline-edit-toggle)) .status, form[name=TicketUpdate] .ticket-info-basics, ${QUEUES}`,
      tries: [
        {
          css: '.inline-edit-display .queue .current-value, #ticket-show .value.queue',
          seen: run('the Basics box; m/ticket/show'),
        },
        {
          css: 'form[name=TicketUpdate] .ticket-info-basics .form-row > .value > .current-value',
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
        {
          css: `.inline-edit-display .owner .current-value, ${MOBILE_PEOPLE}first-child .value`,
          seen: run('the People box; m/ticket/show, whose rows of people have no class'),
        },
        { css: OWNERS, read: 'came', seen: run('Modify.html, ModifyPeople.html, ModifyAll.html') },
      ],
    },
    {
      field: 'status',
      certainty: 'certain',
      anchor: '.inline-edit-display .status',
      tries: [
        {
          css: '.inline-edit-display .status .current-value, #ticket-show .value.status',
          seen: run('the Basics box; m/ticket/show'),
        },
      ],
    },
    {
      field: 'priority',
      certainty: 'certain',
      anchor: '.inline-edit-display .priority',
      tries: [
        {
          // Mobile pages have no doctype: there the case of a class does not count, and a label is a ".Priority" too.
          css: '.inline-edit-display .priority .Priority, #ticket-show span.Priority',
          seen: run('the second half, FinalPriority, is hidden'),
        },
      ],
    },
    {
      field: 'requester',
      certainty: 'certain',
      anchor: '.inline-edit-display .requestors',
      tries: [
        {
          css: `.inline-edit-display .requestors .current-value, ${MOBILE_PEOPLE}nth-child(2) .value`,
          read: 'lines',
          seen: run('the People box; m/ticket/show'),
        },
      ],
    },
    {
      field: 'Reminders',
      certainty: 'certain',
      tries: [
        {
          css: '#UpdateReminders',
          read: 'lines',
          without: ':scope > .form-row:not(:has([id^=reminder-]))',
          seen: run('the Reminders box, without the form for a new one'),
        },
      ],
    },
  ],
  labelled: [
    {
      // One that is not set says so in the words of the person's language; what the person may set is there then too.
      row: '.inline-edit-display .form-row:not(.unset-field)',
      label: [{ css: '.label', before: ':' }],
      value: [{ css: '.current-value', read: 'lines', empty: ['Not set', 'Nicht angegeben', 'Non renseigné'] }],
      names: {
        sla: 'SLA',
        estimated: 'Estimated',
        total: 'Total Time Worked',
        sum: 'Worked',
        'by-user': 'Users',
        left: 'Left',
        cc: 'Cc',
        admincc: 'AdminCc',
        created: 'Created',
        starts: 'Starts',
        started: 'Started',
        told: 'Last Contact',
        due: 'Due',
        resolved: 'Closed',
        updated: 'Updated',
        DependsOn: 'Depends on',
        DependedOnBy: 'Depended on by',
        MemberOf: 'Parents',
        Members: 'Children',
        RefersTo: 'Refers to',
        ReferredToBy: 'Referred to by',
      },
      seen: run('the boxes Basics, People, Dates and Links'),
    },
    {
      row: '.inline-edit-display .custom-field:not(.unset-field), .ticket-info-people .inline-edit-display .form-row:not([class*=" "])',
      label: [{ css: '.label' }],
      value: [{ css: '.current-value', read: 'lines' }],
      own: true,
      seen: run('custom fields of every type and custom roles, in whichever box; numbers differ per installation'),
    },
  ],
  conversation: {
    entry: 'div.transaction[data-transaction-id]',
    idFrom: 'data-transaction-id',
    byId: true,
    author: [
      // A message that came by mail says "The RT System itself"; who wrote it stands in its From header.
      { css: '.description .user a', seen: run('history') },
      { css: '.content > table .message-header-value', seen: run('the From header') },
      { css: '.description .user' },
    ],
    at: [{ css: '.metadata .date' }],
    text: [
      { css: '.messagebody', read: 'lines', without: '.message-stanza-folder' },
      { css: ':scope:not(.message) .description', after: ' - ' },
    ],
    head: '.description',
    kinds: [
      { kind: 'event', css: ':not(.message)' },
      ...says('internal', 'Comments added', 'Kommentar hinzugefügt', 'Commentaires ajoutés'),
      // The mail address in a name: one who may not do more than write mails.
      ...says('customer', 'Ticket created', '> - '),
      ...says('public', 'Correspondence added', 'Antwort hinzugefügt', 'Courrier ajouté').map((rule) => ({
        ...rule,
        css: ':has(.description .user a)',
      })),
      // Only words tell a comment from a reply. In a language that is not known here, nothing is taken for what the customer was told.
      { kind: 'internal', css: ':has(.description .user a)' },
    ],
    otherwise: 'customer',
    seen: run('arrives by request after load, paged on scroll; in the order that the person chose'),
  },
  attachments: {
    css: '.ticket-info-attachments .filename, .transaction .downloadattachment .downloadname, .transaction .downloadfilename',
    seen: run('the Attachments box, which knows of what is not loaded yet, and the history'),
  },
  directory: [
    { field: 'team', options: 'select[name=Queue] option' },
    { field: 'owner', options: 'select[name=Owner] option' },
    { field: 'status', options: 'select[name=Status] option' },
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
  writes,
  statuses: { sent: ['new', 'open'], accepted: ['open'], closed: ['resolved', 'rejected'] },
};
