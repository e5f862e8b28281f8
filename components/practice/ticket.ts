const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One message of the case, written so long ago, in milliseconds. */
export type Message = { id: string; kind: 'customer' | 'reply' | 'note'; author: string; ago: number; text: string };

/** What people choose in the form. */
export type Choice = { team: string; owner: string };

/** The case that a newcomer practises on: as well kept as a good desk keeps it, so that what is missing is what only the sender knows. */
export const TICKET = {
  id: '1',
  subject: 'Scheduled exports arrive empty since the last update',
  requester: { name: 'Hanna Brandt', mail: 'hanna.brandt@almwerk.example' },
  status: 'Open',
  priority: 'High',
  severity: 'S2 – Major',
  environment: 'Production, EU region · build 7.42.1 · Chrome 156 on Windows 11',
  steps: [
    'Open Reports › Scheduled exports and pick “Weekly stock, all sites”.',
    'Press Run now and wait for the mail.',
    'Open the attached CSV: it has the header line and no rows.',
  ],
  files: ['weekly-stock-empty.csv'],
  messages: [
    {
      id: 'm1',
      kind: 'customer',
      author: 'Hanna Brandt',
      ago: 27 * HOUR,
      text: 'Since the last update our scheduled exports arrive with a header line and nothing else. Our warehouse plans its week from this file, so people are counting shelves by hand.',
    },
    {
      id: 'm2',
      kind: 'note',
      author: 'Priya Raman',
      ago: 3 * HOUR,
      text: 'Reproduced with two sites. Ran the export by hand: complete, 4,812 rows. Since 7.42 the scheduler runs as the system user, and its site filter comes back empty.',
    },
    {
      id: 'm3',
      kind: 'reply',
      author: 'Priya Raman',
      ago: 2 * HOUR,
      text: 'Hello Hanna, we found it and hand it to Engineering now. You hear from us again by tomorrow at noon, before your trucks are booked.',
    },
  ] satisfies Message[] as readonly Message[],
  teams: ['Support', 'Billing', 'Engineering'],
  /** Whom it may be given to, besides the person. */
  others: ['Jonas Lindqvist', 'Nobody'],
} as const;
