import type { DraftStatus, PanelState } from '../messages/protocol';
import type { Handlers } from '../messages/server';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef } from '../model/case';
import { caseKey, draftKey } from '../model/case-key';
import type { Playbook } from '../model/playbook';
import { readDraft } from '../store/drafts';
import { type Judged, judge, statusOf } from './judge';
import { panelState } from './panel-state';
import { armedPlaybooks } from './playbooks';
import { changeTab, readTab, type TabState } from './tab-state';
import { tellPanels } from './tell';

/** A case, with what the page calls it and the team that it shows. */
type Touched = Parameters<Handlers['overlay/touched']>[0];

/**
 * Has the panel of a tab draw, out of sight, what a hold of this case would most likely show. Gives how far its draft is, or null where
 * nothing is drawn.
 */
export async function drawAhead(tab: number, touched: Touched): Promise<DraftStatus | null> {
  const before = await readTab(tab);
  const { pending, nonce } = before;
  const ahead = pending && caseKey(pending.ref) === caseKey(touched.ref) ? pending : await likely(touched.ref, touched);
  if (!ahead || !nonce || before.holds.length > 0) return null;
  // For a panel whose page is only loading: it asks once it is there.
  const state = await changeTab(tab, (now) => ({ ...now, ahead }));
  const drawn = await judgeAhead(state);
  // Held meanwhile, the panel was told what really is: nothing may take its place.
  if (!drawn || (await readTab(tab)).holds.length > 0) return null;
  await tellPanels({ news: 'state', tab, shows: { nonce, state: drawn.sheet } });
  return statusOf(drawn.judged);
}

/** The same for a panel that asks; null where nobody touched anything. */
export async function sheetAhead(state: TabState): Promise<PanelState | null> {
  return (await judgeAhead(state))?.sheet ?? null;
}

/** Drawn as if it were held: then hardly anything differs once it is. */
async function judgeAhead(state: TabState): Promise<{ judged: Judged; sheet: PanelState } | null> {
  const { ahead, me } = state;
  if (!ahead) return null;
  const now = Date.now();
  const [judged] = await judge([ahead], await armedPlaybooks(ahead.ref.origin), me, now);
  const sheet = judged && (await panelState(state, [judged]));
  if (!sheet) return null;
  return {
    judged,
    sheet: { ...sheet, hold: { attempt: 'ahead', door: 'wire', since: now, alive: true }, ahead: true },
  };
}

/** The playbook that a person who opens the panel unasked most likely means: one with a draft, else the first for this kind of case. */
export async function likely(
  ref: CaseRef | undefined,
  { title, team }: Partial<Touched> = {},
): Promise<CaseHandoff | null> {
  if (!ref) return null;
  const fitting = (await armedPlaybooks(ref.origin)).filter(({ trigger }) => trigger.kinds.includes(ref.kind));
  const drafted = await Promise.all(
    fitting.map(async (playbook: Playbook) => ((await readDraft(draftKey(ref, playbook.id))) ? playbook : null)),
  );
  const playbook = drafted.find((one) => one !== null) ?? fitting[0];
  if (!playbook) return null;
  // What the playbook waits for, so that the panel can say to whom.
  const change = { field: 'team', ...(team ? { from: { label: team } } : {}), to: { label: playbook.receiver.team } };
  return { ref, playbook: playbook.id, ...(title ? { title } : {}), changes: [change] };
}
