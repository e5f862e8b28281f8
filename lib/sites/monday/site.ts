import type { Evidence, Site, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high', when = '2026-11'): Evidence => ({ where, when, sure });

/** The item is drawn over its board, whose cells look the same: only inside of it are they the item’s. */
const PANEL = ':is(.slide-panel-content, .pulse-card-dialog-component, .modal-component-content)';
/** A column has no name here but its id, which boards choose: the usual ones say what they are. */
const COLUMN = `${PANEL} [class*="col-identifier-"]`;
const cell = (...columns: string[]) => `:is(${columns.map((one) => `.col-identifier-${one}`).join()})`;
const TEXTS = ['[data-testid="text"]', '.ds-text-component span'];
const inCells = (...columns: string[]) => TEXTS.map((text) => `${PANEL} ${cell(...columns)} ${text}`).join();
const CELLS = seen('public code, cells of boards and panels', 'medium');

const write = (field: string, columns: string[], mutation: string): Write => ({
  id: `${field}, ${mutation}`,
  doors: ['wire'],
  methods: ['POST'],
  path: '/v2',
  hosts: ['api.monday.com'],
  items: { graphql: true },
  needs: { field: [mutation], 'args.column_id': columns },
  kind: 'task',
  case: { json: 'args.item_id' },
  changes: [{ field, to: { json: 'args.value' } }],
  seen: seen('its public interface; that the page itself uses it is not known', 'low'),
});
const PEOPLE = ['person', 'people'];

export const monday: Site = {
  id: 'monday',
  name: 'Monday',
  reality: {
    level: 'read',
    note: 'Read in pages made from public facts; never run. How Monday’s own page saves is not public, and it saves at once: what is picked, dragged or changed there passes and is recorded as not seen. Only requests to its public interface are held. Conversations are not read, and columns are known by their ids (status, person, priority).',
  },
  hosts: ['*.monday.com'],
  marks: [],
  pages: [
    ...['/boards/:board/pulses/:#id', '/boards/:board/views/:view/pulses/:#id'].map((path, n) => ({
      id: n === 0 ? 'item' : 'item of a view',
      path,
      case: { path: 'id' },
      kind: 'task' as const,
      full: true,
      seen: seen('tmetric'),
    })),
    { id: 'board', path: '/boards/*', seen: seen('tmetric plug-ins, monday.ts') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '.item-page-item-name, .pulse-page-name-wrapper, [data-testid="editable-heading"] h2',
      tries: [
        { css: '.item-page-item-name', seen: seen('tmetric, harvest, timecamp') },
        { css: '.pulse-page-name-wrapper', seen: seen('tmetric, clockify, harvest') },
        { css: `${PANEL} [data-testid="editable-heading"] h2`, seen: seen('clockify') },
      ],
    },
    {
      field: 'board',
      certainty: 'certain',
      anchor: '[data-testid="board-info-container"], #board-header h2',
      tries: [
        { css: '[data-testid="board-info-container"]', seen: seen('tmetric') },
        { css: '#board-header h2', seen: seen('tmetric, clockify') },
      ],
    },
    { field: 'status', certainty: 'certain', tries: [{ css: inCells('status'), seen: CELLS }] },
    { field: 'owner', certainty: 'guess', tries: [{ css: inCells(...PEOPLE), seen: CELLS }] },
  ],
  labelled: [
    {
      row: COLUMN,
      label: [{ css: ':scope', read: '@class', after: 'col-identifier-', before: ' ' }],
      value: TEXTS.map((css) => ({ css })),
      seen: CELLS,
    },
  ],
  directory: [],
  rows: [
    {
      css: '[id^="row-pulse-"][id$="-:id-notplaceholder"]',
      kind: 'task',
      title: [{ css: '.name-cell-text' }, { css: '.col-identifier-name .ds-text-component-content-text' }],
      fields: [{ field: 'status', tries: [{ css: '.col-identifier-status [data-testid="text"]' }] }],
      seen: seen('tmetric; public code'),
    },
  ],
  caseUrl: { task: '/boards/:board/pulses/:id' },
  nobody: [],
  writes: [
    ...['change_simple_column_value', 'change_column_value'].flatMap((mutation) => [
      write('status', ['status'], mutation),
      write('owner', PEOPLE, mutation),
    ]),
  ],
  submits: [
    { css: '.status-picker-content', write: 'status, change_simple_column_value', seen: seen('public code', 'medium') },
  ],
  statuses: { sent: ['Not Started'], accepted: ['Working on it'], closed: ['Done'] },
};
