import type { Evidence, Site, Write, WriteChange } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `FreeScout’s own source, ${where}`,
  when: '2026-11',
  sure,
});

const OWNER: WriteChange = { field: 'owner', to: { body: 'user_id' } };
/** 6 keeps the status as it is. */
const STATUS: WriteChange = { field: 'status', to: { body: 'status' }, unchanged: ['6'] };
const MAILBOX: WriteChange = { field: 'team', to: { body: 'mailbox_id' } };

/** Everything goes to one address; what it does is named in it. */
const action = (name: string, changes: WriteChange[], how: Partial<Write> = {}): Write => ({
  id: name,
  doors: ['wire'],
  methods: ['POST'],
  path: '/conversation/ajax',
  kind: 'ticket',
  case: { body: 'conversation_id' },
  changes,
  seen: own('public/js/main.js'),
  ...how,
  needs: { action: [name], ...how.needs },
});
const several: Partial<Write> = { case: { body: 'conversation_id[]', each: true } };

/** What a menu of the head shows, by the list that it opens. */
const chosen = (list: string) => `.conv-info .btn-group:has(> .${list}) .conv-info-val > span:first-child`;
const TEAM = '.sidebar-title-real';

export const freescout: Site = {
  id: 'freescout',
  name: 'FreeScout',
  reality: {
    level: 'read',
    note: 'Written from FreeScout’s own source, version 1.8; run against pages written by hand. The page says “Me” for the person who is signed in, so a conversation that one takes oneself is handed to “Me”. Custom fields and tags come from paid modules whose pages are not known: they are not read. Workflows that run on the server are never seen.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    { css: '#app > .navbar-static-top', seen: own('layouts/app.blade.php') },
    { css: '#app .nav-user', seen: own('layouts/app.blade.php') },
    { css: 'meta[name="csrf-token"]', seen: own('layouts/app.blade.php') },
  ],
  pages: [
    {
      id: 'conversation',
      path: '/conversation/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      seen: own('routes/web.php'),
    },
    { id: 'mailbox', path: '/mailbox/:#mailbox/*', seen: own('routes/web.php') },
  ],
  me: [{ css: '.nav-user', seen: own('layouts/app.blade.php') }],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '.conv-subjtext, #conv-subj-value',
      tries: [{ css: '.conv-subjtext', seen: own('conversations/view.blade.php') }],
    },
    {
      field: 'team',
      certainty: 'certain',
      anchor: TEAM,
      tries: [{ css: TEAM, seen: own('mailboxes/sidebar_menu_view.blade.php', 'medium') }],
    },
    ...(
      [
        ['owner', 'conv-user'],
        ['status', 'conv-status'],
      ] as const
    ).map(([field, list]): Site['fields'][number] => ({
      field,
      certainty: 'certain',
      anchor: `.conv-info .${list}`,
      tries: [{ css: chosen(list), seen: own('conversations/view.blade.php') }],
    })),
    {
      field: 'requester',
      certainty: 'certain',
      anchor: '#conv-layout-customer',
      tries: [{ css: '#conv-layout-customer .customer-name', seen: own('customers/profile_snippet.blade.php') }],
    },
    {
      field: 'requesterMail',
      certainty: 'certain',
      tries: [
        {
          css: '#conv-layout-customer .customer-email .contact-main',
          seen: own('customers/profile_snippet.blade.php'),
        },
      ],
    },
  ],
  conversation: {
    entry: '#conv-layout-main > .thread:not(.thread-type-draft)',
    idFrom: 'id',
    author: [{ css: '.thread-person strong' }],
    // The desk's tooltips take the title away.
    at: [
      { css: 'a.thread-date', read: '@data-original-title' },
      { css: 'a.thread-date', read: '@title' },
    ],
    text: [
      { css: '.thread-content', read: 'lines' },
      { css: '.thread-body', read: 'lines' },
      { css: '.thread-title', read: 'lines' },
    ],
    kinds: [
      { kind: 'internal', css: '.thread-type-note' },
      { kind: 'customer', css: '.thread-type-customer' },
      { kind: 'event', css: '.thread-type-lineitem' },
      { kind: 'public', css: '.thread-type-message' },
    ],
    otherwise: 'unknown',
    newestFirst: true,
    seen: own('conversations/partials/thread.blade.php'),
  },
  attachments: {
    css: '#conv-layout-main .thread-attachments li a',
    seen: own('conversations/partials/thread_attachments.blade.php', 'medium'),
  },
  directory: [
    { field: 'owner', options: '.conv-user a[data-user_id]', id: 'data-user_id' },
    { field: 'owner', options: 'select[name="user_id"] option' },
    { field: 'status', options: '.conv-status a[data-status]', id: 'data-status' },
    { field: 'team', options: '.dropdown-menu a[href*="/mailbox/"]', id: 'href', after: '/mailbox/' },
    { field: 'team', options: '.move-conv-mailbox-id option' },
  ],
  rows: [
    {
      css: 'tr.conv-row',
      id: 'data-conversation_id',
      kind: 'ticket',
      title: [{ css: 'td.conv-subject p:not(.conv-preview)' }],
      fields: [
        { field: 'owner', tries: [{ css: 'td.conv-owner a' }] },
        { field: 'team', tries: [{ css: '.no-column' }], ofPage: [{ css: TEAM }] },
      ],
      seen: own('conversations/conversations_table.blade.php'),
    },
  ],
  caseUrl: { ticket: '/conversation/:id' },
  nobody: ['Anyone'],
  writes: [
    action('send_reply', [OWNER, STATUS], { id: 'reply', needs: { is_note: [''] } }),
    // A note never changes who has it.
    action('send_reply', [STATUS], { id: 'note' }),
    action('conversation_change_user', [OWNER]),
    action('conversation_change_status', [STATUS]),
    action('conversation_move', [MAILBOX], { id: 'move', needs: { mailbox_email: [''] } }),
    action('conversation_move', [{ field: 'team', to: { body: 'mailbox_email' } }], {
      id: 'move by address',
      needs: { mailbox_email: [] },
    }),
    action('conversation_move', [MAILBOX], { id: 'move, as it was first' }),
    action('bulk_conversation_change_user', [OWNER], several),
    action('bulk_conversation_change_status', [STATUS], several),
  ],
  note: {
    editor: '.form-reply .note-editable',
    kind: 'summernote',
    open: '.conv-add-note',
    internal: '.conv-block.conv-note-block',
    seen: own('public/js/main.js, switchToNote'),
  },
  submits: [
    { css: '.btn-reply-submit', keys: ['Meta+Enter', 'Control+Enter'], write: 'reply', seen: own('public/js/main.js') },
    { css: '.conv-user a[data-user_id]', write: 'conversation_change_user', seen: own('public/js/main.js') },
    { css: '.conv-status a[data-status]', write: 'conversation_change_status', seen: own('public/js/main.js') },
    { css: '.btn-move-conv', write: 'move', seen: own('public/js/main.js') },
  ],
  refusal: {
    as: 'json',
    body: '{"status":"error","msg":"%s"}',
    seen: own(
      'public/js/main.js: what fails is blamed on the connection (fsAjax), an error’s own words are shown (showAjaxError)',
    ),
  },
  statuses: { sent: ['Active'], accepted: ['Active'], closed: ['Closed', 'Spam'] },
};
