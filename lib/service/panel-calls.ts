import { browser } from 'wxt/browser';
import { calls, type Done, type Line } from '../messages/protocol';
import type { From, Handlers } from '../messages/server';
import type { Draft } from '../model/handoff';
import { mayOverride } from '../rules/override';
import { readPolicy } from '../settings/policy';
import { changeSettings, readSettings } from '../settings/settings';
import { saveAnswer, saveReason } from '../store/drafts';
import { storeError } from '../store/errors';
import { takeBackSent } from './elsewhere';
import { dropHold, endHold } from './hold';
import { inTime } from './in-time';
import { type Judged, statusOf } from './judge';
import { lineFor, outcome } from './outcome';
import { judgeShown } from './panel-state';
import { armedPlaybooks } from './playbooks';
import { record } from './record';
import { about, movesOf, recordSending } from './send';
import { shownIn } from './shown';
import { handoffsShown, readTab, type TabHold, type TabState } from './tab-state';
import { tellAllTabs, tellPanels, tellTab } from './tell';

type PanelCalls = Pick<
  Handlers,
  | 'panel/state'
  | 'draft/save'
  | 'draft/reason'
  | 'panel/send'
  | 'panel/override'
  | 'panel/misfire'
  | 'panel/cancel'
  | 'panel/held'
  | 'panel/hide'
  | 'panel/other-side'
  | 'panel/reading'
  | 'panel/routes'
>;

const no = (code: string, detail?: string): Extract<Done, { ok: false }> => ({
  ok: false,
  code,
  ...(detail ? { detail } : {}),
});

export const panelCalls: PanelCalls = {
  async 'panel/state'({ nonce }, from) {
    const state = await stateFor(nonce, from);
    return state ? shownIn(from.tab, state) : { state: null };
  },

  'draft/save': ({ nonce, keys, criterion, answer }, from) =>
    saved(nonce, keys, from, async ({ handoff, playbook, title, url }) =>
      saveAnswer(
        { ref: handoff.ref, playbook: playbook.id, playbookVersion: playbook.version, title, url },
        criterion,
        answer,
        Date.now(),
      ),
    ),

  async 'draft/reason'({ nonce, keys, reason }, from) {
    const done = await saved(nonce, keys, from, async ({ handoff, playbook, title, url }) =>
      saveReason(
        { ref: handoff.ref, playbook: playbook.id, playbookVersion: playbook.version, title, url },
        reason,
        Date.now(),
      ),
    );
    return done.ok ? { ok: true } : done;
  },

  async 'panel/send'({ nonce }, from) {
    return withHold(nonce, from, async (hold, state, judged) => {
      if (!judged.every(({ evaluation }) => evaluation.met)) {
        void tellPanels({ news: 'state', tab: from.tab });
        return no('still-missing');
      }
      return letGo(hold, state, judged, from.tab);
    });
  },

  async 'panel/override'({ nonce, reason }, from) {
    return withHold(nonce, from, async (hold, state, judged) => {
      const [{ roster }, { policy }] = await Promise.all([readSettings(), readPolicy()]);
      if (!judged.every(({ playbook }) => mayOverride(playbook, state.me, roster, policy.override)))
        return no('no-override');
      return letGo(hold, state, judged, from.tab, reason.trim());
    });
  },

  async 'panel/misfire'({ nonce }, from) {
    return withHold(nonce, from, async (hold, state, judged) => {
      await record(
        judged.map((one) => ({ ...about(one, hold.attempt), kind: 'misfire' as const, moves: movesOf(one.handoff) })),
        state.me,
        from.tab,
      );
      const answer = await tellTab<{ went: boolean }>(from.tab, { tell: 'let-go', attempt: hold.attempt }, hold.frame);
      await dropHold(from.tab, hold.attempt);
      return answer?.went ? { ok: true } : no('gone');
    });
  },

  async 'panel/cancel'({ nonce }, from) {
    const state = await stateFor(nonce, from);
    const hold = state?.holds.at(-1);
    if (!hold) return hide(nonce, from);
    await tellTab(from.tab, { tell: 'cancel', attempt: hold.attempt, why: 'not now' }, hold.frame);
    await endHold(from.tab, hold.attempt, 'not now');
    return { ok: true };
  },

  async 'panel/held'({ nonce, to, missing }, from) {
    if (!(await stateFor(nonce, from))) return no('not-yours');
    await tellTab(from.tab, { tell: 'held', to, missing });
    return { ok: true };
  },

  'panel/hide': ({ nonce }, from) => hide(nonce, from),

  async 'panel/reading'({ nonce }, from) {
    if (!(await stateFor(nonce, from))) return no('not-yours');
    await browser.tabs.create({
      url: browser.runtime.getURL(`/dashboard.html#reading/${from.tab}`),
      openerTabId: from.tab,
    });
    return { ok: true };
  },

  async 'panel/routes'({ nonce, set }, from) {
    const state = await stateFor(nonce, from);
    const shown = state ? handoffsShown(state) : [];
    const [first] = shown;
    const playbook = first && (await armedPlaybooks(first.ref.origin)).find(({ id }) => id === first.playbook);
    const routes = playbook?.routing ?? [];
    // With several cases the page shows none of them: the person does it.
    const answer =
      routes.length > 0 && shown.length === 1
        ? await tellTab<{ routes: unknown }>(from.tab, {
            tell: 'routes',
            routes,
            ...(set === undefined ? {} : { set }),
          })
        : undefined;
    const read = RouteStates.safeParse(answer?.routes);
    return { routes: read.success ? read.data : routes.map(() => 'cannot' as const) };
  },

  async 'panel/other-side'({ nonce }, from) {
    if (!(await stateFor(nonce, from))) return no('not-yours');
    const { panel } = await changeSettings((settings) => {
      const side = settings.panel.side === 'left' ? 'right' : 'left';
      return { ...settings, panel: { ...settings.panel, side } };
    });
    await tellAllTabs({ tell: 'place', panel });
    return { ok: true };
  },
};

/** A page says of its own controls what it likes: no more than this is taken from it. */
const RouteStates = calls['panel/routes'].out.shape.routes;

/** The tab's state, for the one frame that its overlay made: any other frame of ours knows no nonce. */
async function stateFor(nonce: string, { tab }: From): Promise<TabState | null> {
  const state = await readTab(tab);
  return state.nonce === nonce ? state : null;
}

/** The panel gives the page back. */
async function hide(nonce: string, from: From): Promise<Done> {
  const state = await stateFor(nonce, from);
  if (!state) return no('not-yours');
  await tellTab(from.tab, { tell: 'hide-panel', folded: state.holds.at(-1)?.alive === true });
  return { ok: true };
}

/** The panel says that something is not saved after this long, in milliseconds. It goes on trying. */
const SAVED_WITHIN = 3_000;

/** Keeps something in the drafts of these cases; answered only after the database has it. */
async function saved(nonce: string, keys: string[], from: From, save: (judged: Judged) => Promise<Draft>) {
  const state = await stateFor(nonce, from);
  if (!state) return no('not-yours');
  try {
    const saving = async () => {
      const judged = await judgeShown(state);
      return Promise.all(judged.filter(({ draft }) => keys.includes(draft.key)).map(save));
    };
    const drafts = await inTime(saving(), SAVED_WITHIN);
    if (drafts.length === 0) return no('no-case');
    for (const draft of drafts) void tellPanels({ news: 'draft', draft });
    void tellStatuses(state);
    if (state.elsewhere) void tellPanels({ news: 'state', tab: from.tab });
    return { ok: true as const, revision: Math.max(...drafts.map(({ revision }) => revision)), at: Date.now() };
  } catch (error) {
    const { code, message } = storeError(error);
    return no(code, message);
  }
}

/** Every gate that has one of these cases learns how far its draft is now. */
async function tellStatuses(state: TabState): Promise<void> {
  for (const judged of await judgeShown(state))
    await tellAllTabs({ tell: 'draft', ref: judged.handoff.ref, status: statusOf(judged) });
}

/** What is being done with a hold now: a second press gets the answer of the first, so that nothing is sent or recorded twice. */
const acting = new Map<string, Promise<Done>>();

async function withHold(
  nonce: string,
  from: From,
  act: (hold: TabHold, state: TabState, judged: Judged[]) => Promise<Done>,
): Promise<Done> {
  const state = await stateFor(nonce, from);
  if (!state) return no('not-yours');
  const hold = state.holds.at(-1);
  if (!hold) return no('nothing-held');
  const begun = acting.get(hold.attempt);
  if (begun) return begun;
  const work = unlessCovered(from.tab, async () =>
    (await inTime(takeBackSent(from.tab, state)))
      ? no('sent-elsewhere')
      : act(hold, state, await inTime(judgeShown(state))),
  )
    .catch((error) => {
      const { code, message } = storeError(error);
      return no(`unsent-${code}`, message);
    })
    .finally(() => acting.delete(hold.attempt));
  acting.set(hold.attempt, work);
  return work;
}

/** Does it for a person who sees what they press: the overlay looks at this moment. A page that does not answer shows no panel. */
async function unlessCovered(tab: number, act: () => Promise<Done>): Promise<Done> {
  const answer = await tellTab<{ sees: string }>(tab, { tell: 'seen' });
  return answer?.sees === 'seen' ? act() : no(answer?.sees ?? 'covered');
}

/** Recorded first, then let go, once. What turns out to be gone from the page is a draft again. */
async function letGo(hold: TabHold, state: TabState, judged: Judged[], tab: number, override?: string): Promise<Done> {
  if (!hold.alive) return gone(tab, hold.attempt);
  let wanted = true;
  const sending = recordSending(judged, {
    attempt: hold.attempt,
    door: hold.door,
    tab,
    wasHeld: true,
    me: state.me,
    now: Date.now(),
    ...(override === undefined ? {} : { override }),
    wanted: () => wanted,
  });
  const recorded = await inTime(sending).finally(() => {
    wanted = false;
  });
  if (!recorded) return no('sent-elsewhere');
  const answer = await tellTab<Gone>(tab, { tell: 'let-go', attempt: hold.attempt }, hold.frame);
  await dropHold(tab, hold.attempt);
  if (answer?.went) return { ok: true };
  // No answer: the page may have left with the request. Its next page, or the next visit, tells.
  if (!answer) {
    await outcome(hold.attempt, 'lost', {}, state.me ?? '');
    return no('no-answer');
  }
  const why = answer.fileGone ? 'file-gone' : 'gone';
  const moved = await outcome(hold.attempt, 'refused', { why }, state.me ?? '');
  return gone(tab, hold.attempt, (answer.fileGone && lineFor(moved, why)) || PRESS_AGAIN);
}

/** What a gate says of what it was told to let go. */
type Gone = { went: boolean; fileGone?: true };

const PRESS_AGAIN: Line = { key: 'line_press_again', subs: [], tone: 'warn' };

/** What was held is not in the page any more: the answers are kept, and the person repeats the action. */
async function gone(tab: number, attempt: string, line: Line = PRESS_AGAIN): Promise<Done> {
  await dropHold(tab, attempt);
  await tellTab(tab, { tell: 'line', line });
  return no('gone');
}
