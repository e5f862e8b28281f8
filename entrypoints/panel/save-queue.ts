import type { Answer } from '../../lib/model/handoff';

/** One thing to keep: an answer (null takes it back) or the reason, for the drafts of one or several cases. */
export type SaveJob = { keys: readonly string[] } & ({ criterion: string; answer: Answer | null } | { reason: string });

export type SaveOutcome = { ok: true; at: number } | { ok: false; code: string; detail?: string };

export type SaveStatus =
  | { is: 'idle' }
  | { is: 'saving' }
  | { is: 'saved'; at: number }
  | { is: 'failed'; code: string; detail?: string };

/** Between a change and its message, typing or not: with room for a late timer, less than the 250 ms promised. */
export const SAVE_EVERY = 200;
const RETRY_AFTER = [1000, 2000, 4000, 8000, 15_000, 30_000];

type Line = {
  what: string;
  waiting?: SaveJob;
  /** By the page's own count: the clock may be set back while somebody types. */
  sentAt: number;
  flying: number;
  /** Counts what was sent, so that an answer to an older message does not speak for a newer one. */
  sent: number;
  failures: number;
  failed?: { code: string; detail?: string };
  /** To be sent as soon as what is on its way has arrived. */
  soon?: boolean;
  timer?: ReturnType<typeof setTimeout>;
};

const whatOf = (job: SaveJob) => ('reason' in job ? 'reason' : `answer ${job.criterion}`);

/**
 * Saves what is typed while it is typed: at once, then at short intervals, the last state always. One line per
 * thing and set of cases; what could not be saved stays here and is tried again, less and less often.
 */
export class SaveQueue {
  readonly #lines = new Map<string, Line>();
  /** Which line spoke last for one thing of one case: an older line's retry must not write over it. */
  readonly #owners = new Map<string, Line>();
  readonly #flights = new Set<Promise<void>>();
  readonly #save: (job: SaveJob) => Promise<SaveOutcome>;
  readonly #changed: () => void;
  #status: SaveStatus = { is: 'idle' };
  #savedAt: number | undefined;

  constructor(save: (job: SaveJob) => Promise<SaveOutcome>, changed: () => void) {
    this.#save = save;
    this.#changed = changed;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  add(job: SaveJob): void {
    const what = whatOf(job);
    const id = [what, ...job.keys].join('\n');
    const line = this.#lines.get(id) ?? { what, sentAt: Number.NEGATIVE_INFINITY, flying: 0, sent: 0, failures: 0 };
    this.#lines.set(id, line);
    for (const other of this.#lines.values()) {
      if (other !== line && other.what === what && other.waiting && !other.failed) this.#send(other);
    }
    for (const key of job.keys) this.#owners.set(`${what}\n${key}`, line);
    line.waiting = job;
    // After a failure its own, slower timer speaks; where that has given up, a new key starts it over.
    if (!line.failed || !line.timer) {
      if (line.failed) line.failures = 0;
      const due = line.sentAt + SAVE_EVERY - performance.now();
      if (due <= 0) this.#send(line);
      else line.timer ??= setTimeout(() => this.#send(line), due);
    }
    this.#tell();
  }

  /**
   * Sends everything now and waits for the answers. True when all of it is kept. When the page goes (`leaving`), what is
   * on its way is not waited for.
   */
  async flush(leaving = false): Promise<boolean> {
    for (const line of this.#lines.values()) {
      if (!line.waiting) continue;
      line.failures = 0;
      this.#send(line, leaving);
    }
    while (this.#flights.size > 0) await Promise.all(this.#flights);
    return this.#status.is !== 'failed';
  }

  /** True while the newest value of this thing is not yet known to be kept. */
  holds(what: { criterion: string } | 'reason', key: string): boolean {
    const name = what === 'reason' ? what : `answer ${what.criterion}`;
    const line = this.#owners.get(`${name}\n${key}`);
    return line !== undefined && (line.waiting !== undefined || line.flying > 0);
  }

  /** One at a time for each line, so that none overtakes another on its way to the database. */
  #send(line: Line, leaving = false): void {
    clearTimeout(line.timer);
    delete line.timer;
    if (line.flying > 0 && !leaving) {
      line.soon = true;
      return;
    }
    delete line.soon;
    const job = this.#own(line);
    delete line.waiting;
    if (job) this.#fly(line, job);
    else delete line.failed;
    this.#tell();
  }

  #fly(line: Line, job: SaveJob): void {
    line.sentAt = performance.now();
    line.flying += 1;
    const number = ++line.sent;
    const flight = this.#save(job)
      .catch((): SaveOutcome => ({ ok: false, code: 'unreachable' }))
      .then((outcome) => {
        line.flying -= 1;
        this.#flights.delete(flight);
        if (outcome.ok) {
          this.#savedAt = outcome.at;
          line.failures = 0;
          delete line.failed;
        } else if (number === line.sent) {
          line.waiting ??= job;
          const { code, detail } = outcome;
          line.failed = { code, ...(detail === undefined ? {} : { detail }) };
          this.#later(line);
        }
        if (line.soon && line.waiting && line.flying === 0 && outcome.ok) this.#send(line);
        this.#tell();
      });
    this.#flights.add(flight);
  }

  /** The waiting job, for those cases alone for which no newer line spoke. */
  #own(line: Line): SaveJob | undefined {
    const job = line.waiting;
    const keys = job?.keys.filter((key) => this.#owners.get(`${line.what}\n${key}`) === line) ?? [];
    return job && keys.length > 0 ? { ...job, keys } : undefined;
  }

  #later(line: Line): void {
    const pause = RETRY_AFTER[line.failures];
    line.failures += 1;
    clearTimeout(line.timer);
    delete line.timer;
    if (pause !== undefined) line.timer = setTimeout(() => this.#send(line), pause);
  }

  #tell(): void {
    const lines = [...this.#lines.values()];
    // Stays while it is tried again, so that the line on screen does not blink.
    const failed = lines.find((line) => line.failed)?.failed;
    const busy = lines.some((line) => line.waiting || line.flying > 0);
    if (failed) this.#status = { is: 'failed', ...failed };
    else if (busy) this.#status = { is: 'saving' };
    else this.#status = this.#savedAt === undefined ? { is: 'idle' } : { is: 'saved', at: this.#savedAt };
    this.#changed();
  }
}
