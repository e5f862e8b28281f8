import type { Evidence, Site, SiteField, SitePage, Write } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `SuiteCRM’s own source, ${where}`,
  when: '2026-11',
  sure,
});
const VIEW7 = own('version 7, themes/SuiteP/include/DetailView/tab_panel_content.tpl');
const INLINE = own('version 7, include/InlineEditing/inlineEditing.js');

/** The records that are handed over, and the field that says how far each is, by the desk's name and by ours. */
const MODULES = [
  ['Opportunities', 'deal', 'sales_stage', 'stage'],
  ['Cases', 'ticket', 'status', 'status'],
  ['Leads', 'lead', 'status', 'status'],
] as const;

const pages = MODULES.flatMap(([module, kind]): SitePage[] => [
  {
    id: module,
    path: '/',
    // `record`, `edit`.
    hash: `/${module.toLowerCase()}/:action/:id`,
    case: { path: 'id' },
    kind,
    full: true,
    seen: own('version 8, app-initializer.ts'),
  },
  {
    id: `${module}, 7`,
    path: '/index.php',
    query: { module: [module], action: ['DetailView', 'EditView'], record: [] },
    case: { query: 'record' },
    kind,
    full: true,
    seen: VIEW7,
  },
]);

/** Version 8 shows a field for reading or for editing; only what stands there to be read is what was saved. */
const field = (name: string, at: string, anchor?: string): SiteField => ({
  field: name,
  certainty: 'certain',
  ...(anchor ? { anchor } : {}),
  tries: [
    {
      css: `.dynamic-field-name-${at}.dynamic-field-mode-detail, [field="${at}"]:not(.inlineEditActive)`,
      seen: own('version 8, field-layout.component.html; version 7, tab_panel_content.tpl'),
    },
  ],
});

const writes = MODULES.flatMap(([module, kind, progress, name]): Write[] => [
  {
    id: `${module}`,
    doors: ['wire'],
    methods: ['POST'],
    path: '/api/graphql',
    items: { graphql: true },
    needs: { field: ['saveRecord'], 'args.input.module': [module.toLowerCase()] },
    kind,
    case: { json: 'args.input._id' },
    changes: [
      // Cases and leads send keys that are not their words.
      ...(kind === 'deal' ? [{ field: name, to: { json: `args.input.attributes.${progress}` }, unchanged: [''] }] : []),
      // What a person is called stands under one of two names, by version.
      ...['user_name', 'full_name'].map((called) => ({
        field: 'owner',
        to: { json: `args.input.attributes.assigned_user_name.${called}` },
        unchanged: [''],
      })),
    ],
    seen: own('version 8, api.record.save.ts, relate.field-handler.ts'),
  },
  {
    id: `${module}, in place`,
    doors: ['wire'],
    methods: ['GET'],
    path: '/index.php',
    query: { action: ['saveHTMLField'], current_module: [module], field: [progress] },
    kind,
    case: { query: 'id' },
    changes: [{ field: name, to: { query: 'value' } }],
    seen: INLINE,
  },
  {
    id: `${module}, form`,
    doors: ['form', 'wire'],
    methods: ['POST'],
    path: '/index.php',
    needs: { module: [module], action: ['Save'] },
    kind,
    case: { body: 'record' },
    changes: [
      { field: name, to: { body: progress } },
      { field: 'owner', to: { body: 'assigned_user_name' } },
    ],
    seen: own('version 7, the EditView form', 'medium'),
  },
]);

/** Saved at once, by a request that nothing can hold: stopped at the press. */
const inPlace = (of: string, at: string, value: string) =>
  (
    [
      ['', `[field="${at}"] #inlineEditSaveButton`, { on: ['click'] }],
      [', by key', `[field="${at}"].inlineEditActive`, { on: ['keydown'], keys: ['Enter'] }],
    ] as const
  ).map(([how, css, when]): NonNullable<Site['holdAt']>[number] => ({
    id: of + how,
    css,
    on: [...when.on],
    ...('keys' in when ? { keys: [...when.keys] } : {}),
    // Which kind it is, the page says.
    kind: 'ticket',
    case: { page: true },
    changes: [{ field: of, to: { css: `[field="${at}"] ${value}` } }],
    seen: INLINE,
  }));

export const suitecrm: Site = {
  id: 'suitecrm',
  name: 'SuiteCRM',
  reality: {
    level: 'read',
    note: 'Written from SuiteCRM’s own source, versions 7 and 8; run against pages written by hand. Covers opportunities, cases and leads. Version 8 sends the whole record with keys: in another language than English a stage that did not change may look as if it had, and the status of cases and leads is not covered there. Changing several records of a list at once passes. Notes and the history below a record are not read.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    {
      css: 'app-root, script[src*="cache/include/javascript/sugar_"]',
      seen: own('version 8, shell/src/index.html; version 7, themes/SuiteP/tpls/_head.tpl'),
    },
    {
      css: 'link[href*="dist/themes/suite8/"], link[href*="themes/SuiteP/"]',
      seen: own('version 8, shell/src/index.html; version 7, themes/SuiteP/tpls/_head.tpl'),
    },
  ],
  pages: [
    ...pages,
    { id: 'other, 7', path: '/index.php', seen: VIEW7 },
    { id: 'other', path: '/', seen: own('version 8, app-initializer.ts') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '.record-view-name-label, [field="name"], #name',
      tries: [
        {
          css: '.record-view-name-label, [field="name"]:not(.inlineEditActive)',
          seen: own('version 8, record-header; version 7, tab_panel_content.tpl'),
        },
      ],
    },
    field('stage', 'sales_stage'),
    field('status', 'status'),
    field(
      'owner',
      'assigned_user_name',
      '[class*="-assigned_user_name"], [field="assigned_user_name"], #assigned_user_name',
    ),
    field('priority', 'priority'),
    field('amount', 'amount'),
    field('closeDate', 'date_closed'),
    field('company', 'account_name'),
  ],
  labelled: [
    {
      row: '.field-layout-field-group-wrapper',
      label: [{ css: 'label' }],
      value: [{ css: '.field-layout-field-value-wrapper', read: 'lines' }],
      seen: own('version 8, field-layout.component.html'),
    },
    {
      row: '.detail-view-row-item',
      label: [{ css: ':scope > .label' }],
      value: [{ css: '.detail-view-field:not(.inlineEditActive)', read: 'lines' }],
      seen: VIEW7,
    },
  ],
  directory: [
    { field: 'stage', options: 'select[name="sales_stage"] option' },
    { field: 'status', options: 'select[name="status"] option' },
  ],
  rows: [],
  caseUrl: {},
  nobody: [],
  writes,
  holdAt: [
    ...inPlace('stage', 'sales_stage', 'select'),
    ...inPlace('status', 'status', 'select'),
    ...inPlace('owner', 'assigned_user_name', '[id$="_display"]'),
  ],
  submits: [
    { css: '#inlineEditSaveButton', keys: ['Enter'], write: 'stage', seen: INLINE },
    {
      css: '.record-view-actions button',
      write: 'Opportunities',
      seen: own('version 8, record-header', 'medium'),
    },
  ],
  refusal: { as: 'network', seen: own('version 8, api.record.save.ts', 'low') },
  statuses: { sent: ['Closed Won', 'New', 'Assigned'], accepted: ['Assigned'], closed: ['Closed Won', 'Closed'] },
};
