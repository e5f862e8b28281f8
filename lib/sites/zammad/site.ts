import type { Evidence, Site, Write } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `Zammad’s own source, ${where}`,
  when: '2026-11',
  sure,
});

/** What the sidebar of a ticket changes, by the names of its controls. */
const CHOICES = [
  ['team', 'group_id'],
  ['owner', 'owner_id'],
  ['status', 'state_id'],
  ['priority', 'priority_id'],
] as const;
const FORM = '.sidebar[data-tab="ticket"] .edit';
/** Trees of choices are drawn by the desk itself: one control holds the id, another shows the words. */
const tree = (name: string) => `.searchableSelect:has(.js-shadow[name="${name}"])`;
const NAMED = CHOICES.map(([, name]) => `[name="${name}"]`).join(', ');

const moves = (at: string, nobody: boolean): Write['changes'] =>
  CHOICES.map(([field, name]) => ({
    field,
    to: nobody && field === 'owner' ? { is: '@nobody' } : { json: `${at}${name}` },
    unchanged: [''],
  }));

/** Nobody is the user 1, whom no list of owners names. */
const write = (id: string, path: string, method: 'PUT' | 'POST', at: string, where: Write['case']): Write[] =>
  [true, false].map((nobody) => ({
    id: nobody ? `${id}, nobody` : id,
    doors: ['wire'],
    methods: [method],
    path,
    ...(nobody ? { needs: { [`${at}owner_id`]: ['1'] } } : {}),
    kind: 'ticket',
    case: where,
    changes: moves(at, nobody),
    seen: own('ticket_zoom.coffee, ticket_bulk_form.coffee, ticket_batch.coffee: the whole ticket, or what was chosen'),
  }));

const ticket = '/api/v1/tickets/:#id';

export const zammad: Site = {
  id: 'zammad',
  name: 'Zammad',
  reality: {
    level: 'read',
    note: 'Written from Zammad’s own source, versions 5 to 6; run against pages written by hand. The new desktop interface (under /desktop) is not covered: nothing is read there and its changes pass. A macro run on several tickets of a list passes too, for the request names the macro and not what it does.',
  },
  hosts: [],
  marks: [
    { css: '#app .navigation .tasks', seen: own('navigation.coffee') },
    { css: '#app .navigation .navbar-items-personal', seen: own('navigation.coffee') },
    { css: '#app #global-search', seen: own('navigation.coffee') },
  ],
  pages: [
    {
      id: 'ticket',
      path: '/',
      hash: '/ticket/zoom/:#id/*',
      case: { path: 'id' },
      kind: 'ticket',
      container: '.content.active',
      full: true,
      shows: ['subject', 'team', 'owner', 'status', 'priority', 'tags', 'requester', 'requesterMail'],
      seen: own('ticket_zoom.coffee: all open tickets stay in the document'),
    },
    { id: 'other', path: '/', seen: own('ticket_zoom.coffee, ticket_overview.coffee') },
  ],
  me: [
    {
      css: '.navbar-items-personal .user > a',
      read: '@title',
      seen: own('views/navigation/personal.jst'),
    },
  ],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '.ticketZoom-header .ticket-title-update',
      tries: [{ css: '.ticketZoom-header .ticket-title-update', seen: own('views/ticket_zoom.jst, title.jst') }],
    },
    ...CHOICES.map(([field, name]): Site['fields'][number] => ({
      field,
      certainty: 'certain',
      anchor: `${FORM} [name="${name}"]`,
      // What was chosen and not sent yet is marked so, also after a reload brought it back.
      tries: [
        {
          css: `${FORM} .form-group:not(.is-changed) select[name="${name}"]`,
          read: 'value',
          seen: own('ticket_zoom.coffee, views/generic/select.jst'),
        },
        {
          css: `${FORM} .form-group:not(.is-changed) ${tree(name)} .js-input`,
          read: 'value',
          seen: own('views/generic/searchable_select.jst: groups since 6.2'),
        },
      ],
    })),
    {
      field: 'tags',
      certainty: 'certain',
      tries: [
        { css: '.sidebar[data-tab="ticket"] .tags .list', read: 'lines', seen: own('views/widget/tag.jst', 'medium') },
      ],
    },
    {
      field: 'requester',
      certainty: 'certain',
      tries: [
        {
          css: '.sidebar[data-tab="customer"] .sidebar-block h3[title]',
          seen: own('views/widget/user.jst: while that tab is open'),
        },
      ],
    },
    {
      field: 'requesterMail',
      certainty: 'certain',
      tries: [
        { css: '.sidebar[data-tab="customer"] a[href^="mailto:"]', seen: own('views/widget/user.jst', 'medium') },
      ],
    },
  ],
  labelled: [
    {
      row: `${FORM} .form-group:not(:has(${NAMED}))`,
      label: [{ css: '.formGroup-label label' }],
      value: [
        { css: 'select', read: 'value', empty: ['-'] },
        { css: '.js-input, textarea, input:not([type="hidden"])', read: 'value', empty: ['-'] },
      ],
      seen: own('views/generic/attribute.jst: custom fields stand with the others'),
    },
  ],
  conversation: {
    entry: '.ticket-article-item',
    idFrom: 'data-id',
    author: [
      {
        css: '.article-meta.top .article-meta-row:first-child .article-meta-value',
        before: ' <',
        hidden: true,
        seen: own(
          'views/ticket_zoom/article_view.jst: who wrote is told when the entry is pressed, before that by initials',
        ),
      },
    ],
    at: [{ css: '.task-subline time', read: '@datetime' }],
    text: [{ css: '.richtext-content', read: 'lines' }],
    kinds: [
      { kind: 'internal', css: '.is-internal' },
      { kind: 'customer', css: '.customer' },
      { kind: 'event', css: '.system' },
      { kind: 'public', css: '.agent' },
    ],
    otherwise: 'unknown',
    seen: own('ticket_zoom/article_view.coffee'),
  },
  attachments: { css: '.ticket-article .attachment-name', seen: own('views/generic/attachments.jst') },
  directory: CHOICES.flatMap(([field, name]) => [
    { field, options: `select[name="${name}"] option` },
    // The last of one id stands in its own branch, without the names of the branches before it.
    { field, options: `${tree(name)} li[data-value]`, id: 'data-value' },
  ]),
  rows: [
    {
      css: 'tr.item',
      id: 'data-id',
      kind: 'ticket',
      title: [
        { css: 'td:has(> a[href*="#ticket/zoom/"]) + td > a[href*="#ticket/zoom/"]' },
        { css: 'a[href*="#ticket/zoom/"]' },
      ],
      // Columns are chosen by each person and name nothing in their rows.
      fields: [],
      seen: own('views/generic/table_row.jst', 'medium'),
    },
  ],
  caseUrl: { ticket: '/#ticket/zoom/:id' },
  nobody: ['-'],
  writes: [
    ...write('update', ticket, 'PUT', '', { path: 'id' }),
    ...write('bulk', '/api/v1/tickets/mass_update', 'POST', 'attributes.', { json: 'ticket_ids', each: true }),
  ],
  note: {
    editor: '.content.active .article-add [data-name="body"]',
    kind: 'other',
    internal: '.content.active .article-add.is-internal',
    seen: own('views/ticket_zoom/article_new.jst'),
  },
  submits: [
    { css: '.content.active .js-submit', write: 'update', seen: own('views/ticket_zoom/attribute_bar.jst') },
    { css: '.content.active .js-dropdownActionMacro', write: 'update', seen: own('attribute_bar.coffee: on mouseup') },
    { css: '.bulkAction .js-submit', write: 'bulk', seen: own('ticket_bulk_form.coffee') },
  ],
  refusal: { as: 'network', seen: own('ticket_zoom.coffee: says so, and can be sent again') },
  statuses: { sent: ['new', 'open'], accepted: ['open'], closed: ['closed', 'merged'] },
};
