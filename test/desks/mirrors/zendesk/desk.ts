// Zendesk's Agent Workspace: every open ticket stands in one document, and what is chosen waits for Submit. How its own interface words the PUT is not known; this is the public API's shape.
import type { Change, Mirror, MirrorRecord, Sent } from '../mirror.ts';
import { list } from './list.ts';
import { tickets } from './ticket.ts';

/** What the API calls the fields. */
export const NAMES = {
  team: 'group_id',
  owner: 'assignee_id',
  status: 'status',
  priority: 'priority',
  subject: 'subject',
};

const seed: MirrorRecord[] = [
  {
    id: '101',
    kind: 'ticket',
    fields: {
      subject: 'Export of invoices is blank',
      requester: 'Dana Whitlock',
      company: 'Northwind Clinic',
      team: '7001',
      owner: '811',
      status: 'open',
      priority: 'high',
      tags: 'billing export',
      severity: 'S2 - Major',
      environment: 'Production / Chrome 126',
    },
    entries: [
      {
        author: 'Dana Whitlock',
        at: '2026-11-02T08:12:00Z',
        kind: 'customer',
        text: 'The export has been blank since Monday.',
      },
      { author: 'Amara Okafor', at: '2026-11-02T08:40:00Z', kind: 'internal', text: 'Looks like the currency table.' },
      {
        author: 'Amara Okafor',
        at: '2026-11-02T09:05:00Z',
        kind: 'public',
        text: 'We found the cause and write again on Friday.',
      },
    ],
  },
  {
    id: '102',
    kind: 'ticket',
    fields: {
      subject: 'Footer of the invoice',
      requester: 'Jonas Lindqvist',
      team: '7003',
      owner: '',
      status: 'pending',
      priority: 'low',
      tags: '',
    },
    entries: [
      { author: 'Jonas Lindqvist', at: '2026-11-03T10:00:00Z', kind: 'customer', text: 'The footer shows last year.' },
    ],
  },
  {
    id: '103',
    kind: 'ticket',
    fields: { subject: 'Nobody has taken this yet', requester: 'Dana Whitlock', team: '', owner: '', status: 'new' },
    entries: [],
  },
];

const own = Object.fromEntries(Object.entries(NAMES).map(([field, name]) => [name, field]));
const fieldsIn = (text: string): Record<string, string> => {
  const { ticket } = JSON.parse(text) as { ticket: Record<string, unknown> };
  const known = Object.entries(ticket).filter(([name]) => own[name]);
  return Object.fromEntries(known.map(([name, value]) => [own[name], String(value ?? '')]));
};

export const zendesk: Mirror = {
  id: 'zendesk',
  me: 'Amara Okafor',
  seed,
  words: {
    team: { '7001': 'Support L1', '7002': 'Engineering', '7003': 'Sales', '7004': 'Night shift' },
    owner: { '': '', '811': 'Amara Okafor', '812': 'Priya Raman', '814': 'Sofia Marin' },
    status: { new: 'New', open: 'Open', pending: 'Pending', hold: 'On-hold', solved: 'Solved' },
    priority: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  },
  data: { names: NAMES },
  pages: [
    { path: /^\/agent\/tickets\/(\d+)$/, page: tickets },
    { path: /^\/agent\/filters\/\d+$/, page: list },
  ],
  writes: [
    {
      method: 'PUT',
      path: /^\/api\/v2\/tickets\/(\d+)\.json$/,
      changes: ({ params: [id = ''], text }: Sent): Change[] => [{ id, fields: fieldsIn(text) }],
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/tickets\/update_many\.json$/,
      changes: ({ query, text }: Sent): Change[] =>
        (query.get('ids') ?? '').split(',').map((id) => ({ id, fields: fieldsIn(text) })),
    },
  ],
  refusal: { status: 422, body: { error: 'RecordInvalid', description: 'Record validation errors', details: {} } },
};
