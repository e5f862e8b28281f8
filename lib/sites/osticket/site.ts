import type { Evidence, Site, Write } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `osTicket’s own source, ${where}`,
  when: '2026-11',
  sure,
});

const PAGE = '/scp/tickets.php';
const API = '/scp/ajax.php/tickets/';
const VIEW = own('include/staff/ticket-view.inc.php');

const field = (name: string, css: string, how: Partial<Site['fields'][number]> = {}): Site['fields'][number] => ({
  field: name,
  certainty: 'certain',
  tries: [{ css, seen: VIEW }],
  ...how,
});

/** What the head shows stands in the link that changes it; who may not change it sees it beside its label alone. */
const linked = (name: string, end: string) =>
  field(name, `.ticket_info a[href$="${end}"]`, { anchor: '.ticket_info th' });

/** A form of the ticket’s own page. */
const posted = (id: string, a: string, status: string): Write => ({
  id,
  doors: ['form'],
  methods: ['POST'],
  path: PAGE,
  needs: { a: [a] },
  kind: 'ticket',
  case: { body: 'id' },
  changes: [{ field: 'status', to: { body: status } }],
  seen: VIEW,
});

/**
 * A dialog’s request, and the form that it is made of. What it carries of departments and people has a name that is made anew for each
 * person. The desk covers the dialog before it asks, and uncovers it when that went well alone: so the form is held before the desk hears of it.
 */
const asked = (id: string, path: string, change: Write['changes'][number], several = false): Write[] => {
  const request: Write = {
    id,
    doors: ['wire'],
    methods: ['POST'],
    path: API + path,
    kind: 'ticket',
    case: several ? { body: 'tids[]', each: true } : { path: 'id' },
    changes: [change],
    seen: several ? own('scp/js/ticket.js', 'low') : own('scp/ajax.php, include/ajax.tickets.php'),
  };
  const form: Write = {
    ...request,
    id: `${id}, dialog`,
    doors: ['form'],
    path: '/scp/*',
    hash: `/tickets/${path}`,
    seen: own('scp/js/scp.js, $.dialog; ticket-status.tmpl.php, release.tmpl.php, assign.tmpl.php', 'medium'),
  };
  return [request, form];
};

const ME: Write['changes'][number] = { field: 'owner', to: { is: '@me' } };
const STATUS: Write['changes'][number] = { field: 'status', to: { body: 'status_id' } };
const choice = (form: string) => `form[name="${form}"] .custom-field select`;
const dialog = (id: string, name: 'team' | 'owner'): NonNullable<Site['holdAt']>[number] => ({
  id,
  css: `form[name="${id}"] [type="submit"]`,
  on: ['click'],
  kind: 'ticket',
  case: { page: true },
  changes: [{ field: name, to: { css: choice(id) } }],
  seen: own(`include/staff/templates/${id}.tmpl.php, dynamic-form-simple.tmpl.php`),
});

export const osticket: Site = {
  id: 'osticket',
  name: 'osTicket',
  reality: {
    level: 'read',
    note: 'Written from osTicket’s own source, versions 1.15 to 1.18; run against pages written by hand. Transferring and assigning are held at the button of their dialog on a ticket’s page, for their requests name what they carry differently for each person; the same dialogs over several tickets of a list pass. Claiming, releasing and changing the status are held at the form of their dialog, before the desk covers it with a loader that no failure takes away. What a help topic or a filter changes on the server is never seen. The page tells of the person who is signed in the first name alone. Who sees the thread newest first sees it so in Baton too.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    { css: 'link[href*="scp/css/scp.css"]', seen: own('include/staff/header.inc.php') },
    { css: 'meta[http-equiv="x-pjax-version"]', seen: own('include/staff/header.inc.php') },
    { css: '#pjax-container', seen: own('include/staff/header.inc.php') },
  ],
  pages: [
    { id: 'edit', path: PAGE, query: { a: ['edit', 'print', 'open'] }, seen: VIEW },
    { id: 'ticket', path: PAGE, query: { id: [] }, case: { query: 'id' }, kind: 'ticket', full: true, seen: VIEW },
    { id: 'queue', path: PAGE, seen: own('include/staff/templates/queue-tickets.tmpl.php') },
    { id: 'panel', path: '/scp/*', seen: own('include/staff/header.inc.php') },
  ],
  me: [{ css: '#info strong', seen: own('include/staff/header.inc.php') }],
  fields: [
    field('subject', '.tixTitle h3', { anchor: '.tixTitle' }),
    // Their labels stand for them where they are not links.
    linked('team', '/transfer'),
    linked('owner', '/assign'),
    linked('status', '#statuses'),
    linked('priority', '/field/priority/edit'),
    field('requester', '.ticket_info [id^="user-"][id$="-name"]', { anchor: '.ticket_info [id^="user-"]' }),
    field('requesterMail', '.ticket_info [id^="user-"][id$="-email"]'),
  ],
  labelled: [
    {
      row: '.ticket_info:not(.custom-data) tr:has(> th)',
      label: [{ css: 'th' }],
      value: [{ css: 'td' }],
      seen: VIEW,
    },
    {
      row: '.ticket_info.custom-data tbody tr:not(:has(.faded))',
      label: [{ css: 'td:first-child' }],
      value: [{ css: 'td:nth-child(2)', read: 'lines' }],
      seen: VIEW,
    },
  ],
  conversation: {
    entry: '#ticket_thread .thread-entry',
    author: [{ css: '.header b' }],
    at: [{ css: 'time', read: '@datetime' }],
    text: [{ css: '.thread-body > div:first-child', read: 'lines' }],
    kinds: [
      { kind: 'internal', css: '.note' },
      { kind: 'customer', css: '.message' },
      { kind: 'event', css: '.system' },
      { kind: 'public', css: '.response' },
    ],
    otherwise: 'internal',
    seen: own('include/staff/templates/thread-entry.tmpl.php'),
  },
  attachments: { css: '#ticket_thread .attachment-info .filename', seen: own('thread-entry.tmpl.php') },
  directory: [
    { field: 'team', options: `${choice('transfer')} option` },
    { field: 'owner', options: `${choice('assign')} option` },
    {
      field: 'status',
      options: 'select[name="status_id"] option, [name="reply_status_id"] option, [name="note_status_id"] option',
    },
  ],
  rows: [
    {
      css: 'tr:has(input[name="tids[]"][value=":id"])',
      kind: 'ticket',
      title: [{ css: 'a[href*="tickets.php?id="]:not(.preview)' }, { css: 'a[href*="tickets.php?id="]' }],
      fields: [],
      seen: own('include/staff/templates/queue-tickets.tmpl.php', 'low'),
    },
  ],
  caseUrl: { ticket: '/scp/tickets.php?id=:id' },
  nobody: ['— Unassigned —'],
  writes: [
    posted('reply', 'reply', 'reply_status_id'),
    posted('note', 'postnote', 'note_status_id'),
    ...asked('claim', ':#id/claim', ME),
    ...asked('release', ':#id/release', { field: 'owner', to: { is: '@nobody' } }),
    ...asked('status', ':#id/status', STATUS),
    ...asked('claim, several', 'mass/claim', ME, true),
    ...asked('status, several', 'status/:state', STATUS, true),
  ],
  holdAt: [dialog('transfer', 'team'), dialog('assign', 'owner')],
  note: {
    editor: 'form#note .redactor-editor, form#note .redactor-in, form#note #internal_note',
    kind: 'redactor',
    open: '#post-note-tab',
    // Another form than the reply's: what is written there has no way out.
    internal: 'form#note',
    seen: VIEW,
  },
  submits: [
    { css: 'form#reply [type="submit"]', write: 'reply', seen: VIEW },
    { css: 'form#note [type="submit"]', write: 'note', seen: VIEW },
    { css: '.dialog form[name="transfer"] [type="submit"]', write: 'transfer', seen: VIEW },
    { css: '.dialog form[name="assign"] [type="submit"]', write: 'assign', seen: VIEW },
  ],
  // What is held at its form needs none. Of the rest, what fails and what is given up end alike here.
  refusal: {
    as: 'abort',
    seen: own('scp/js/scp.js, $.dialog: done() alone takes the loader away, fail() does nothing'),
  },
  statuses: { sent: ['Open'], accepted: ['Open'], closed: ['Resolved', 'Closed'] },
};
