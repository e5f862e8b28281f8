import type { PanelState, Trouble } from '../../lib/messages/protocol';
import { draftKey } from '../../lib/model/case-key';
import type { Answer, AnswerValue, Draft } from '../../lib/model/handoff';
import type { Backend } from './backend';
import { type Mine, mergeDraft } from './merge-draft';
import { SaveQueue, type SaveStatus } from './save-queue';

/** A field typed into so lately is the person's, whatever another tab says. */
const HOT = 1000;

/** Pauses before a database that fails is asked again, in milliseconds. */
const ASK_AGAIN = [2_000, 4_000, 8_000, 15_000, 30_000];

export type Snapshot = {
  /** What is shown; once there is nothing to show, what was shown last. */
  state: PanelState | null;
  /** There is nothing to show. */
  away: boolean;
  save: SaveStatus;
  /** Counts the times the panel was shown anew. */
  shown: number;
  /** Counts the times the focus came back to it by no press of its own. */
  woken: number;
  /** The background does not answer. */
  lost: boolean;
  /** The database fails: said in place of what cannot be judged now. */
  trouble: Trouble | null;
};

/** What the panel knows: the state as the background gave it, with what the person typed since, and how far it is saved. */
export class PanelStore {
  readonly #backend: Backend;
  readonly #focused: () => string | undefined;
  readonly #queue: SaveQueue;
  readonly #listeners = new Set<() => void>();
  /** The newest state of each draft that any tab saved. */
  readonly #latest = new Map<string, Draft>();
  /** By the page's own count, which no change of the clock moves. */
  readonly #typedAt = new Map<string, number>();
  #turn = 0;
  #cooling: ReturnType<typeof setTimeout> | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #snapshot: Snapshot = {
    state: null,
    away: false,
    save: { is: 'idle' },
    shown: 0,
    woken: 0,
    lost: false,
    trouble: null,
  };

  /** `focused` names the criterion whose field has the focus. */
  constructor(backend: Backend, focused: () => string | undefined) {
    this.#backend = backend;
    this.#focused = focused;
    this.#queue = new SaveQueue(
      async (job) => {
        const done = await backend.save(job);
        const [key] = job.keys;
        if (done.ok && done.revision !== undefined && key && job.keys.length === 1) this.#saved(key, done.revision);
        else if (done.ok) this.#overtaken(job.keys);
        return done;
      },
      () => this.#set({ save: this.#queue.status }),
    );
  }

  readonly snapshot = (): Snapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks for the state anew; where the background does not answer, a few times more. */
  async reload(): Promise<void> {
    const turn = ++this.#turn;
    for (const pause of [250, 1000, 3000, 0]) {
      try {
        const { state, trouble } = await this.#backend.state();
        // An older question answered late knows less.
        if (turn !== this.#turn) return;
        if (trouble) this.#fail(trouble);
        else this.#take(state);
        return;
      } catch {
        await new Promise((done) => setTimeout(done, pause));
        if (turn !== this.#turn) return;
      }
    }
    this.#set({ lost: true, ...(this.#snapshot.away ? { state: null, away: false } : {}) });
  }

  /** The state was sent along with the news: nothing needs to be asked, and what was asked before knows less. */
  show(state: PanelState): void {
    const { state: before, away } = this.#snapshot;
    // What is drawn ahead takes the place of nothing that a person may see.
    if (state.ahead && before && !away && !before.ahead) return;
    this.#turn += 1;
    this.#take(state);
  }

  /** The database fails. A checklist of the same hold stays, with what was typed into it; it is asked again, less and less often. */
  #fail(trouble: Trouble): void {
    const { state, away, trouble: before } = this.#snapshot;
    const same = !before && !away && state && !state.ahead && state.hold?.attempt === trouble.held;
    if (!same) {
      const isNew = before?.held !== trouble.held || !before;
      // What is typed and not saved yet stays under it; what was only drawn does not.
      this.#set({
        trouble,
        state: away ? null : state,
        away: false,
        lost: false,
        ...(isNew ? { shown: this.#snapshot.shown + 1 } : {}),
      });
    }
    const pause = ASK_AGAIN[Math.min(this.#failures, ASK_AGAIN.length - 1)];
    this.#failures += 1;
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void this.reload(), pause);
  }

  #take(state: PanelState | null): void {
    clearTimeout(this.#asking);
    this.#failures = 0;
    const { state: last, away } = this.#snapshot;
    // Of what another tab sent only the database knows what is left.
    const before = away || last?.elsewhere ? null : last;
    const isNew = state !== null && (before === null || showing(before) !== showing(state));
    this.#latest.clear();
    for (const { draft } of state?.cases ?? []) this.#latest.set(draft.key, draft);
    const ours = new Map(before?.cases.map(({ draft }) => [draft.key, draft]));
    const cases = state?.cases.map((one) => ({ ...one, draft: ours.get(one.draft.key) ?? one.draft }));
    this.#set({
      state: state && cases ? { ...state, cases } : this.#snapshot.state,
      away: state === null,
      lost: false,
      trouble: null,
      ...(isNew ? { shown: this.#snapshot.shown + 1 } : {}),
    });
    this.#settle();
    // Nothing is typed into it any more: what is typed already is kept now.
    if (state?.elsewhere) void this.flush();
  }

  /** The same is judged anew: something that it is judged by has come. */
  again(): void {
    const { state } = this.#snapshot;
    if (state) this.#set({ state: { ...state } });
  }

  /** The kept frame was given the focus again: no news says so. */
  wake(): void {
    this.#set({ woken: this.#snapshot.woken + 1 });
  }

  /** A draft was saved in this tab or another. */
  heard(draft: Draft): void {
    const known = this.#latest.get(draft.key);
    if (known && draft.revision < known.revision) return;
    this.#latest.set(draft.key, draft);
    this.#settle();
  }

  answer(keys: readonly string[], criterion: string, value: AnswerValue | null, where?: string): void {
    const answer: Answer | null =
      value === null ? null : { value, by: 'person', at: Date.now(), ...(where === undefined ? {} : { where }) };
    this.#typedAt.set(criterion, performance.now());
    this.#edit(keys, (draft) => {
      const { [criterion]: _, ...others } = draft.answers;
      return { ...draft, answers: answer ? { ...others, [criterion]: answer } : others };
    });
    this.#queue.add({ keys, criterion, answer });
  }

  reason(keys: readonly string[], reason: string): void {
    this.#edit(keys, (draft) => ({ ...draft, reason }));
    this.#queue.add({ keys, reason });
  }

  /** Everything typed is sent now; true when the background has all of it. */
  flush(leaving = false): Promise<boolean> {
    return this.#queue.flush(leaving);
  }

  #edit(keys: readonly string[], change: (draft: Draft) => Draft): void {
    this.#drafts((draft) => (keys.includes(draft.key) ? change(draft) : draft));
  }

  #saved(key: string, revision: number): void {
    this.#edit([key], (draft) => (revision > draft.revision ? { ...draft, revision } : draft));
    this.#settle();
  }

  /** Several drafts were saved with no word of their revisions: what we heard before that is old. */
  #overtaken(keys: readonly string[]): void {
    for (const { draft } of this.#snapshot.state?.cases ?? []) {
      const latest = this.#latest.get(draft.key);
      if (keys.includes(draft.key) && latest && latest.revision <= draft.revision) this.#latest.delete(draft.key);
    }
  }

  /** Takes over what other tabs saved, except what is under the fingers here; that is looked at again when it has cooled. */
  #settle(): void {
    const now = performance.now();
    let wait = 0;
    this.#drafts((draft) => {
      const latest = this.#latest.get(draft.key);
      if (!latest || latest === draft) return draft;
      const mine: Mine = (what) => {
        if (this.#queue.holds(what, draft.key)) return true;
        if (what === 'reason' || what.criterion !== this.#focused()) return false;
        const hot = (this.#typedAt.get(what.criterion) ?? Number.NEGATIVE_INFINITY) + HOT - now;
        wait = Math.max(wait, hot);
        return hot > 0;
      };
      return mergeDraft(draft, latest, mine);
    });
    clearTimeout(this.#cooling);
    if (wait > 0) this.#cooling = setTimeout(() => this.#settle(), wait + 1);
  }

  #drafts(change: (draft: Draft) => Draft): void {
    const state = this.#snapshot.state;
    if (!state) return;
    const cases = state.cases.map((one) => {
      const draft = change(one.draft);
      return draft === one.draft ? one : { ...one, draft };
    });
    if (cases.some((one, i) => one !== state.cases[i])) this.#set({ state: { ...state, cases } });
  }

  #set(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** What is on show, as one string: another hold or another case is another showing. */
function showing(state: PanelState): string {
  return [
    state.hold?.attempt ?? state.elsewhere?.state ?? '',
    ...state.cases.map((one) => draftKey(one.ref, state.playbook.id)),
  ].join('\n');
}
