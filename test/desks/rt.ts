// The project's own Request Tracker: starting and stopping it, and what it says it has on record (over REST 2.0).
// Tests act in the browser and assert here: the desk's own record is what proves that a change was made, and how often.
import { runScript } from './run-script.ts';
import { checkDesk, expectShown, packageVersion } from './start-check.ts';

export const RT_URL = 'http://127.0.0.1:18001';
export const RT_PASSWORD = 'Handoff#2024';
export type RtPerson = 'root' | 'amara' | 'jonas' | 'priya' | 'greta' | 'lena';
export type RtQueue = 'Support L1' | 'Engineering' | 'Onboarding';

export interface RtTicket {
  id: number;
  queue: string;
  owner: string;
  status: string;
  subject: string;
  priority: number;
  /** Always lists: a custom field of RT may hold several values. */
  customFields: Record<string, string[]>;
}

export interface RtTransaction {
  id: number;
  /** `Set`, `Status`, `Comment` (internal), `Correspond` (to the customer), `CustomField`, `SetWatcher`, `EmailRecord`, … */
  type: string;
  field: string;
  from: string;
  to: string;
  by: string;
}

/** One text of a case. Comments are internal; correspondence goes to the customer. */
export interface RtText {
  internal: boolean;
  by: string;
  contentType: string;
  content: string;
}

export interface NewRtTicket {
  queue: RtQueue;
  subject: string;
  owner?: Exclude<RtPerson, 'root'>;
  status?: 'new' | 'open' | 'stalled';
  priority?: number;
  requestor?: string;
  /** The customer's first message. */
  content?: string;
  customFields?: Record<string, string | string[]>;
}

/**
 * Installs what is missing (Debian as root), starts the desk and checks that it works as the tests need it. Throws with the log's end, or
 * with what it answered, when it does not.
 */
export async function startRequestTracker(): Promise<{ url: string }> {
  await runScript('rt/start.sh');
  await checkRequestTracker(RT_URL, await packageVersion('request-tracker5'));
  return { url: RT_URL };
}

/** Makes a ticket, changes it and reads it, as the tests do. Throws one line where that does not go. */
export function checkRequestTracker(
  url: string,
  version: string,
  say: (line: string) => void = console.log,
): Promise<void> {
  const subject = `Checked at the start, ${new Date().toISOString()}`;
  let rt: RequestTracker;
  let id = 0;
  return checkDesk(
    {
      name: 'Request Tracker',
      version,
      steps: {
        'signing in': async () => {
          rt = await openRequestTracker('root', url);
        },
        'a read': async () => void (await rt.queues()),
        'a write': async () => {
          id = await rt.createTicket({ queue: 'Onboarding', subject: 'Checked at the start' });
          await rt.updateTicket(id, { subject });
        },
        'reading what was written': async () => expectShown((await rt.ticket(id)).subject, subject),
      },
    },
    say,
  );
}

/** Stops the desk; its data stays. */
export async function stopRequestTracker(): Promise<void> {
  await runScript('rt/stop.sh');
}

export async function requestTrackerAnswers(): Promise<boolean> {
  try {
    const page = await fetch(`${RT_URL}/`, { signal: AbortSignal.timeout(5000) });
    return (await page.text()).includes('desk.example');
  } catch {
    return false;
  }
}

/** Signs in once and returns what the desk has on record, seen with that person's rights. */
export async function openRequestTracker(person: RtPerson = 'root', url = RT_URL): Promise<RequestTracker> {
  return new RequestTracker(await signIn(person, url), url);
}

export class RequestTracker {
  readonly #cookie: string;
  readonly #url: string;
  readonly #userIds = new Map<string, number>();

  constructor(cookie: string, url: string) {
    this.#cookie = cookie;
    this.#url = url;
  }

  async ticket(id: number): Promise<RtTicket> {
    const got = (await this.#get(`ticket/${id}?fields[Queue]=Name`)) as RawTicket;
    return {
      id,
      queue: got.Queue.Name,
      owner: got.Owner.id,
      status: got.Status,
      subject: got.Subject,
      priority: Number(got.Priority),
      customFields: Object.fromEntries(got.CustomFields.map((field) => [field.name, field.values])),
    };
  }

  /** Everything RT recorded for a case, oldest first, RT's own notices of mails sent included. */
  async transactions(id: number): Promise<RtTransaction[]> {
    const rows = await this.#all<RawTransaction>(`ticket/${id}/history?fields=Type,Field,OldValue,NewValue,Creator`);
    return rows.map((row) => ({
      id: Number(row.id),
      type: row.Type,
      field: row.Field,
      from: row.OldValue,
      to: row.NewValue,
      by: row.Creator.id,
    }));
  }

  /**
   * What people did to a case, each act once, oldest first: to prove "changed exactly once".
   * Left out: notices of mails sent, and the second record (`SetWatcher`) that RT writes for each change of owner.
   */
  async changes(id: number): Promise<RtTransaction[]> {
    const all = await this.transactions(id);
    return all.filter(
      (one) => !one.type.endsWith('EmailRecord') && !(one.type === 'SetWatcher' && one.field === 'Owner'),
    );
  }

  /** What people wrote on a case, oldest first, without the mails that RT made of it. */
  async texts(id: number): Promise<RtText[]> {
    const transactions = new Map((await this.transactions(id)).map((one) => [one.id, one]));
    const rows = await this.#all<RawAttachment>(`ticket/${id}/attachments?fields=Content,ContentType,TransactionId`);
    return rows.flatMap((row) => {
      const act = transactions.get(Number(row.TransactionId));
      if (!act || act.type.endsWith('EmailRecord') || !row.ContentType.startsWith('text/')) return [];
      return { internal: act.type === 'Comment', by: act.by, contentType: row.ContentType, content: row.Content };
    });
  }

  /** The number of a case that the seed made, by its subject. */
  async seeded(subject: string): Promise<number> {
    const found = await this.#get(`tickets?query=${encodeURIComponent(`Subject = '${subject}'`)}`);
    const [first] = (found as { items: { id: string }[] }).items;
    if (!first)
      throw new Error(`Request Tracker has no ticket "${subject}": is it the project's own, with today's seed?`);
    return Number(first.id);
  }

  /** Makes a case of the test's own. Returns its id. */
  async createTicket(spec: NewRtTicket): Promise<number> {
    const made = (await this.#send('POST', 'ticket', {
      Queue: spec.queue,
      Subject: spec.subject,
      Owner: spec.owner ?? 'Nobody',
      Status: spec.status ?? 'open',
      Priority: spec.priority ?? 50,
      Requestor: [spec.requestor ?? 'dana.whitlock@northwindclinic.example'],
      Content: spec.content ?? 'It does not work since this morning.',
      ContentType: 'text/plain',
      CustomFields: spec.customFields ?? {},
    })) as { id: string };
    return Number(made.id);
  }

  /** Changes a case behind the browser's back, as a colleague would. */
  async updateTicket(
    id: number,
    change: { owner?: RtPerson | 'Nobody'; queue?: RtQueue; status?: string; subject?: string },
  ): Promise<void> {
    const body: Record<string, string> = {};
    if (change.owner) body.Owner = change.owner;
    if (change.queue) body.Queue = change.queue;
    if (change.status) body.Status = change.status;
    if (change.subject) body.Subject = change.subject;
    await this.#send('PUT', `ticket/${id}`, body);
  }

  /** Adds a message from outside the browser: internal, or to the customer. */
  async addText(id: number, text: { internal: boolean; content: string }): Promise<void> {
    const kind = text.internal ? 'comment' : 'correspond';
    await this.#send('POST', `ticket/${id}/${kind}`, { Content: text.content, ContentType: 'text/plain' });
  }

  /** The number by which RT's forms and transactions name a person. */
  async userId(login: RtPerson | 'Nobody'): Promise<number> {
    const known = this.#userIds.get(login);
    if (known !== undefined) return known;
    const { id } = (await this.#get(`user/${login}`)) as { id: number };
    this.#userIds.set(login, Number(id));
    return Number(id);
  }

  /** Queues by name, with the number by which RT's forms name them. */
  async queues(): Promise<Record<string, number>> {
    return byName(await this.#all<RawNamed>('queues/all?fields=Name'));
  }

  /** Custom fields by name, with their number (`Object-RT::Ticket-<id>-CustomField…-<number>-Value` in RT's forms). */
  async customFields(): Promise<Record<string, number>> {
    const any = encodeURIComponent(JSON.stringify([{ field: 'id', operator: '>', value: 0 }]));
    return byName(await this.#all<RawNamed>(`customfields?query=${any}&fields=Name`));
  }

  async #all<T>(path: string): Promise<T[]> {
    const rows: T[] = [];
    for (let page = 1; ; page++) {
      const got = (await this.#get(`${path}&per_page=100&page=${page}`)) as { items: T[]; total: number };
      rows.push(...got.items);
      if (got.items.length === 0 || rows.length >= got.total) return rows;
    }
  }

  #get(path: string): Promise<unknown> {
    return this.#send('GET', path);
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#url}/REST/2.0/${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        // Without it RT takes a write that carries a cookie for another site's (403, since 5.0.3+dfsg-3~deb12u7).
        origin: this.#url,
        // The desk ends idle connections after a second, just when a test that asks each second would use one again.
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Request Tracker refused ${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }
}

/** A session's cookie: REST 2.0 takes the web login's (50 ms a request), while basic auth checks the password each time (250 ms). */
async function signIn(person: RtPerson, url: string): Promise<string> {
  const answer = await fetch(`${url}/NoAuth/Login.html`, {
    method: 'POST',
    body: new URLSearchParams({ user: person, pass: RT_PASSWORD }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  const cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0];
  if (!cookie)
    throw new Error(
      `Request Tracker gave no session to ${person}: is it the project's own desk (npm run test:desks:start)?`,
    );
  const check = await fetch(`${url}/REST/2.0/rt`, { headers: { cookie }, redirect: 'manual' });
  if (!check.ok)
    throw new Error(
      `Request Tracker did not accept ${person}'s password: stop it and delete its data folder, then start it again`,
    );
  return cookie;
}

function byName(rows: RawNamed[]): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [row.Name, Number(row.id)]));
}

interface RawTicket {
  Queue: { Name: string };
  Owner: { id: string };
  Status: string;
  Subject: string;
  Priority: string;
  CustomFields: { name: string; values: string[] }[];
}
interface RawTransaction {
  id: string;
  Type: string;
  Field: string;
  OldValue: string;
  NewValue: string;
  Creator: { id: string };
}
interface RawAttachment {
  TransactionId: string;
  ContentType: string;
  Content: string;
}
interface RawNamed {
  id: string;
  Name: string;
}
