// The project's own Redmine: starting and stopping it, and what it says it has on record (over its REST API).
// Tests act in the browser and assert here: the desk's own record is what proves that a change was made, and how often.
import { runScript } from './run-script.ts';
import { checkDesk, expectShown, packageVersion } from './start-check.ts';

export const REDMINE_URL = 'http://127.0.0.1:18002';
export const REDMINE_PASSWORD = 'Handoff#2024';
export type RedminePerson = 'admin' | 'amara' | 'jonas' | 'priya' | 'greta' | 'lena';
export type RedmineProject = 'Support L1' | 'Engineering' | 'Onboarding';

export interface RedmineIssue {
  id: number;
  project: string;
  /** The full name; nobody's where it is absent. */
  owner: string | undefined;
  status: string;
  subject: string;
  customFields: Record<string, string>;
}

/** One line of an issue's history: who, what was written, and what was changed, in Redmine's own words (`attr assigned_to_id 5 > 6`). */
export interface RedmineJournal {
  id: number;
  by: string;
  notes: string;
  internal: boolean;
  details: string[];
}

export interface NewRedmineIssue {
  project: RedmineProject;
  subject: string;
  owner?: Exclude<RedminePerson, 'admin'>;
  priority?: string;
  /** The customer's first message. */
  description?: string;
  customFields?: Record<string, string>;
}

/**
 * Installs what is missing (Debian as root), starts the desk and checks that it works as the tests need it. Throws with the log's end, or
 * with what it answered, when it does not.
 */
export async function startRedmine(): Promise<{ url: string }> {
  await runScript('redmine/start.sh');
  await checkRedmine(REDMINE_URL, await packageVersion('redmine'));
  return { url: REDMINE_URL };
}

/** Makes an issue, changes it and reads it, as the tests do. Throws one line where that does not go. */
export function checkRedmine(url: string, version: string, say: (line: string) => void = console.log): Promise<void> {
  const notes = `Checked at the start, ${new Date().toISOString()}`;
  const redmine = new Redmine('admin', url);
  let id = 0;
  return checkDesk(
    {
      name: 'Redmine',
      version,
      steps: {
        'a read': async () => void (await redmine.id('projects', 'Onboarding')),
        'a write': async () => {
          id = await redmine.createIssue({ project: 'Onboarding', subject: 'Checked at the start' });
          await redmine.updateIssue(id, { notes });
        },
        'reading what was written': async () => expectShown((await redmine.journals(id))[0]?.notes, notes),
      },
    },
    say,
  );
}

/** Stops the desk; its data stays. */
export async function stopRedmine(): Promise<void> {
  await runScript('redmine/stop.sh');
}

export async function redmineAnswers(): Promise<boolean> {
  try {
    const page = await fetch(`${REDMINE_URL}/login`, { signal: AbortSignal.timeout(5000) });
    return (await page.text()).includes('Baton desk');
  } catch {
    return false;
  }
}

/** What the desk has on record, seen with that person's rights. */
export class Redmine {
  readonly #key: string;
  readonly #names = new Map<string, Promise<Map<string, number>>>();

  readonly #url: string;

  constructor(person: RedminePerson = 'admin', url = REDMINE_URL) {
    this.#url = url;
    // The seed gives everyone a key (letters and digits: Redmine takes no other).
    this.#key = `deskkeyof${person}`;
  }

  async issue(id: number): Promise<RedmineIssue> {
    const { issue } = (await this.#send('GET', `issues/${id}.json`)) as { issue: RawIssue };
    return {
      id,
      project: issue.project.name,
      owner: issue.assigned_to?.name,
      status: issue.status.name,
      subject: issue.subject,
      customFields: Object.fromEntries((issue.custom_fields ?? []).map(({ name, value }) => [name, value])),
    };
  }

  /** Everything that was done to an issue since it was made, oldest first; one entry is one save. */
  async journals(id: number): Promise<RedmineJournal[]> {
    const { issue } = (await this.#send('GET', `issues/${id}.json?include=journals`)) as { issue: RawIssue };
    return (issue.journals ?? []).map((one) => ({
      id: one.id,
      by: one.user.name,
      notes: one.notes ?? '',
      internal: one.private_notes,
      details: one.details.map(
        ({ property, name, old_value, new_value }) => `${property} ${name} ${old_value ?? ''} > ${new_value ?? ''}`,
      ),
    }));
  }

  /** The newest issues of a subject, newest first: what a new or copied one became. */
  async newest(project: RedmineProject): Promise<RedmineIssue[]> {
    const found = (await this.#send(
      'GET',
      `issues.json?project_id=${await this.id('projects', project)}&sort=id:desc&limit=5&status_id=*`,
    )) as { issues: { id: number }[] };
    return Promise.all(found.issues.map(({ id }) => this.issue(id)));
  }

  /** The number of an issue that the seed made, by its subject. */
  async seeded(subject: string): Promise<number> {
    const { issues } = (await this.#send('GET', `issues.json?status_id=*&subject=${encodeURIComponent(subject)}`)) as {
      issues: { id: number; subject: string }[];
    };
    const found = issues.find((one) => one.subject === subject);
    if (!found) throw new Error(`Redmine has no issue "${subject}": is it the project's own, with today's seed?`);
    return found.id;
  }

  /** Makes an issue of the test's own, which is New, as every issue is at first. Returns its id. */
  async createIssue(spec: NewRedmineIssue): Promise<number> {
    const { issue } = (await this.#send('POST', 'issues.json', {
      issue: {
        project_id: await this.id('projects', spec.project),
        tracker_id: await this.id('trackers', 'Support'),
        priority_id: await this.id('enumerations/issue_priorities', spec.priority ?? 'Normal'),
        subject: spec.subject,
        description: spec.description ?? 'It does not work since this morning.',
        ...(spec.owner ? { assigned_to_id: await this.id('users', spec.owner) } : {}),
        custom_fields: await this.#customFields(spec.customFields ?? {}),
      },
    })) as { issue: { id: number } };
    return issue.id;
  }

  /** Changes an issue behind the browser's back, as a colleague would. */
  async updateIssue(
    id: number,
    change: { project?: RedmineProject; owner?: RedminePerson; notes?: string; internal?: boolean },
  ): Promise<void> {
    const { project, owner, notes, internal } = change;
    await this.#send('PUT', `issues/${id}.json`, {
      issue: {
        ...(project ? { project_id: await this.id('projects', project) } : {}),
        ...(owner ? { assigned_to_id: await this.id('users', owner) } : {}),
        ...(notes ? { notes, private_notes: internal === true } : {}),
      },
    });
  }

  /** The number by which Redmine's forms name something: a project, a status, a person (by login). */
  async id(kind: string, name: string): Promise<number> {
    let names = this.#names.get(kind);
    if (!names) {
      names = this.#send('GET', `${kind}.json?limit=100`).then((got) => {
        const [rows] = Object.values(got as Record<string, RawNamed[]>).filter(Array.isArray);
        return new Map((rows ?? []).map((row) => [row.login ?? row.name ?? '', row.id]));
      });
      this.#names.set(kind, names);
    }
    const id = (await names).get(name);
    if (id === undefined) throw new Error(`Redmine has no ${name} among its ${kind}`);
    return id;
  }

  async #customFields(values: Record<string, string>): Promise<{ id: number; value: string }[]> {
    return Promise.all(
      Object.entries(values).map(async ([name, value]) => ({
        id: await this.id('custom_fields', name),
        // As a browser sends it: else the next form that is saved would change it.
        value: value.replaceAll('\n', '\r\n'),
      })),
    );
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#url}/${path}`, {
      method,
      headers: {
        'x-redmine-api-key': this.#key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Redmine refused ${method} ${path}: ${answer.status} ${text}`);
    return text.trim() ? JSON.parse(text) : undefined;
  }
}

interface RawNamed {
  id: number;
  name?: string;
  login?: string;
}
interface RawIssue {
  project: { name: string };
  assigned_to?: { name: string };
  status: { name: string };
  subject: string;
  custom_fields?: { name: string; value: string }[];
  journals?: RawJournal[];
}
interface RawJournal {
  id: number;
  user: { name: string };
  notes?: string;
  private_notes: boolean;
  details: { property: string; name: string; old_value?: string; new_value?: string }[];
}
