import type { Evidence, SitePage, Write } from '../../model/site';

const seen: Evidence = { where: 'test/desks/practice/rig', when: '2026-11', sure: 'run' };
type Changes = Write['changes'];

/** A case's page in the rig: of several cases in one document, the one shown. */
export const rigPages = (shows: SitePage['shows']): SitePage[] => [
  {
    id: 'rig',
    path: '/rig/:mode/:#id',
    case: { path: 'id' },
    kind: 'ticket',
    container: '#case:not([hidden])',
    ...(shows ? { shows } : {}),
    full: true,
    seen,
  },
  { id: 'rig-list', path: '/rig/:mode', seen },
];

/** What the rig's menus and columns call a value. */
export const rigDirectory = [
  { field: 'team', options: 'button[data-team]', id: 'data-team' },
  { field: 'stage', options: '.column h2', id: 'data-stage' },
];

/** Where a grammar puts a new team. */
const inside = (path: string): Changes => [{ field: 'team', to: { json: `${path}.team` } }];

const post = (id: string, path: string, write: Pick<Write, 'case' | 'changes' | 'items' | 'needs'>): Write => ({
  id,
  doors: ['wire'],
  methods: ['POST'],
  path,
  kind: 'ticket',
  ...write,
  seen,
});

/** The rig's writes, one for each grammar. `plain`: fields of a case as forms and flat JSON name them. */
export const rigWrites = (plain: Changes): Write[] => [
  {
    ...post('rig', '/rig/cases/:id', { case: { path: 'id' }, changes: plain }),
    doors: ['form', 'wire'],
    methods: ['POST', 'PATCH'],
  },
  { ...post('rest', '/rig/tickets/:id', { case: { path: 'id' }, changes: inside('ticket') }), methods: ['PUT'] },
  {
    ...post('assign', '/rig/cases/:id/assign', {
      case: { path: 'id' },
      changes: [{ field: 'team', to: { query: 'team' } }],
    }),
    doors: ['link'],
    methods: ['GET'],
  },
  post('ids', '/rig/bulk', { case: { json: 'ids', each: true }, changes: plain }),
  post('rows', '/rig/bulk', { items: { json: 'updates.*' }, case: { json: 'id' }, changes: plain }),
  post('graphql', '/rig/graphql', {
    items: { graphql: true },
    needs: { field: ['updateCase'] },
    case: { json: 'args.id' },
    changes: inside('args.input'),
  }),
  post('rpc', '/rig/rpc', {
    items: {},
    needs: { 'params.method': ['write'] },
    case: { json: 'params.args.0', each: true },
    changes: inside('params.args.1'),
  }),
  post('aura', '/rig/aura', {
    items: { body: 'message', json: 'actions.*' },
    needs: { descriptor: ['aura://RecordUiController/ACTION$updateRecord'] },
    case: { json: 'params.recordId' },
    changes: inside('params.recordInput.fields'),
  }),
];

/** Held at the press: a key, a desk that covers its screen while it saves, and what was chosen before, which is known by what the page shows. */
export const rigHoldAt = [
  {
    id: 'key',
    css: 'body[data-keys]',
    on: ['keydown' as const],
    keys: ['Control+Alt+e'],
    kind: 'ticket' as const,
    case: { page: true as const },
    changes: [{ field: 'team', to: { value: 'engineering' } }],
    seen,
  },
  {
    id: 'chosen before',
    css: '[data-saves]',
    on: ['click' as const],
    kind: 'ticket' as const,
    case: { page: true as const },
    differs: ['team'],
    seen,
  },
  {
    id: 'covered',
    css: '[data-covers] [data-team]',
    on: ['click' as const],
    kind: 'ticket' as const,
    case: { page: true as const },
    changes: [{ field: 'team', to: { attr: 'data-team' } }],
    seen,
  },
];
