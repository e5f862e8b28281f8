import type { Evidence, HeldControl, Site, SiteField, Write } from '../../model/site';

const fact = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({ where, when: '2026-11', sure });
const by = (name: string) => `[data-test-id=${name}]`;
const begins = (name: string) => `[data-test-id^=${name}]`;

const SUBMIT = by('submit_button-button');
const MENU = 'submit_button-menu-';
const NOTE_TAG = by('omni-log-internal-note-tag');
const MESSAGE = by('omni-log-item-message');

const field = (name: string, css: string, how: Partial<SiteField['tries'][number]> = {}): SiteField => ({
  field: name,
  certainty: 'certain',
  tries: [{ css, seen: fact('public code, several extensions'), ...how }],
});

/** What Submit sends: chosen before, and shown as if it were so already. */
const CHOSEN_FIRST = ['team', 'owner'];

/** A press that submits the ticket as it is shown, with `status` where the press says it. */
const submits = (id: string, how: Pick<HeldControl, 'css' | 'seen'> & Partial<HeldControl>, status?: string) => ({
  id,
  on: ['click' as const],
  kind: 'ticket' as const,
  case: { page: true as const },
  differs: CHOSEN_FIRST,
  ...(status ? { changes: [{ field: 'status', to: { value: status } }] } : {}),
  ...how,
});

const MACROPAD = 'a published keymap of the agent workspace';
const LISTED = 'general knowledge, looked up nowhere';
/** Held in all of the page: the desk hears them wherever the focus is. */
const KEYS = [
  ['o', 'Open', fact(MACROPAD, 'medium')],
  ['p', 'Pending', fact(MACROPAD, 'medium')],
  ['s', 'Solved', fact(MACROPAD, 'medium')],
  ['d', 'On-hold', fact(LISTED, 'low')],
  ['u', '', fact(LISTED, 'low')],
] as const;

const STATUSES = [
  ['open', 'Open'],
  ['pending', 'Pending'],
  ['hold', 'On-hold'],
  ['solved', 'Solved'],
] as const;

const changes = (at: string): Write['changes'] => [
  { field: 'team', to: { json: `${at}group_id` }, unchanged: [''] },
  { field: 'owner', to: { json: `${at}assignee_id` }, unchanged: [''] },
  { field: 'status', to: { json: `${at}status` }, unchanged: [''] },
];

/** A request that updates tickets. */
const update = (id: string, path: string, at: string, how: Pick<Write, 'case'> & Partial<Write>): Write => ({
  id,
  doors: ['wire'],
  methods: ['PUT', 'POST'],
  path,
  kind: 'ticket',
  changes: changes(at),
  seen: fact('a request logger saw PUT and POST on this path; what the page sends in it, by the public API', 'medium'),
  ...how,
});
/** With nobody as assignee the ticket is nobody's. */
const toNobody: Partial<Write> = {
  needs: { 'ticket.assignee_id': [''] },
  changes: changes('ticket.').map((one) => (one.field === 'owner' ? { field: 'owner', to: { is: '@nobody' } } : one)),
};
const ONE = { case: { path: 'id' } };

export const zendesk: Site = {
  id: 'zendesk',
  name: 'Zendesk',
  reality: {
    level: 'mirrored',
    note: 'Driven against a small copy of ours, built from public facts; never against Zendesk itself. Submit, its menu and its keys are held by what the ticket shows. The page’s own request names groups and people by numbers: a change that leaves by no known button or key (a bulk edit in a view) is known by the word that the person chose in a list just before, or by that of an earlier choice, else by its number alone. On a Mac the keys are not known. Custom domains, custom statuses and checkboxes among custom fields are not covered.',
  },
  hosts: ['*.zendesk.com'],
  marks: [],
  pages: [
    {
      id: 'ticket',
      path: '/agent/tickets/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      // Every ticket that is open in a tab stays in the document.
      container: `#main_panes > :has([data-ticket-id=':id'], [data-test-id='ticket-:id-standard-layout'], [data-side-conversations-anchor-id=':id']), #main_panes > [data-ticket-id=':id'], .ticket-panes-grid-layout[data-is-active=true]`,
      shows: ['subject', 'team', 'owner', 'status', 'priority', 'requester', 'company', 'tags'],
      seen: fact('public code, several extensions'),
    },
    { id: 'view', path: '/agent/filters/:view', seen: fact('public code, an extension’s bundle') },
  ],
  me: [],
  fields: [
    { ...field('subject', `input${by('omni-header-subject')}`, { read: 'value' }), anchor: by('omni-header-subject') },
    {
      ...field('team', by('assignee-field-selected-group-tag')),
      anchor: by('assignee-field'),
    },
    {
      ...field('owner', by('assignee-field-selected-agent-tag')),
      anchor: by('assignee-field'),
    },
    {
      ...field('status', `${by('tabs-section-nav-item-ticket')} .ticket_status_label`, {
        seen: fact('public code, one test suite', 'medium'),
      }),
      anchor: by('tabs-section-nav-item-ticket'),
    },
    field('priority', by('ticket-fields-priority-select'), {
      empty: ['-'],
      seen: fact('public code, three test suites', 'medium'),
    }),
    {
      field: 'requester',
      certainty: 'certain',
      tries: ['ticket-system-field-requester-select', 'tabs-nav-item-users'].map((name) => ({
        css: by(name),
        seen: fact('public code, test suites'),
      })),
    },
    field('company', by('tabs-nav-item-organizations')),
    field('tags', `:has(> ${by('ticket-system-field-tags-item-selected')})`, {
      read: 'lines',
      seen: fact('public code, several extensions: the tags; that they stand side by side', 'medium'),
    }),
  ],
  labelled: [
    {
      row: begins('ticket-form-field-'),
      label: [{ css: 'label' }],
      value: [
        { css: by('ticket-form-field-dropdown-button'), empty: ['-'] },
        { css: 'input:not([type=checkbox])', read: 'value' },
      ],
      seen: fact('public code: ticket-form-field-{dropdown,text}-field-{id}, with a label inside', 'medium'),
    },
    {
      row: `[data-garden-id='forms.field']:has(${by('ticket-fields-multiline-field')})`,
      label: [{ css: 'label' }],
      value: [{ css: 'textarea', read: 'value' }],
      seen: fact('public code, two test suites', 'medium'),
    },
  ],
  conversation: {
    entry: `${by('omni-log-container')} article${by('omni-log-comment-item')}`,
    author: [{ css: by('omni-log-item-sender'), seen: fact('public code, several extensions') }],
    at: [{ css: `time${by('timestamp-relative')}`, read: '@datetime', seen: fact('public code, several extensions') }],
    text: [by('omni-log-message-content'), MESSAGE].map((css) => ({
      css,
      read: 'lines' as const,
      seen: fact('public code, several extensions'),
    })),
    kinds: [
      { kind: 'internal', css: `:has(${NOTE_TAG}, ${MESSAGE}[type=internal])` },
      { kind: 'public', css: `:has(${MESSAGE}[type=agent])` },
    ],
    // What is not marked as the desk's own answer is never taken for what the customer was told.
    otherwise: 'customer',
    seen: fact('public code, ten files'),
  },
  directory: [],
  // How the lists of a bulk edit look was not seen: they are taken to mark their options as such.
  picked: [{ field: 'team' }, { field: 'owner' }],
  rows: [
    {
      css: `${by('generic-table-row')}:has(a[href$='tickets/:id'])`,
      kind: 'ticket',
      title: [{ css: `${by('ticket-table-cells-subject')} a` }],
      fields: [
        { field: 'status', tries: [{ css: by('ticket-table-cells-custom-status') }] },
        { field: 'owner', tries: [{ css: by('ticket-table-cells-assignee'), empty: ['-'] }] },
      ],
      seen: fact('public code, four extensions; links in tables are relative'),
    },
  ],
  caseUrl: { ticket: '/agent/tickets/:id' },
  nobody: ['-'],
  writes: [
    ...['', '.json'].flatMap((ending) => [
      update(`to nobody${ending}`, `/api/v2/tickets/:#id${ending}`, 'ticket.', { ...ONE, ...toNobody }),
      update(`ticket${ending}`, `/api/v2/tickets/:#id${ending}`, 'ticket.', ONE),
      update(`alike${ending}`, `/api/v2/tickets/update_many${ending}`, 'ticket.', {
        case: { query: 'ids', each: true },
        seen: fact('the public API; whether the page’s bulk edit sends it was not seen', 'low'),
      }),
      update(`several${ending}`, `/api/v2/tickets/update_many${ending}`, '', {
        items: { json: 'tickets.*' },
        case: { json: 'id' },
        seen: fact('the public API; whether the page’s bulk edit sends it was not seen', 'low'),
      }),
    ]),
    update('lotus', '/api/lotus/tickets/:#id.json', 'ticket.', ONE),
  ],
  holdAt: [
    ...STATUSES.map(([name, label]) =>
      submits(name, { css: by(MENU + name), seen: fact('public code, three test suites') }, label),
    ),
    submits('submit', {
      // Each press is held by one of these alone.
      css: `${SUBMIT}, ${begins(MENU)}:not(${['button', ...STATUSES.map(([name]) => name)].map((name) => `[data-test-id$=-${name}]`).join()})`,
      seen: fact('public code, ten files'),
    }),
    ...KEYS.map(([key, status, seen]) =>
      submits(`key ${key}`, { css: 'body', on: ['keydown'], keys: [`Control+Alt+${key}`], seen }, status),
    ),
  ],
  note: {
    editor: `${by('omnicomposer-rich-text-ckeditor')}, ${by('omnicomposer-plain-text-ckeditor')}`,
    kind: 'ckeditor',
    internal: `${by('omnichannel-channel-switcher-button')}[data-channel=internal]`,
    seen: fact('public code, ten files'),
  },
  submits: [
    { css: SUBMIT, write: 'submit', seen: fact('public code, ten files') },
    ...STATUSES.map(([name]) => ({ css: by(MENU + name), write: name, seen: fact('public code') })),
    ...KEYS.map(([key, , seen]) => ({ keys: [`Control+Alt+${key}`], write: `key ${key}`, seen })),
  ],
  refusal: {
    as: 'network',
    seen: fact('a save that fails shows ticket_saving_error_notification; with a failed request not seen', 'low'),
  },
  statuses: { sent: ['New', 'Open'], accepted: ['Open', 'Pending', 'On-hold'], closed: ['Solved', 'Closed'] },
};
