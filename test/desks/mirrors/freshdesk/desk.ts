// Freshdesk: properties are chosen and then sent by Update; parts of the page are frontends of their own in shadow roots. What they hold inside is not known.
import type { Change, Mirror, MirrorRecord, Sent } from '../mirror.ts';
import { list, ticket } from './pages.ts';

/** What its requests call the fields. */
export const NAMES = { team: 'group_id', owner: 'responder_id', status: 'status', priority: 'priority' };

const seed: MirrorRecord[] = [
  {
    id: '501',
    kind: 'ticket',
    fields: {
      subject: 'Export of invoices is blank',
      requester: 'Dana Whitlock',
      team: '7001',
      owner: '811',
      status: '2',
      priority: '3',
      severity: 'S2 - Major',
    },
    entries: [
      { author: 'Dana Whitlock', at: 'a day ago', kind: 'customer', text: 'The export has been blank since Monday.' },
      { author: 'Amara Okafor', at: '5 hours ago', kind: 'internal', text: 'Looks like the currency table.' },
      { author: 'Amara Okafor', at: 'an hour ago', kind: 'public', text: 'We found the cause.' },
    ],
  },
  {
    id: '502',
    kind: 'ticket',
    fields: {
      subject: 'Footer of the invoice',
      requester: 'Jonas Lindqvist',
      team: '7003',
      owner: '',
      status: '3',
      priority: '1',
    },
    entries: [{ author: 'Jonas Lindqvist', at: 'a day ago', kind: 'customer', text: 'The footer shows last year.' }],
  },
];

const own = Object.fromEntries(Object.entries(NAMES).map(([field, name]) => [name, field]));
const fieldsOf = (body: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => own[name])
      .map(([name, value]) => [own[name], String(value ?? '')]),
  );

export const freshdesk: Mirror = {
  id: 'freshdesk',
  me: 'Amara Okafor',
  seed,
  words: {
    team: { '7001': 'Support L1', '7002': 'Engineering', '7003': 'Sales', '7004': 'Billing' },
    owner: { '': '--', '811': 'Amara Okafor', '812': 'Priya Raman', '814': 'Sofia Marin' },
    status: { '2': 'Open', '3': 'Pending', '4': 'Resolved', '5': 'Closed', '8': 'With delivery' },
    priority: { '1': 'Low', '2': 'Medium', '3': 'High', '4': 'Urgent' },
  },
  data: { names: NAMES },
  pages: [
    { path: /^\/a\/tickets\/(\d+)$/, page: ticket },
    { path: /^\/a\/tickets\/filters\/\w+$/, page: list },
  ],
  writes: [
    {
      method: 'PUT',
      path: /^\/api\/_\/tickets\/(\d+)$/,
      changes: ({ params: [id = ''], text }: Sent): Change[] => [{ id, fields: fieldsOf(JSON.parse(text)) }],
      answer: ({ params: [id] }) => ({ ticket: { id: Number(id) } }),
    },
    {
      method: 'POST',
      path: /^\/api\/_\/tickets\/(\d+)\/notes$/,
      creates: true,
      changes: () => [],
    },
    {
      method: 'POST',
      path: /^\/api\/v2\/tickets\/bulk_update$/,
      changes: ({ text }: Sent): Change[] => {
        const { ids, properties } = JSON.parse(text).bulk_action;
        return ids.map((id: number) => ({ id: String(id), fields: fieldsOf(properties) }));
      },
    },
  ],
  refusal: {
    status: 400,
    body: { description: 'Validation failed', errors: [{ field: 'status', message: 'is not allowed' }] },
  },
};
