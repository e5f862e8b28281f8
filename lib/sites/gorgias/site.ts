import type { Evidence, Site, Write } from '../../model/site';

const fact = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({ where, when: '2026-11', sure });

const API = fact('the public API, at the desk’s own host; whether the page sends the same was not seen', 'low');
const LABELLED = fact('HTML alone: a label and its control; no page of the desk was seen', 'low');

const MOVES: Write['changes'] = [
  { field: 'team', to: { json: 'assignee_team.id' } },
  { field: 'owner', to: { json: 'assignee_user.id' } },
  { field: 'status', to: { json: 'status' } },
];

const ticket = (id: string, how: Partial<Write> = {}): Write => ({
  id,
  doors: ['wire'],
  methods: ['PUT'],
  path: '/api/tickets/:#id',
  kind: 'ticket',
  case: { path: 'id' },
  changes: MOVES,
  seen: API,
  ...how,
});

const page = (id: string, path: string): Site['pages'][number] => ({
  id,
  path,
  case: { path: 'id' },
  kind: 'ticket',
  full: true,
  shows: ['subject'],
  seen: fact('LaurynasBuinauskas/gorgias-ai-assistant: "verified against the live account"'),
});

export const gorgias: Site = {
  id: 'gorgias',
  name: 'Gorgias',
  reality: {
    level: 'read',
    note: 'Only its addresses are known for sure; nothing was driven. How the page shows a ticket is public nowhere: of it Baton reads a main heading and fields with labels, no messages. A change is held where the page sends what the public API takes, and there people and teams are numbers: a playbook must name those, or a status. Send & Close and snoozing are held only where they send that.',
  },
  hosts: ['*.gorgias.com'],
  marks: [],
  pages: [
    page('ticket', '/app/ticket/:#id'),
    page('in a view', '/app/views/:view/:#id'),
    { id: 'view', path: '/app/views/:view', seen: fact('LaurynasBuinauskas/gorgias-ai-assistant') },
  ],
  me: [],
  fields: [{ field: 'subject', certainty: 'guess', tries: [{ css: 'h1', seen: LABELLED }] }],
  labelled: [
    {
      row: ':has(>label)',
      label: [{ css: 'label' }],
      value: [{ css: ':is(select,textarea,input:not([type=checkbox],[type=radio],[type=password]))', read: 'value' }],
      seen: LABELLED,
    },
  ],
  directory: [],
  rows: [],
  caseUrl: { ticket: '/app/ticket/:id' },
  nobody: ['Unassigned'],
  writes: [
    ticket('user to nobody', {
      needs: { assignee_user: [''] },
      changes: MOVES.map((one) => (one.field === 'owner' ? { field: 'owner', to: { is: '@nobody' } } : one)),
    }),
    ticket('ticket'),
  ],
  statuses: { sent: ['open'], accepted: ['open'], closed: ['closed'] },
};
