import type { CaseHandoff } from '../model/attempt';
import { draftKey, EVERY } from '../model/case-key';
import type { Handoff } from '../model/handoff';
import { handoffsSince, readHandoff } from '../store/handoffs';
import { elsewhereSays, type SentElsewhere } from '../words/elsewhere';
import { tellOverlay } from './inject';
import { keepLine } from './lines';
import { recordCancelled } from './record';
import { changeTab, type Elsewhere, handoffsShown, readTabs, type TabHold, type TabState } from './tab-state';
import { tellPanels, tellTab } from './tell';

/** The record's word for why a hold ended: another tab sends the same. */
const WHY = 'sent elsewhere';

/**
 * These are about to leave from a tab. What other tabs hold of the same cases is taken back there, and they say who sent it. Resolves once nothing of
 * it can be let go any more. A tab that sleeps hears of it when it wakes: nobody waits for it.
 */
export async function sentFrom(tab: number, handoffs: readonly Handoff[]): Promise<void> {
  for (const [other, state] of await readTabs())
    if (other !== tab && shows(state, handoffs)) await takeBack(other, handoffs);
}

/** A worker may have ended before it told this tab what another one sent: the database knows. */
export async function takeBackSent(tab: number, state: TabState): Promise<boolean> {
  const hold = state.holds.at(-1);
  if (!hold) return false;
  const sent = await handoffsSince(hold.since);
  const others = sent.filter((one) => one.tab !== tab && one.state !== 'failed');
  if (!shows(state, others)) return false;
  await takeBack(tab, others);
  return true;
}

async function takeBack(tab: number, sent: readonly Handoff[]): Promise<void> {
  let ended: TabHold[] = [];
  let told: Handoff | undefined;
  const state = await changeTab(tab, (before) => {
    ended = before.holds.filter(({ handoffs }) => sentAmong(handoffs, sent));
    const shown = handoffsShown(before);
    told = sentAmong(shown, sent);
    const { opened: _, ...after } = { ...before, holds: before.holds.filter((hold) => !ended.includes(hold)) };
    return told ? { ...after, elsewhere: noted(told, shown) } : { ...before, holds: after.holds };
  });
  for (const { attempt, frame } of ended) void tellTab(tab, { tell: 'cancel', attempt, why: WHY }, frame);
  await recordCancelled(ended, WHY, state.me, tab);
  void tellPanels({ news: 'state', tab });
  const [first] = sent.filter((one) => ended.some(({ handoffs }) => sentAmong(handoffs, [one])));
  const about = told ?? first;
  if (about) await sayElsewhere(tab, facts(about), ended[0]?.page);
}

/** How handoffs of other tabs ended: a tab that says who sent one says this too. */
export async function endedElsewhere(moved: readonly Handoff[]): Promise<void> {
  for (const [tab, { elsewhere }] of await readTabs()) {
    const mine = moved.find(({ id }) => id === elsewhere?.id);
    if (!mine) continue;
    void tellPanels({ news: 'state', tab });
    await sayElsewhere(tab, facts(mine));
  }
}

/** What the panel of a tab says of a handoff that another tab sent, as it stands now. */
export async function elsewhereNow({ id, to, by, at, handoffs }: Elsewhere) {
  const row = await readHandoff(id);
  const now = row ? facts(row) : { state: 'sent' as const, to, ...(by ? { by } : {}), at };
  return { ...now, title: row?.title ?? '', others: handoffs.length - 1 };
}

/** Stays on the page until the next one: a tab in the background is looked at later. */
async function sayElsewhere(tab: number, sent: SentElsewhere, page?: string): Promise<void> {
  const line = { ...elsewhereSays(sent), tone: 'warn' as const };
  await keepLine(tab, line);
  void tellOverlay(tab, { tell: 'line', line }, page);
}

function facts({ state, to, sender, createdAt }: Handoff): SentElsewhere {
  const known = state === 'sending' || state === 'unconfirmed' || state === 'failed' ? state : 'sent';
  return { state: known, to, ...(sender ? { by: sender } : {}), at: createdAt };
}

function noted({ id, to, sender, createdAt }: Handoff, handoffs: CaseHandoff[]): Elsewhere {
  return { id, to, ...(sender ? { by: sender } : {}), at: createdAt, handoffs };
}

function shows(state: TabState, sent: readonly Handoff[]): boolean {
  return [handoffsShown(state), ...state.holds.map(({ handoffs }) => handoffs)].some((all) => sentAmong(all, sent));
}

/** One of those that were sent is among these. Which cases a request that names none meant nobody knows. */
function sentAmong(handoffs: readonly CaseHandoff[], sent: readonly Handoff[]): Handoff | undefined {
  const keys = new Set(handoffs.map(({ ref, playbook }) => draftKey(ref, playbook)));
  return sent.find(({ ref, playbook }) => ref.id !== EVERY && keys.has(draftKey(ref, playbook)));
}
