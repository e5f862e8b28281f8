// Jira and its Service Management: each field saves at once, some transitions ask in a dialog first. What its own interface sends was not seen; these are its documented requests.
import type { Change, Mirror, MirrorRecord, Sent } from '../mirror.ts';
import { issue } from './issue.ts';

/** Transitions lead to a status; the request names the transition. */
export const TRANSITIONS: Readonly<Record<string, string>> = {
  '11': 'Waiting for support',
  '31': 'With delivery',
  '41': 'Resolved',
  '51': 'Back to sales',
  '61': 'Over to delivery',
  '71': 'Ready for implementation',
};

const seed: MirrorRecord[] = [
  {
    id: 'SUP-12',
    kind: 'issue',
    fields: {
      subject: 'Export of invoices is blank',
      status: 'Waiting for support',
      owner: '5b10a2844c20165700ede21g',
      requester: 'Dana Whitlock',
      priority: 'High',
      tags: 'billing',
      severity: 'S2 - Major',
    },
    entries: [
      {
        author: 'Dana Whitlock',
        at: '2 November 2026 at 08:12',
        kind: 'public',
        text: 'The export has been blank since Monday.',
      },
      {
        author: 'Amara Okafor',
        at: '2 November 2026 at 08:40',
        kind: 'internal',
        text: 'Looks like the currency table.',
      },
      { author: 'Amara Okafor', at: '2 November 2026 at 09:05', kind: 'public', text: 'We found the cause.' },
    ],
  },
];

const assigned = ({ params: [id = ''], text }: Sent): Change[] => [
  { id, fields: { owner: String((JSON.parse(text) as { accountId: string | null }).accountId ?? '') } },
];
const moved = ({ params: [id = ''], text }: Sent): Change[] => {
  const { transition } = JSON.parse(text) as { transition: { id: string } };
  return [{ id, fields: { status: TRANSITIONS[transition.id] ?? '' } }];
};

export const jira: Mirror = {
  id: 'jira',
  me: 'Amara Okafor',
  seed,
  words: {
    owner: {
      '': 'Unassigned',
      '5b10a2844c20165700ede21g': 'Amara Okafor',
      '5b109f2e9729b51b54dc274d': 'Jonas Lindqvist',
      '5b10ac8d82e05b22cc7d4ef5': 'Sofia Marin',
    },
  },
  data: { transitions: Object.fromEntries(Object.entries(TRANSITIONS).map(([id, status]) => [status, id])) },
  pages: [{ path: /^\/browse\/([A-Z]+-\d+)$/, page: issue }],
  writes: [
    { method: 'PUT', path: /^\/rest\/api\/3\/issue\/([A-Z]+-\d+)\/assignee$/, changes: assigned },
    { method: 'POST', path: /^\/rest\/api\/3\/issue\/([A-Z]+-\d+)\/transitions$/, changes: moved },
    {
      method: 'POST',
      path: /^\/rest\/servicedeskapi\/request\/([A-Z]+-\d+)\/comment$/,
      creates: true,
      changes: () => [],
    },
  ],
  refusal: { status: 400, body: { errorMessages: ['The transition is not valid for the current state.'], errors: {} } },
};
