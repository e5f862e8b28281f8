// Cases of the practice desk with as many messages as are asked for.
import type { Message } from '../desks/practice/records.ts';
import type { PracticeDesk } from '../desks/practice/server.ts';

export const SIZES = [10, 100, 1_000] as const;

const PARAGRAPHS = [
  'The scheduled export arrives with its header line and nothing below it since the update of last Tuesday.',
  'We exported by hand as a way round, which works for one currency at a time but takes the better part of an hour.',
  'I asked the customer for the time zone of the account and for the last file that was complete.',
  'The log says that the job read 412 rows and wrote none, with no error in between.\nThe row before has the currency in lower case.',
];
const KINDS = ['customer', 'reply', 'note'] as const;

/** Adds a case with this many messages of ordinary length; gives its path. */
export function addCaseOf(desk: PracticeDesk, count: number): string {
  const first = desk.state.cases.get(1);
  if (!first) throw new Error('the practice desk has no case 1');
  const id = 10_000 + count;
  const messages = Array.from({ length: count }, (_, n): Message => {
    const text = Array.from({ length: 1 + (n % 4) }, (__, p) => PARAGRAPHS[(n + p) % PARAGRAPHS.length]).join('\n\n');
    const at = new Date(Date.now() - (count - n) * 60_000).toISOString();
    return { id: n + 1, kind: KINDS[n % 3] as Message['kind'], author: `Person ${n % 7}`, at, text };
  });
  desk.state.cases.set(id, { ...first, id, subject: `A case of ${count} messages`, messages });
  return `/case/${id}`;
}
