import type { Evidence, Site, SiteField, Write } from '../../model/site';
import { rigDirectory, rigHoldAt, rigPages, rigWrites } from './rig';
import { partDirectory, partFields, partPages, partWrites } from './rig-parts';

const seen: Evidence = { where: 'test/desks/practice', when: '2026-11', sure: 'run' };
const field = (
  name: string,
  css: string,
  how: Partial<SiteField['tries'][number]> = {},
  anchor?: string,
): SiteField => ({
  field: name,
  certainty: 'certain',
  tries: [{ css, seen, ...how }],
  ...(anchor ? { anchor } : {}),
});
const shown = (name: string) =>
  field(name, `#details-shown [data-field=${name}] .value`, {}, `#details-shown [data-field=${name}]`);
const fact = (name: string, how: Partial<SiteField['tries'][number]> = {}, slug = name) =>
  field(name, `#case-facts [data-field=${slug}] dd`, { empty: ['Not set'], ...how });

const OWNER: Write['changes'][number] = { field: 'owner', to: { body: 'owner' }, unchanged: [''] };
const TEAM: Write['changes'][number] = { field: 'team', to: { body: 'team' }, unchanged: [''] };
const STATUS: Write['changes'][number] = { field: 'status', to: { body: 'status' }, unchanged: [''] };

/** What a case's page shows, wherever it is drawn. */
const CASE_SHOWS = [
  'subject',
  'team',
  'owner',
  'status',
  'priority',
  'severity',
  'environment',
  'steps',
  'tags',
  'requester',
  'requesterMail',
];

/** The small helpdesk that comes with Baton: for the first minute, and for the tests. */
export const practice: Site = {
  id: 'practice',
  name: 'Practice desk',
  reality: { level: 'live', note: "Baton's own practice desk, driven in Chromium." },
  hosts: ['127.0.0.1:18090', '127.0.0.1:18091', '127.0.0.1:18092'],
  marks: [],
  pages: [
    {
      id: 'case',
      path: '/case/:id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      container: '#case',
      shows: CASE_SHOWS,
      seen,
    },
    {
      id: 'deal',
      path: '/deal/:id',
      case: { path: 'id' },
      kind: 'deal',
      full: true,
      container: '#deal',
      shows: ['subject', 'company', 'team', 'owner', 'stage', 'amount', 'closeDate', 'contacts'],
      seen,
    },
    { id: 'queue', path: '/queue/:team', seen },
    { id: 'home', path: '/', seen },
    ...rigPages(CASE_SHOWS),
    ...partPages,
  ],
  me: [{ css: '#signed-in-user', hidden: true, seen }],
  fields: [
    field('subject', '#case-subject', {}, '#case-subject'),
    field('subject', '#deal-title'),
    ...['team', 'owner', 'status', 'priority'].map(shown),
    ...partFields,
    fact('severity'),
    fact('environment'),
    fact('steps', { read: 'lines' }),
    fact('tags', { read: 'lines' }),
    field('requester', '#case-facts [data-field=requester] .name'),
    field('requesterMail', '#case-facts [data-field=requester] .mail'),
    field('company', '#deal-company', {}, '#deal-company'),
    field('stage', '#stages button[aria-pressed=true]', {}, '#stages'),
    field('amount', '#deal-facts [data-field=amount] dd', { empty: ['Not set'] }),
    field('closeDate', '#deal-facts [data-field=close-date] time', { read: '@datetime' }),
    field('contacts', '#contacts', { read: 'lines' }),
  ],
  conversation: {
    entry: '#conversation li.message, #articles li.article',
    idFrom: 'id',
    author: [{ css: '.author' }],
    at: [{ css: 'time', read: '@datetime' }],
    // Mail may stand in a shadow root of its own.
    text: [
      { css: '.body', read: 'lines' },
      { css: '.mail >>> p', read: 'lines' },
    ],
    kinds: [
      { kind: 'customer', css: '[data-kind=customer], [data-from=customer]' },
      { kind: 'internal', css: '[data-kind=note], .internal' },
      { kind: 'public', css: '[data-kind=reply], .article' },
    ],
    otherwise: 'unknown',
    seen,
  },
  attachments: { css: '#attachments .file-name', seen },
  directory: [
    { field: 'team', options: 'select[name=team] option' },
    ...rigDirectory,
    ...partDirectory,
    { field: 'owner', options: 'select[name=owner] option' },
    { field: 'status', options: 'select[name=status] option' },
    { field: 'stage', options: '#stages button', id: 'data-stage' },
  ],
  rows: [
    {
      css: '#cases tr',
      id: 'data-case-id',
      kind: 'ticket',
      title: [{ css: '.subject a' }],
      fields: [
        { field: 'status', tries: [{ css: '[data-field=status] .value' }] },
        { field: 'priority', tries: [{ css: '[data-field=priority] .value' }] },
        { field: 'team', tries: [{ css: '[data-field=team] .value' }] },
        { field: 'owner', tries: [{ css: '[data-field=owner] .value' }] },
      ],
      seen,
    },
  ],
  caseUrl: { ticket: '/case/:id', deal: '/deal/:id' },
  nobody: ['Nobody'],
  writes: [
    {
      id: 'details',
      doors: ['form'],
      methods: ['POST'],
      path: '/case/:id/details',
      standsOn: ['case'],
      kind: 'ticket',
      case: { path: 'id' },
      changes: [TEAM, OWNER, STATUS],
      seen,
    },
    {
      id: 'reply',
      doors: ['form', 'wire'],
      methods: ['POST'],
      path: '/case/:id/reply',
      notBy: ['draft'],
      standsOn: ['case'],
      kind: 'ticket',
      case: { path: 'id' },
      changes: [OWNER, STATUS],
      seen,
    },
    {
      id: 'row',
      doors: ['wire'],
      methods: ['PATCH'],
      path: '/api/cases/:id',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [TEAM, OWNER, STATUS],
      seen,
    },
    {
      id: 'take',
      doors: ['link'],
      methods: ['GET'],
      path: '/case/:id/take',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [{ field: 'owner', to: { is: '@me' } }],
      seen,
    },
    {
      id: 'release',
      doors: ['link'],
      methods: ['GET'],
      path: '/case/:id/release',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [{ field: 'owner', to: { is: '@nobody' } }],
      seen,
    },
    {
      id: 'deal-details',
      doors: ['form'],
      methods: ['POST'],
      path: '/deal/:id/details',
      standsOn: ['deal'],
      kind: 'deal',
      case: { path: 'id' },
      changes: [TEAM, OWNER],
      seen,
    },
    {
      id: 'stage',
      doors: ['wire'],
      methods: ['POST'],
      path: '/api/deals/:id/stage',
      kind: 'deal',
      case: { path: 'id' },
      changes: [{ field: 'stage', to: { body: 'stage' } }],
      seen,
    },
    ...rigWrites([TEAM, OWNER, STATUS]),
    ...partWrites([TEAM, OWNER, STATUS]),
  ],
  holdAt: rigHoldAt,
  statuses: { sent: ['new', 'open'], accepted: ['open'], closed: ['solved', 'closed'] },
};
