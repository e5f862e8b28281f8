import type { GateMemory, TabMessage } from '../messages/protocol';
import type { Attempt, CaseChange, CaseHandoff, Door } from '../model/attempt';
import type { PageSite } from '../model/site';
import { handoffsIn } from '../rules/trigger';
import type { Background } from './background';
import { GONE_ALREADY, type Hold, Holds, type Way, whyNot } from './holds';
import { withKnownWords } from './known-words';
import { type Answer, type Leaving, tellLeft } from './leaving';
import { MEMORY_LIMIT, type Memory } from './memory';
import { casesOf, Passes, signatureOf, type Use } from './passes';
import { Presence } from './presence';
import { Released } from './released';
import { shared } from './shared';
import { surroundingsOf, titled } from './surroundings';
import { changesIn, type Matched, type Surroundings } from './writes';

const GO: Answer = { say: 'go' };
const STOP: Answer = { say: 'stop' };

/** The one decision behind the four doors. Attempts pass at once, or are stopped until the background released, held or gave them to policy. */
export class Gate {
  readonly holds = new Holds();
  readonly #passes = new Passes();
  readonly released: Released;
  /** What waits for the gate's memory, by its changes. */
  readonly #waiting = new Map<string, Leaving>();
  readonly #presence = new Presence();
  readonly #page: Document;
  readonly #memory: Memory;
  readonly #background: Background;
  readonly #around = new WeakMap<PageSite, Surroundings>();

  constructor(page: Document, memory: Memory, background: Background) {
    this.#page = page;
    this.#memory = memory;
    this.#background = background;
    this.released = new Released(background);
  }

  orphaned(): boolean {
    return this.#background.orphaned();
  }

  /** Judges what is about to leave. */
  consider(leaving: Leaving): Answer {
    if (this.orphaned() || shared().watch) return GO;
    const { attempt, site, matched, use } = leaving;
    if (attempt.body.as === 'unread') return this.#unreadable(leaving, attempt.body.why);
    const all = leaving.changes ?? changesIn(attempt, matched, this.surroundings(site));
    if (all.length === 0) return GO;
    const signature = signatureOf(all);
    // One press may be asked about as two controls: only what follows from the control is known by its case.
    const byCase = use !== 'control' && all.length < 2 ? casesOf(all) : [];
    const pass = this.#passes.spend([signature, ...byCase], use, Date.now());
    if (pass) {
      if (use === 'request') this.released.leaves(pass.attempt, attempt.door === 'wire');
      leaving.follow?.([...all, ...this.released.changesOf(pass.attempt)]);
      this.leaves(attempt, all);
      return { say: 'go', ...(pass.attempt ? { attempt: pass.attempt } : {}) };
    }
    leaving.follow?.(all);
    if (!this.#memory.current) return this.#waitForMemory(leaving, all, signature);
    const handoffs = this.#handoffs(all, site);
    if (handoffs.length === 0) {
      this.leaves(attempt, all);
      return GO;
    }
    if (!this.#presence.canBeAsked && !this.#complete(handoffs))
      return this.#unsure(leaving, all, this.#presence.hidden ? 'hidden' : 'left');
    if (!this.#presence.leaves && this.holds.refusesAgain(leaving, signature)) return STOP;
    return this.#stop(leaving, handoffs, signature);
  }

  /** It leaves now. What leaves as a navigation is answered by the next page, which must know what this one sent. */
  leaves(attempt: Attempt, changes: readonly CaseChange[] = []): void {
    tellLeft(this.#background, attempt, changes);
  }

  /** The panel cannot be shown here any more: what is held is taken back, and from now on policy decides what nobody can be asked about. */
  giveUpAsking(): void {
    this.#presence.hide();
    this.cancelAll('hidden');
  }

  #complete(handoffs: readonly CaseHandoff[]): boolean {
    return handoffs.every(({ ref, playbook }) => this.#memory.complete(ref, playbook));
  }

  /** The handoffs among an attempt's changes, as far as is known now; for the tab that speaks before the press. */
  preview(attempt: Attempt, site: PageSite, matched: readonly Matched[]): CaseHandoff[] {
    return this.#handoffs(changesIn(attempt, matched, this.surroundings(site)), site);
  }

  /** The background lets a held attempt go. False when what was held is gone. */
  letGo(attempt: string): boolean {
    const hold = this.holds.remove(attempt);
    if (!hold) return false;
    const { signature, door, handoffs, way } = hold;
    if (door !== 'wire') this.released.begin(attempt, handoffs, door);
    // What a released control sends may name its values otherwise than the page showed them: by its case it is known as that.
    const names = [signature, ...(door === 'control' ? casesOf(handoffs) : [])];
    const went = this.#release(names, way, door, attempt);
    if (way && went) this.released.watch(attempt, way, () => this.#passes.close(attempt));
    else this.released.forget(attempt);
    return went;
  }

  /** Takes one held attempt back, so that the desk shows it as not done. */
  cancel(attempt: string): void {
    this.holds.takeBack(attempt);
    if (this.holds.size === 0) this.#background.rest();
  }

  /** The page is going, or Baton was updated: nothing stays held. */
  cancelAll(why: string): void {
    for (const { attempt } of this.holds.all()) {
      this.cancel(attempt);
      this.#background.tell('gate/cancelled', { attempt, why });
    }
  }

  /** The page asks whether it may be left. What it sends meanwhile may keep it, and what it sent so before and is held still. */
  asked(leaving: Event): void {
    this.#presence.asked(leaving);
    if (this.holds.all().some(({ onLeaving }) => onLeaving)) this.#presence.keep();
  }

  /** The page is going. About what its own last handlers still send nobody can be asked: policy decides. */
  leave(): void {
    this.#presence.leave();
    this.cancelAll('page left');
  }

  /** The page is shown, perhaps again. */
  stay(): void {
    this.#presence.stay();
  }

  /** The page took back a request that was held. The hold stays for its retry to join; its panel says that it is gone. */
  lost(way: Way): void {
    const hold = this.holds.lostWay(way);
    if (hold) this.#background.tell('gate/gone', { attempt: hold.attempt });
  }

  endIdle(): void {
    for (const { attempt } of this.holds.idle(Date.now())) {
      this.cancel(attempt);
      this.#background.tell('gate/cancelled', { attempt, why: 'idle' });
    }
  }

  leftCase(): void {
    this.#passes.clear();
    this.released.leftCase();
  }

  obey(message: TabMessage): { went: boolean; fileGone?: true } | undefined {
    if (message.tell === 'let-go') {
      const way = this.holds.wayOf(message.attempt);
      return { went: this.letGo(message.attempt), ...whyNot(way) };
    }
    if (message.tell === 'seen') this.holds.look();
    if (message.tell === 'cancel') this.cancel(message.attempt);
    // The person is at work on a hold: its ten minutes start again.
    if (message.tell === 'draft') this.holds.touch(Date.now());
    return undefined;
  }

  #stop(leaving: Leaving, handoffs: CaseHandoff[], signature: string): Answer {
    const { attempt, site, mustAnswerNow } = leaving;
    const cannotWait = mustAnswerNow || this.#presence.gone;
    const complete = this.#complete(handoffs);
    const goesNow = cannotWait && complete;
    // A request that cannot wait is gone already, or refused for good: either way there is nothing to let go later.
    const way = goesNow ? GONE_ALREADY : cannotWait ? null : leaving.way;
    const hold = this.holds.add(attempt.door, signature, handoffs, way, Date.now());
    if (!complete) shared().overlay?.expect(handoffs);
    if (!complete && this.#presence.asksToLeave) {
      // Nobody pressed Save: the browser asks the person to stay, and there the checklist is.
      this.#presence.keep();
      hold.onLeaving = true;
    }
    const settle = () => void this.#settle(hold, site);
    // The page's call has its answer first: to ask takes as long as to judge.
    if (cannotWait) settle();
    else queueMicrotask(settle);
    return goesNow ? { say: 'go', attempt: hold.attempt } : STOP;
  }

  /** Asks the background what becomes of a hold, and does it. */
  async #settle(hold: Hold, site: PageSite): Promise<void> {
    // A second press on the same change while the first is being asked about is the same attempt.
    if (hold.asking) return;
    hold.asking = true;
    this.#background.stayAwake();
    hold.way?.look?.();
    const me = this.surroundings(site).me();
    const handoffs = titled(site, this.#page, hold.handoffs);
    const { attempt, door } = hold;
    const about = { ...(me ? { me } : {}), ...(hold.onLeaving ? { onLeaving: hold.onLeaving } : {}) };
    const input = { attempt, door, url: this.#page.URL, handoffs, alive: hold.way !== null, ...about };
    const ask = () => this.#background.ask('gate/held', input, MEMORY_LIMIT);
    try {
      const answer = await ask().catch((error) => {
        if (error.code === 'timeout') throw error;
        // A worker that ended while it decided is started by the next question, and answers that one.
        return ask();
      });
      this.holds.judge(hold, answer.do === 'hold');
      // The background has it on its way.
      if (!hold.judged && !this.letGo(attempt))
        this.#background.tell('gate/outcome', { attempt, outcome: 'refused', ...whyNot(hold.way) });
    } catch {
      // What was found to be incomplete before stays held: a press that nobody answers makes it no more complete.
      if (!hold.judged) {
        if (this.#ungated('no-answer', handoffs)) this.cancel(attempt);
        else this.letGo(attempt);
      }
    }
    hold.asking = false;
    if (!hold.judged) shared().overlay?.expect();
    if (this.holds.size === 0) this.#background.rest();
  }

  #waitForMemory(leaving: Leaving, all: CaseChange[], signature: string): Answer {
    if (leaving.mustAnswerNow || this.#presence.leaves) return this.#unsure(leaving, all, 'not-ready-now');
    const waits = this.#waiting.has(signature);
    // The last press of the same change is the one that counts: it leaves once.
    this.#waiting.set(signature, leaving);
    if (!waits) void this.#memory.arrive().then((memory) => this.#afterMemory(memory, all, signature));
    return STOP;
  }

  #afterMemory(memory: GateMemory | null, all: CaseChange[], signature: string): void {
    const leaving = this.#waiting.get(signature);
    this.#waiting.delete(signature);
    if (!leaving) return;
    // Another site's write after all, or no desk of the person's: it goes without a pass, and is judged anew where it comes back.
    if (memory && memory.site !== leaving.site.id) return void leaving.way.go();
    const handoffs = memory ? this.#handoffs(all, leaving.site) : [];
    if (handoffs.length > 0) this.#stop(leaving, handoffs, signature);
    else if (!memory && this.#ungated('not-ready', all)) leaving.way.cancel();
    else this.#release([signature], leaving.way, leaving.attempt.door);
  }

  #unreadable(leaving: Leaving, why: string): Answer {
    const unsure = () => this.#unsure(leaving, [], `unread: ${why}`);
    if (this.#memory.current || leaving.mustAnswerNow) return unsure();
    // The policy is not known yet.
    void this.#memory.arrive().then(() => unsure().say === 'go' && leaving.way.go());
    return STOP;
  }

  /** What cannot be judged goes or stays by policy, and is always recorded. */
  #unsure({ way, use }: Leaving, changes: CaseChange[], why: string): Answer {
    if (!this.#ungated(why, changes)) {
      // The request or navigation of the same press is no second one to record.
      if (use === 'event') this.#passes.issue({ names: [signatureOf(changes)], uses: ['request'] }, Date.now());
      return GO;
    }
    way.cancel();
    return STOP;
  }

  /** Reports what could not be judged; true where policy stops it. Said before it leaves: its page may go with it. */
  #ungated(why: string, changes: CaseChange[]): boolean {
    const refused = this.#memory.unsure === 'closed';
    // The page is the first thing that the background hears of.
    void this.#memory.arrive();
    this.#background.tell('gate/ungated', { url: this.#page.URL, why, changes, ...(refused ? { refused } : {}) });
    return refused;
  }

  #release(names: string[], way: Way | null, door: Door, attempt?: string): boolean {
    const uses: Use[] = door === 'control' ? ['control', 'event', 'request'] : ['event', 'request'];
    const pass = { names, uses, attempt };
    if (way?.comesBack) this.#passes.issue(pass, Date.now());
    const went = way?.go(attempt) ?? false;
    if (!went) this.#passes.withdraw(pass);
    return went;
  }

  #handoffs(all: CaseChange[], site: PageSite): CaseHandoff[] {
    if (!this.#memory.current) return [];
    const { playbooks, roster, words } = this.#memory.current;
    const around = this.surroundings(site);
    const named = withKnownWords(shared().named?.(all, site, this.#background, words) ?? all, words);
    return handoffsIn(named, playbooks, roster, ({ ref }, field) => around.before(ref, field)?.value);
  }

  surroundings(site: PageSite): Surroundings {
    let around = this.#around.get(site);
    if (!around) {
      around = surroundingsOf(site, this.#page);
      this.#around.set(site, around);
    }
    return around;
  }
}
