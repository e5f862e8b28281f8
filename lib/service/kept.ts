import { z } from 'zod';
import { KeptRow, KeptStates } from '../messages/kept-protocol';
import type { Handlers } from '../messages/server';
import type { CaseRef } from '../model/case';
import { caseKey } from '../model/case-key';
import { type Kept, KeptState } from '../model/kept';
import { unsettledOf } from '../store/handoffs';
import { forgetKept, isKept, keepTexts, keptOf } from '../store/kept';
import { speaksFor } from './speaks-for';
import { heldAttempts, readTab } from './tab-state';
import { tellTab } from './tell';

const Answer = z.object({ states: KeptStates, put: KeptState.optional() });

export const keptCalls: Pick<Handlers, 'kept/save' | 'kept/look' | 'panel/kept'> = {
  async 'kept/save'({ attempt, page, ref, texts, cut }, from) {
    speaksFor(from, [ref]);
    const key = caseKey(ref);
    const id = `${key}|${page}`;
    const { holds } = await readTab(from.tab);
    const held = holds.some((hold) => hold.attempt === attempt && hold.frame === from.frame);
    // What is told while the page goes may come after its hold is over. What was sent since is not kept again.
    if (!held && !(await isKept(id, attempt))) return {};
    await keepTexts({ id, key, ref, attempt, at: Date.now(), texts, cut });
    return {};
  },

  async 'kept/look'({ ref }, from) {
    speaksFor(from, [ref]);
    return { kept: (await offered(ref)).map((one) => KeptRow.parse(one)) };
  },

  async 'panel/kept'({ nonce, put, discard }, { tab }) {
    const state = await readTab(tab);
    if (state.nonce !== nonce || !state.seen) return { kept: [] };
    const mine = await offered(state.seen);
    if (discard !== undefined && mine.some(({ id }) => id === discard)) await forgetKept(discard);
    const kept = mine.filter(({ id }) => id !== discard).map((one) => KeptRow.parse(one));
    if (kept.length === 0) return { kept: [] };
    const told = Answer.safeParse(await tellTab(tab, { tell: 'kept', kept, ...(put ? { put } : {}) }));
    if (!told.success) return { kept: [] };
    const { states, put: done } = told.data;
    return {
      kept: kept.map((one, row) => ({ ...one, states: one.texts.map((_, n) => states[row]?.[n] ?? 'missing') })),
      ...(done ? { put: done } : {}),
    };
  },
};

/** What is kept of a case's pages that were left: not what is held now, or is on its way. */
export async function offered(ref: CaseRef): Promise<Kept[]> {
  const key = caseKey(ref);
  const kept = await keptOf(key);
  if (kept.length === 0) return [];
  const [held, open] = await Promise.all([heldAttempts(), unsettledOf(key)]);
  const leaving = open.filter(({ state }) => state === 'sending').map(({ attempt }) => attempt);
  return kept.filter(({ attempt }) => !held.has(attempt) && !leaving.includes(attempt));
}
