import type { Evidence, Site, SiteField, Write } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `EspoCRM’s own source, ${where}`,
  when: '2026-11',
  sure,
});

/** The records that are handed over, by their name in addresses and requests, and the field that says how far each is. */
const SCOPES = [
  ['Opportunity', 'deal', 'stage'],
  ['Case', 'ticket', 'status'],
  ['Lead', 'lead', 'status'],
  ['Task', 'task', 'status'],
] as const;

const place = (name: string) => `.cell.form-group[data-name="${name}"]`;
/** Read by their own names. */
const NAMED = ['name', 'assignedUser', 'teams', 'stage', 'status', 'priority', 'amount', 'closeDate', 'account']
  .map((name) => `[data-name="${name}"]`)
  .join(', ');
const field = (name: string, at: string, how: Partial<SiteField> = {}): SiteField => ({
  field: name,
  certainty: 'certain',
  tries: [
    {
      css: `${place(at)} .field[data-name="${at}"]`,
      empty: ['None', '—'],
      seen: own('res/layout-types/record.tpl, views/fields/base.ts'),
    },
  ],
  ...how,
});

/** Link fields send the id and, beside it, what people call it. */
const changes = (at: string, progress: string, nobody: boolean): Write['changes'] => [
  { field: progress, to: { json: `${at}${progress}` } },
  { field: 'owner', to: nobody ? { is: '@nobody' } : { json: `${at}assignedUserName` } },
  { field: 'team', to: { json: `${at}teamsNames.*` } },
];

const writes = SCOPES.flatMap(([scope, kind, progress]) =>
  [true, false].flatMap((nobody): Write[] => {
    const to = (at: string) => (nobody ? { [`${at}assignedUserId`]: [''] } : {});
    const name = nobody ? `${scope}, nobody` : scope;
    return [
      {
        id: name,
        doors: ['wire'],
        methods: ['PUT', 'PATCH'],
        path: `/api/v1/${scope}/:id`,
        ...(nobody ? { needs: to('') } : {}),
        kind,
        case: { path: 'id' },
        changes: changes('', progress, nobody),
        seen: own('model.ts, ajax.ts; kanban.js for the board: what changed, as JSON'),
      },
      {
        id: `${name}, several`,
        doors: ['wire'],
        methods: ['POST'],
        path: '/api/v1/MassAction',
        needs: { action: ['update'], entityType: [scope], ...to('data.values.') },
        kind,
        case: { json: 'params.ids', each: true },
        changes: changes('data.values.', progress, nobody),
        seen: own('mass-update.js'),
      },
    ];
  }),
);

export const espocrm: Site = {
  id: 'espocrm',
  name: 'EspoCRM',
  reality: {
    level: 'read',
    note: 'Written from EspoCRM’s own source, version 9; run against pages written by hand: the record, its inline edits, the board and mass update of marked records. The stream of a record is not read, and a mass update of “all results” names no records: it passes.',
  },
  hosts: [],
  anyBase: true,
  marks: [
    { css: '.detail[data-scope] .record-buttons', seen: own('res/templates/record/detail.tpl') },
    { css: '.cell.form-group[data-name] .field[data-name]', seen: own('res/layout-types/record.tpl') },
  ],
  pages: [
    ...SCOPES.map(([scope, kind, progress]) => ({
      id: scope.toLowerCase(),
      path: '/',
      hash: `/${scope}/view/:id`,
      case: { path: 'id' },
      kind,
      full: true,
      shows: [
        'subject',
        'owner',
        'team',
        progress,
        ...(kind === 'deal' ? ['amount', 'closeDate', 'company'] : ['priority']),
      ],
      seen: own('router.js'),
    })),
    { id: 'other', path: '/', seen: own('router.js: lists, boards and forms stand at #Scope and #Scope/edit') },
  ],
  me: [],
  fields: [
    field('subject', 'name', { anchor: place('name') }),
    field('owner', 'assignedUser', { anchor: place('assignedUser') }),
    field('team', 'teams'),
    field('stage', 'stage', { anchor: place('stage') }),
    field('status', 'status', { anchor: place('status') }),
    field('priority', 'priority'),
    field('amount', 'amount'),
    field('closeDate', 'closeDate'),
    field('company', 'account'),
  ],
  labelled: [
    {
      row: `.detail .cell.form-group[data-name]:not(${NAMED})`,
      label: [{ css: '.control-label' }],
      value: [{ css: '.field', read: 'lines', empty: ['None', '—'] }],
      seen: own('res/layout-types/record.tpl: custom fields stand with the others'),
    },
  ],
  directory: [],
  rows: [
    {
      css: '.list-kanban .item',
      id: 'data-id',
      kind: 'deal',
      title: [{ css: '.field[data-name="name"]' }],
      fields: [],
      seen: own('kanban.js'),
    },
  ],
  caseUrl: Object.fromEntries(SCOPES.map(([scope, kind]) => [kind, `/#${scope}/view/:id`])),
  nobody: ['None', '—'],
  writes,
  submits: [
    {
      css: '[data-action="save"]',
      keys: ['Control+Enter', 'Control+Alt+Enter', 'Control+s'],
      write: 'Opportunity',
      seen: own('record/detail.ts'),
    },
    { css: '.inline-save-link', write: 'Opportunity', seen: own('views/fields/base.ts') },
  ],
  refusal: { as: 'network', seen: own('kanban.js: a save that fails puts the card back; forms stay open') },
  statuses: {
    sent: ['New', 'Assigned', 'Prospecting', 'Not Started'],
    accepted: ['Pending', 'In Process', 'Qualification', 'Started'],
    closed: ['Closed', 'Converted', 'Closed Won', 'Completed'],
  },
};
