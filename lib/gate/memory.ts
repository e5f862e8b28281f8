import type { DraftStatus, GateMemory } from '../messages/protocol';
import type { CaseRef } from '../model/case';
import { draftKey } from '../model/case-key';
import type { PageSite } from '../model/site';

/** How long a matching write waits for the gate's memory, in milliseconds (design, section 4). */
export const MEMORY_LIMIT = 2_000;

/** What the gate judges from: the playbooks that could match, and how far each draft is. */
export class Memory {
  #now: GateMemory | null = null;
  /** What becomes of what cannot be judged; from the settings themselves until the background says, for it may be what does not answer. */
  unsure: GateMemory['whenUnsure'] = 'open';
  #statuses = new Map<string, DraftStatus>();
  #waiting: Promise<GateMemory | null> | null = null;

  readonly #sites: readonly PageSite[];
  readonly #host: string;
  readonly #hello: () => Promise<GateMemory>;

  /** `sites`: those that came with the host. `hello`: asks the background. */
  constructor(sites: readonly PageSite[], host: string, hello: () => Promise<GateMemory>) {
    this.#sites = sites;
    this.#host = host;
    this.#hello = hello;
  }

  get current(): GateMemory | null {
    return this.#now;
  }

  /** The sites that may describe this page: the one that the person chose; before that is known, all that came with the host. */
  get candidates(): readonly PageSite[] {
    const { site, taught } = this.#now ?? {};
    if (site !== undefined) return taught ? [taught] : this.#sites.filter(({ id }) => id === site);
    const named = this.#sites.filter(({ hosts }) => hosts.includes(this.#host));
    return named.length > 0 ? named : this.#sites;
  }

  /** Asks the background once; null when it does not answer in time. */
  arrive(): Promise<GateMemory | null> {
    if (this.#now) return Promise.resolve(this.#now);
    this.#waiting ??= this.#hello().then(
      (memory) => this.learn(memory),
      () => null,
    );
    const asked = this.#waiting;
    void asked.then((memory) => {
      if (!memory && this.#waiting === asked) this.#waiting = null;
    });
    return asked;
  }

  /** Asks again for what is judged from. True where the page has another site now, or none any more. */
  async renew(ask: () => Promise<{ memory: GateMemory }>): Promise<boolean> {
    // What is being asked for may be answered as it was before.
    await this.#waiting;
    const before = this.#now;
    const answer = before && (await ask().catch(() => null));
    return answer ? this.learn(answer.memory).site !== before.site : false;
  }

  learn(memory: GateMemory): GateMemory {
    this.#now = memory;
    // What a person did not teach of the page is read as on any other that nobody described.
    if (memory.taught) memory.taught = { ...this.#sites.find(({ reads }) => reads), ...memory.taught };
    this.unsure = memory.whenUnsure;
    return memory;
  }

  /** Coming back from the back-forward cache counts as not arrived. */
  forget(): void {
    this.#now = null;
    this.#waiting = null;
    this.#statuses.clear();
  }

  learnStatus(ref: CaseRef, status: DraftStatus): void {
    this.#statuses.set(draftKey(ref, status.playbook), status);
  }

  /** Whether nothing is missing that would hold it. */
  complete(ref: CaseRef, playbook: string): boolean | undefined {
    return this.#now?.lets.includes(playbook) || this.status(ref, playbook)?.met;
  }

  status(ref: CaseRef, playbook: string): DraftStatus | null {
    return this.#statuses.get(draftKey(ref, playbook)) ?? null;
  }
}
