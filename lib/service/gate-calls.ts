import type { Left } from '../messages/protocol';
import type { Handlers } from '../messages/server';
import { saveWords } from '../store/directory';
import { forgetKeptOf } from '../store/kept';
import { sayWaiting } from './afterwards';
import { decide } from './decide';
import { decided, decideOnce } from './deciding';
import { gateMemory } from './gate-memory';
import { greetTab } from './greeting';
import { handoverKey } from './handover-key';
import { endHold } from './hold';
import { showMark } from './icon';
import { injectOverlay } from './inject';
import { landed } from './landing';
import { sayAgain, sayOn } from './lines';
import { lineFor, outcome } from './outcome';
import { playbooksInForce } from './playbooks';
import { silentStatus } from './shadow';
import { speaksFor } from './speaks-for';
import { statusOfPending } from './statuses';
import { changeTab, readTab } from './tab-state';
import { followLesson } from './teach-calls';
import { tellPanels, tellTab } from './tell';
import { unjudged } from './unjudged';

type GateCalls = Pick<
  Handlers,
  | 'gate/hello'
  | 'gate/renew'
  | 'gate/left'
  | 'gate/case'
  | 'gate/touched'
  | 'gate/held'
  | 'gate/gone'
  | 'gate/outcome'
  | 'gate/cancelled'
  | 'gate/ungated'
  | 'gate/learned'
  | 'gate/pending'
>;

export const gateCalls: GateCalls = {
  async 'gate/hello'({ url, loadedAt, again, late }, { tab, frame }) {
    // Before anything is waited for: what this page says next must find the state of the page before cleared.
    const started = frame === 0 ? startPage(tab) : undefined;
    const left = await leftBefore(tab, frame, loadedAt, again);
    if (started) {
      await started;
      void followLesson(tab, url);
      // Not waited for: the gate needs its memory now.
      const { origin } = new URL(url);
      void sayAgain(tab)
        .then(() => sayWaiting(tab, origin))
        .then(() => landed(tab, origin))
        .then(() => (late ? undefined : greetTab(tab, origin)))
        .catch(() => undefined);
    }
    const [memory, key] = await Promise.all([gateMemory(new URL(url).origin), handoverKey(tab, frame)]);
    return { memory, key, ...(left ? { left } : {}) };
  },

  async 'gate/left'(left, from) {
    speaksFor(
      from,
      left.changes.map(({ ref }) => ref),
    );
    await changeTab(from.tab, (state) => ({ ...state, left: { ...state.left, [from.frame]: left } }));
    return {};
  },

  async 'gate/renew'({ url, wired }, { tab, frame }) {
    const { origin } = new URL(url);
    const memory = await gateMemory(origin);
    // A page that went on as it was, with the gate of another port.
    if (frame === 0 && wired) void greetTab(tab, origin).catch(() => undefined);
    return { memory };
  },

  async 'gate/case'(_, { tab, page }) {
    await injectOverlay(tab, page);
    return {};
  },

  async 'gate/touched'(_, { tab, page }) {
    // The gate asks where no overlay is yet.
    await injectOverlay(tab, page);
    await tellTab(tab, { tell: 'prepare' }, page);
    return {};
  },

  'gate/held': (input, from) => decideOnce(input.attempt, () => decide(input, from)),

  async 'gate/outcome'({ attempt, outcome: how, status, signIn, fileGone }, { tab }) {
    // A request that could not wait may have ended before its sending was written.
    await decided(attempt);
    const why = signIn ? 'signed-out' : fileGone ? 'file-gone' : whyOf(status);
    const moved =
      how === 'ok'
        ? await outcome(attempt, 'confirmed', { proof: 'response' }, '')
        : how === 'lost'
          ? await outcome(attempt, 'lost', {}, '')
          : await outcome(attempt, 'refused', { why }, '');
    // Let go as no handoff, it has no row that says so.
    if (how === 'ok') await forgetKeptOf(attempt);
    const line = lineFor(moved, why);
    if (line) await sayOn(tab, line);
    return {};
  },

  async 'gate/gone'({ attempt }, { tab }) {
    await changeTab(tab, (state) => ({
      ...state,
      holds: state.holds.map((hold) => (hold.attempt === attempt ? { ...hold, alive: false } : hold)),
    }));
    void tellPanels({ news: 'state', tab });
    return {};
  },

  async 'gate/cancelled'({ attempt, why }, { tab }) {
    // What a page sends while it is being left is stopped and taken back in one breath.
    await decided(attempt);
    await endHold(tab, attempt, why);
    return {};
  },

  async 'gate/ungated'(input, from) {
    speaksFor(
      from,
      input.changes.map(({ ref }) => ref),
    );
    await unjudged(from.tab, input);
    return {};
  },

  async 'gate/learned'(word, { url }) {
    const { protocol, origin } = new URL(url);
    // A frame without an address speaks for no desk.
    if (/^https?:$/.test(protocol)) await saveWords(origin, [word], Date.now());
    return {};
  },

  async 'gate/pending'({ handoff }, { tab }) {
    await changeTab(tab, ({ pending: _, opened: __, ...state }) => ({
      ...state,
      ...(handoff ? { pending: handoff } : {}),
    }));
    void tellPanels({ news: 'state', tab });
    if (!handoff) return { status: null };
    const { armed, shadow } = await playbooksInForce(handoff.ref.origin);
    const status = await statusOfPending(handoff, armed);
    if (status) return { status };
    const silent = shadow.some(({ id }) => id === handoff.playbook);
    return { status: silent ? silentStatus(handoff.playbook) : null };
  },
};

/** Why what left was not taken, by the status of its answer: below zero it refused inside, and without one it never left. */
function whyOf(status = 0): string {
  return status < 0 ? 'refused' : status > 0 ? `answered: ${status}` : 'not-left';
}

/** A new page in the tab: what the page before it held is gone with it. */
async function startPage(tab: number): Promise<void> {
  // What the page before sent while it was being left may be held only now: it is taken back in its turn, and recorded.
  const state = await changeTab(tab, ({ line, mark, me, left, holds }) => ({
    holds,
    ...(left?.[0] ? { left: { 0: left[0] } } : {}),
    ...(line ? { line } : {}),
    ...(mark && mark.pages === 0 ? { mark: { ...mark, pages: 1 } } : {}),
    ...(me ? { me } : {}),
  }));
  for (const { attempt, frame } of state.holds) if (frame === 0) await endHold(tab, attempt, 'page left');
  if (state.mark) await showMark(tab, state.mark.code);
}

/**
 * What the document before this one sent from the same frame. Only the very next document hears of it, however often it asks, and the same
 * page where it is loaded again.
 */
async function leftBefore(tab: number, frame: number, page = 0, again = false): Promise<Left | undefined> {
  if (!(await readTab(tab)).left?.[frame]) return undefined;
  let found: Left | undefined;
  await changeTab(tab, (state) => {
    const { [frame]: last, ...others } = state.left ?? {};
    const mine = last && (last.page === undefined || last.page === page || again);
    if (mine) found = { url: last.url, at: last.at, changes: last.changes };
    return { ...state, left: mine ? { ...others, [frame]: { ...last, page } } : others };
  });
  return found;
}
