import type { Evidence, Site } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high'): { seen: Evidence } => ({
  seen: { where, when: '2026-11', sure },
});
const READER = 'public code that reads deals, in German';
const PRODUCTS = 'three public readers and a test suite';

const TITLE = '[data-testid=header-title]';
const STAGE = '.cui5-stage-selector__stage';

export const pipedrive: Site = {
  id: 'pipedrive',
  name: 'Pipedrive',
  reality: {
    level: 'read',
    note: 'Deals, from public code and the public API, never run. What Pipedrive’s own pages send is not known; they are taken to send what its API takes (versions 1 and 2, one deal each): if they do not, only “Won” is held, at its button. Stages and owners are named by their numbers. Not covered, so it passes: “Lost” and bulk editing if they are sent otherwise, leads, changes sent as GraphQL. The owner is read only where the page lists it among the fields; notes and mails are not read.',
  },
  hosts: ['*.pipedrive.com'],
  marks: [],
  pages: [
    {
      id: 'deal',
      path: '/deal/:#id',
      case: { path: 'id' },
      kind: 'deal',
      full: true,
      shows: ['subject', 'stage', 'contacts'],
      ...seen('tmetric extension, pipedrive.ts'),
    },
    { id: 'board', path: '/pipeline/*', ...seen('tmetric plug-ins, pipedrive.ts') },
    { id: 'leads', path: '/leads/*', ...seen('tmetric plug-ins, pipedrive.ts') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: TITLE,
      tries: [
        {
          css: `${TITLE} :is(textarea,.cui5-editable-text__input)`,
          read: 'value',
          ...seen('tmetric and clockify extensions'),
        },
        { css: TITLE, ...seen('tmetric and clockify extensions', 'medium') },
      ],
    },
    {
      field: 'stage',
      certainty: 'certain',
      anchor: STAGE,
      // How long it has stood there comes before its name: "12 days · Proposal".
      tries: [{ css: `${STAGE}[aria-selected=true]`, after: '·', ...seen(READER, 'medium') }],
    },
    // The first person linked on the page; others may stand in fields of their own.
    { field: 'contacts', certainty: 'guess', tries: [{ css: 'a[href*="/person/"]', ...seen(READER, 'medium') }] },
  ],
  labelled: [
    {
      row: '[data-testid=fields-list-row]',
      label: [{ css: '[data-testid=field-name]' }],
      value: [{ css: '[data-testid=fields-list-row-field-components]', read: 'lines', empty: ['-'] }],
      ...seen(PRODUCTS),
    },
  ],
  directory: [],
  rows: [],
  caseUrl: { deal: '/deal/:id' },
  nobody: [],
  writes: [
    {
      id: 'deal',
      doors: ['wire'],
      methods: ['PUT', 'PATCH'],
      path: '/*/v:#version/deals/:#id',
      kind: 'deal',
      case: { path: 'id' },
      changes: (
        [
          ['stage', 'stage_id'],
          ['pipeline', 'pipeline_id'],
          ['status', 'status'],
          ['owner', 'user_id'],
          ['owner', 'owner_id'],
        ] as const
      ).map(([field, body]) => ({ field, to: { body } })),
      ...seen('the public API, versions 1 and 2; that the pages use it is not known', 'low'),
    },
  ],
  holdAt: [
    {
      id: 'won',
      css: '[data-testid=won-button]',
      on: ['click'],
      kind: 'deal',
      case: { page: true },
      changes: [{ field: 'status', to: { value: 'won' } }],
      ...seen('a public test suite', 'medium'),
    },
  ],
  submits: [{ css: '[data-testid=won-button]', write: 'won', ...seen('a public test suite', 'medium') }],
  statuses: { closed: ['won', 'lost'] },
};
