import { browser } from 'wxt/browser';
import { z } from 'zod';
import { Left, Line } from '../messages/protocol';
import { CaseHandoff, Door } from '../model/attempt';
import { CaseRef, Health } from '../model/case';
import { whoIs } from './me';

/** One attempt that a gate of the tab keeps. */
const TabHold = z.object({
  attempt: z.string(),
  door: Door,
  frame: z.number(),
  /** The document whose panel shows it: another page in the tab is told nothing of it. */
  page: z.string().optional(),
  since: z.number(),
  alive: z.boolean(),
  onLeaving: z.literal(true).optional(),
  handoffs: z.array(CaseHandoff).min(1),
});
export type TabHold = z.infer<typeof TabHold>;

/** A handoff that another tab sent while this one showed the same: the panel says so in place of the checklist. */
const Elsewhere = z.object({
  id: z.string(),
  to: z.string(),
  by: z.string().optional(),
  at: z.number(),
  /** What this tab showed or held. */
  handoffs: z.array(CaseHandoff).min(1),
});
export type Elsewhere = z.infer<typeof Elsewhere>;

/** What the background knows of one tab. It outlives the worker, not the browser. */
const TabState = z.object({
  nonce: z.string().optional(),
  me: z.string().optional(),
  health: Health.optional(),
  /** The case that the page shows. */
  seen: CaseRef.optional(),
  /** When it began to show it: what it showed first after that is what the desk gave. */
  seenSince: z.number().optional(),
  /** The handoff of this case that no gate saw: the panel opens for it. */
  arrived: CaseHandoff.optional(),
  /** The handoff that the form shows before any press. */
  pending: CaseHandoff.optional(),
  /** What the panel has drawn, out of sight: the person touched what may hand it over. */
  ahead: CaseHandoff.optional(),
  /** What the panel was opened for without a hold. */
  opened: z.array(CaseHandoff).optional(),
  elsewhere: Elsewhere.optional(),
  /** The person opened the panel, and the database did not say for what. */
  wanted: z.literal(true).optional(),
  /** Newest last: that one the panel shows. */
  holds: z.array(TabHold),
  /** What last left each frame as a navigation. `page`: the document that came after it, by when that began to load. */
  left: z.record(z.string(), Left.extend({ page: z.number().optional() })).optional(),
  /** What was said last, and when: a page that comes right after says it again. */
  line: Line.extend({ at: z.number() }).optional(),
  /**
   * Why the icon is marked, and on how many pages it was before this one: the browser takes the mark away with the page, and a form's
   * own page is gone before anybody looks.
   */
  mark: z.object({ code: z.string(), why: z.string().optional(), pages: z.number() }).optional(),
});
export type TabState = z.infer<typeof TabState>;

const EMPTY: TabState = { holds: [] };
const name = (tab: number) => `tab:${tab}`;
let turn: Promise<unknown> = Promise.resolve();

/** A tab's state, with every change that was asked for before. */
export async function readTab(tab: number): Promise<TabState> {
  await turn;
  return withMe(await storedTab(tab));
}

/** A desk that does not say who is signed in leaves it to the settings. What they say is never kept as the desk's word. */
async function withMe(state: TabState): Promise<TabState> {
  const me = await whoIs(state.me);
  return me ? { ...state, me } : state;
}

async function storedTab(tab: number): Promise<TabState> {
  return stateOf((await browser.storage.session.get(name(tab)))[name(tab)]);
}

function stateOf(stored: unknown): TabState {
  const read = TabState.safeParse(stored ?? EMPTY);
  return read.success ? read.data : EMPTY;
}

/** The states of all tabs that are known of. */
export async function readTabs(): Promise<[tab: number, state: TabState][]> {
  await turn;
  const all = Object.entries(await browser.storage.session.get());
  return all.flatMap(([key, stored]) => (key.startsWith('tab:') ? [[Number(key.slice(4)), stateOf(stored)]] : []));
}

/** Changes a tab's state, one change after the other. */
export function changeTab(tab: number, change: (state: TabState) => TabState): Promise<TabState> {
  const next = turn.then(async () => {
    const changed = change(await storedTab(tab));
    await browser.storage.session.set({ [name(tab)]: changed });
    return changed;
  });
  turn = next.catch(() => undefined);
  return next.then(withMe);
}

/** What is held in any tab now. A tab that the browser put away to save room has no page, and may come back under another number. */
export async function heldAttempts(): Promise<Set<string>> {
  const open = (await browser.tabs.query({})).filter(({ discarded }) => !discarded).map(({ id }) => id);
  const states = (await readTabs()).filter(([tab]) => open.includes(tab));
  return new Set(states.flatMap(([, { holds }]) => holds.map(({ attempt }) => attempt)));
}

export async function forgetTab(tab: number): Promise<void> {
  await browser.storage.session.remove(name(tab));
}

/**
 * What the panel of a tab is about: the newest hold, else what another tab sent of it, else what it was opened for, else what the form shows.
 */
export function handoffsShown({ holds, elsewhere, opened, pending }: TabState): CaseHandoff[] {
  return holds.at(-1)?.handoffs ?? elsewhere?.handoffs ?? opened ?? (pending ? [pending] : []);
}

/** Drops one hold. */
export function withoutHold(state: TabState, attempt: string): TabState {
  return { ...state, holds: state.holds.filter((hold) => hold.attempt !== attempt) };
}
