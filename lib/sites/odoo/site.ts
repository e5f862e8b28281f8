import type { Evidence, Site, SiteField, Write } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `Odoo’s own source, ${where}`,
  when: '2026-11',
  sure,
});

const FORM = '.o_lead_opportunity_form';
const LEAD = own('addons/crm/views/crm_lead_views.xml');
const at = (name: string) => `${FORM} .o_field_widget[name="${name}"]`;

/** A field of the form: what its control holds, or its text where it cannot be changed. */
const field = (name: string, of: string, anchored = false): SiteField => ({
  field: name,
  certainty: 'certain',
  ...(anchored ? { anchor: at(of) } : {}),
  tries: [
    { css: `${at(of)} :is(input, textarea)`, read: 'value', seen: LEAD },
    { css: at(of), read: 'lines' },
  ],
});

/** The name stands in a part of its own beside how long the record was in that stage, since version 17. */
const STAGE = `${FORM} [name="stage_id"] .o_arrow_button`;
const SAVE = own('web/static/src/views/form/form_status_indicator.xml');

const CALL = '/web/dataset/call_kw/*';
const VALUES = 'params.args.1.';
/** The same method takes new records, which have no id yet. */
const save = (id: string, nobody: boolean): Write => ({
  id,
  doors: ['wire'],
  methods: ['POST'],
  path: CALL,
  needs: {
    'params.model': ['crm.lead'],
    'params.method': ['web_save', 'write', 'web_save_multi'],
    ...(nobody ? { [`${VALUES}user_id`]: ['false'] } : {}),
  },
  kind: 'deal',
  case: { json: 'params.args.0', each: true },
  changes: [
    { field: 'stage', to: { json: `${VALUES}stage_id` }, unchanged: ['', 'false'] },
    { field: 'team', to: { json: `${VALUES}team_id` }, unchanged: ['', 'false'] },
    { field: 'owner', to: nobody ? { is: '@nobody' } : { json: `${VALUES}user_id` } },
  ],
  seen: own('web/static/src/core/orm_service.js: web_save since 17, write before'),
});

const saved = (id: string, how: Pick<NonNullable<Site['holdAt']>[number], 'css' | 'on' | 'keys'>) => ({
  id,
  ...how,
  kind: 'deal' as const,
  case: { page: true as const },
  differs: ['team', 'owner'],
  seen: SAVE,
});

export const odoo: Site = {
  id: 'odoo',
  name: 'Odoo CRM',
  reality: {
    level: 'read',
    note: 'Written from Odoo’s own source, versions 16 to 18; run against pages written by hand. Covers leads and opportunities, no other application. On a record’s page stages are known by name; on the board a move is known by the heading of the column that the card is dropped in, by whatever the board is grouped; a folded column has none, and is a number alone. A salesperson or team is known by name when the record is saved by its button or key; a record that is saved by being left names them by number alone. What the wizard for lost records does is not seen.',
  },
  hosts: [],
  marks: [
    { css: 'body.o_web_client', seen: own('web/static/src/webclient/webclient.xml') },
    { css: '.o_main_navbar', seen: own('web/static/src/webclient/navbar/navbar.xml') },
    { css: '.o_menu_systray', seen: own('web/static/src/webclient/navbar/navbar.xml') },
  ],
  pages: [
    {
      id: 'lead',
      path: '/odoo/*/:#id',
      // The same address may show any record: actions have numbers, and every application its own.
      not: `body:not(:has(${FORM}))`,
      case: { path: 'id' },
      kind: 'deal',
      full: true,
      seen: own('web/static/src/core/browser/router.js: since 18'),
    },
    {
      id: 'lead, before 18',
      path: '/web',
      query: { model: ['crm.lead'], view_type: ['form'], id: [] },
      case: { query: 'id' },
      kind: 'deal',
      full: true,
      seen: own('web/static/src/core/browser/router.js: behind the number sign'),
    },
    { id: 'other', path: '/odoo/*', seen: own('web/static/src/core/browser/router.js') },
    { id: 'other, before 18', path: '/web', seen: own('web/static/src/core/browser/router.js') },
  ],
  me: [],
  fields: [
    field('subject', 'name', true),
    {
      field: 'stage',
      certainty: 'certain',
      anchor: `${FORM} [name="stage_id"]`,
      tries: [
        {
          css: `${STAGE}_current > span:first-child`,
          seen: own('mail/static/src/views/fields/statusbar_duration/statusbar_duration_field.xml'),
        },
        { css: `${STAGE}_current`, seen: own('web/static/src/views/fields/statusbar/statusbar_field.xml') },
      ],
    },
    field('owner', 'user_id', true),
    field('team', 'team_id'),
    field('company', 'partner_id'),
    field('requesterMail', 'email_from'),
    field('amount', 'expected_revenue'),
    field('closeDate', 'date_deadline'),
    field('tags', 'tag_ids'),
  ],
  labelled: [
    {
      row: `${FORM} .o_wrap_field`,
      label: [{ css: '.o_wrap_label' }],
      value: [
        { css: ':is(input, textarea)', read: 'value' },
        { css: '.o_wrap_label + .o_cell', read: 'lines' },
      ],
      seen: own('web/static/src/views/form/form_group/form_group.xml'),
    },
  ],
  conversation: {
    entry: '.o-mail-Chatter .o-mail-Message',
    author: [{ css: '.o-mail-Message-author' }],
    at: [{ css: '.o-mail-Message-date', read: '@title' }],
    text: [{ css: '.o-mail-Message-body', read: 'lines' }],
    // Odoo 17 draws notes as it draws what was told outside: in a bubble. Nothing else was seen that tells them apart.
    kinds: [],
    otherwise: 'unknown',
    newestFirst: true,
    seen: own('mail/static/src/core/common/message.xml'),
  },
  directory: [
    { field: 'stage', options: `${STAGE}[data-value]:has(> span)`, id: 'data-value', word: 'span' },
    { field: 'stage', options: `${STAGE}[data-value]:not(:has(> span))`, id: 'data-value' },
  ],
  // Columns have ids of the page's own, and stand for what the board is grouped by.
  picked: ['stage', 'owner', 'team'].map((name) => ({
    field: name,
    css: '.o_kanban_group',
    word: 'span.o_column_title',
    drop: true,
    seen: own('web/static/src/views/kanban/kanban_header.xml'),
  })),
  rows: [],
  caseUrl: { deal: '/web#id=:id&model=crm.lead&view_type=form' },
  nobody: [],
  writes: [
    save('record, nobody', true),
    save('record', false),
    {
      id: 'won',
      doors: ['wire'],
      methods: ['POST'],
      path: '/web/dataset/call_button/*',
      needs: {
        'params.model': ['crm.lead'],
        'params.method': ['action_set_won_rainbowman', 'action_set_won'],
      },
      kind: 'deal',
      case: { json: 'params.args.0', each: true },
      changes: [{ field: 'stage', to: { value: 'Won' } }],
      seen: own('addons/crm/views/crm_lead_views.xml: the button; its address', 'medium'),
    },
  ],
  holdAt: [
    saved('save', { css: '.o_form_button_save', on: ['click'] }),
    saved('save, by key', { css: 'body', on: ['keydown'], keys: ['Alt+s'] }),
  ],
  note: {
    editor: '.o-mail-Chatter .o-mail-Composer-input',
    kind: 'textarea',
    open: '.o-mail-Chatter-logNote',
    internal: '.o-mail-Chatter-logNote.active',
    seen: own('mail/static/src/chatter/web_portal/chatter.xml'),
  },
  submits: [
    { css: '.o_form_button_save', keys: ['Alt+s'], write: 'save', seen: SAVE },
    { css: `${STAGE}[data-value]`, write: 'record', seen: own('statusbar_field.xml') },
    { css: 'button[name="action_set_won_rainbowman"]', write: 'won', seen: LEAD },
  ],
  refusal: {
    as: 'json',
    body: '{"jsonrpc":"2.0","id":null,"error":{"code":200,"message":"Odoo Server Error","data":{"name":"odoo.exceptions.UserError","message":"%s","arguments":["%s"],"context":{},"debug":""}}}',
    seen: own('web/static/src/core/network/rpc.js', 'medium'),
  },
  statuses: { sent: ['Won'], closed: ['Won'] },
};
