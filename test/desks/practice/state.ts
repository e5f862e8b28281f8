import { type Field, labelOf } from './choices.ts';
import type { Attachment, Case, Deal, Message, Writable } from './records.ts';
import { seedCases } from './seed/cases.ts';
import { seedDeals } from './seed/deals.ts';

/** What the next write will meet: an error, a broken connection, a long wait, or a refusal, soon or late, after which a form is drawn again as it was sent. */
export type Fault = '500' | 'drop' | 'slow' | 'refuse' | 'refuse-slowly';

/** What the desk is like until it is told otherwise. */
export interface Lasting {
  /** Without a session everything leads to the page where one signs in, or is forbidden. */
  readonly session: 'open' | 'login' | 'forbidden';
  /** The lock of the open pages: once it has expired nothing is saved until a page is loaded again. */
  readonly lock: 'held' | 'expired';
  /** Where a form leads once it is saved. */
  readonly after: 'case' | 'next' | 'list' | 'other';
}

/** One request that reached the server, for tests to count. */
export interface LogEntry {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The fields of a form or the members of a JSON body. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly (Attachment & { readonly field: string; readonly type: string })[];
  /** The body as it came. */
  readonly raw: string;
  readonly user: string;
  /** Whether a case or deal was changed by it. */
  wrote: boolean;
  /** The status answered; 0 while unanswered and when the connection was dropped. */
  status: number;
}

export interface Draft {
  readonly body: string;
  readonly visibility: string;
}

export interface State {
  cases: Map<number, Case>;
  deals: Map<number, Deal>;
  /** Unsent replies, by `login/case id`. */
  drafts: Map<string, Draft>;
  log: LogEntry[];
  fault: Fault | undefined;
  lasting: Lasting;
}

/** What one request does to a record; all of it is one write. */
export interface Write {
  readonly fields?: Partial<Record<Field, string>>;
  readonly message?: { readonly kind: Message['kind']; readonly text: string };
  readonly attachments?: readonly Attachment[];
}

const LOG_LIMIT = 2000;

const fieldNames: Readonly<Record<Field, string>> = {
  team: 'Team',
  owner: 'Owner',
  status: 'Status',
  priority: 'Priority',
  stage: 'Stage',
};

/** A desk with the seed in it and nothing done yet. */
export function createState(now = new Date()): State {
  return {
    cases: new Map(seedCases(now).map((record) => [record.id, record])),
    deals: new Map(seedDeals(now).map((record) => [record.id, record])),
    drafts: new Map(),
    log: [],
    fault: undefined,
    lasting: { session: 'open', lock: 'held', after: 'case' },
  };
}

/** Puts the seed back, in place, so that whoever holds the state sees it. */
export function resetState(state: State): void {
  Object.assign(state, createState());
}

/** Remembers a request; the oldest are forgotten so that a desk left running does not grow. */
export function logRequest(state: State, entry: LogEntry): void {
  state.log.push(entry);
  if (state.log.length > LOG_LIMIT) state.log.shift();
}

/** Applies a write and says whether it changed anything; setting a field to its own value does not count. */
export function applyWrite(record: Writable, author: string, write: Write, now = new Date()): boolean {
  const at = now.toISOString();
  const changed = changedFields(record, write.fields ?? {});
  const attachments = write.attachments ?? [];
  if (changed.length === 0 && !write.message && attachments.length === 0) return false;

  if (write.message) addMessage(record, { ...write.message, author, at });
  if (changed.length > 0) {
    const lines = changed.map(
      ([field, from, to]) => `${fieldNames[field]}: ${labelOf(field, from)} → ${labelOf(field, to)}`,
    );
    addMessage(record, { kind: 'change', author, at, text: lines.join('\n') });
  }
  for (const [field, , to] of changed) record[field] = to;
  if (isCase(record)) record.attachments = [...record.attachments, ...attachments];
  record.updated = at;
  record.revision += 1;
  return true;
}

/** Adds a new case to the desk; creating it is its first write. */
export function addCase(
  state: State,
  content: Omit<Case, 'id' | 'revision' | 'updated' | 'messages' | 'attachments'>,
  text: string,
): Case {
  const at = new Date().toISOString();
  const id = Math.max(...state.cases.keys()) + 1;
  const author = content.requester.name || content.requester.mail;
  const messages: Message[] = [{ id: 1, kind: 'customer', author, at, text }];
  const record: Case = { ...content, id, revision: 1, updated: at, messages, attachments: [] };
  state.cases.set(id, record);
  return record;
}

function changedFields(record: Writable, fields: Partial<Record<Field, string>>): [Field, string, string][] {
  const names = Object.keys(fields) as Field[];
  return names.flatMap((field) => {
    const from = record[field];
    const to = fields[field];
    return from === undefined || to === undefined || from === to ? [] : [[field, from, to] as [Field, string, string]];
  });
}

function addMessage(record: Writable, message: Omit<Message, 'id'>): void {
  record.messages = [...record.messages, { ...message, id: record.messages.length + 1 }];
}

function isCase(record: Writable): record is Case {
  return 'attachments' in record;
}
