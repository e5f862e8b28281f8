import type { DraftStatus } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef } from '../model/case';
import { caseKey, draftKey } from '../model/case-key';
import type { Playbook } from '../model/playbook';
import { readDraft } from '../store/drafts';
import { playbooksOrBuiltIn } from './gate-memory';
import { judge, statusOf } from './judge';
import { panelState } from './panel-state';
import { readTab } from './tab-state';
import { tellPanels } from './tell';

/**
 * Has the panel of a tab draw, out of sight, what a hold of this case would most likely show; how far its draft is, or null where nothing is drawn. It is
 * drawn as if it were held: then hardly anything differs once it is.
 */
export async function drawAhead(tab: number, ref: CaseRef): Promise<DraftStatus | null> {
  const state = await readTab(tab);
  const { pending, nonce, me } = state;
  const handoff = pending && caseKey(pending.ref) === caseKey(ref) ? pending : await likely(ref);
  if (!handoff || !nonce || state.holds.length > 0) return null;
  const [judged] = await judge([handoff], await playbooksOrBuiltIn(), me, Date.now());
  const held = {
    attempt: 'ahead',
    door: 'wire' as const,
    frame: 0,
    since: Date.now(),
    alive: true,
    handoffs: [handoff],
  };
  const shows = judged && (await panelState({ ...state, holds: [held] }, [judged]));
  if (!shows) return null;
  await tellPanels({ news: 'state', tab, shows: { nonce, state: shows, ahead: true } });
  return statusOf(judged);
}

/** The playbook that a person who opens the panel unasked most likely means: one with a draft, else the first for this kind of case. */
export async function likely(ref: CaseRef | undefined): Promise<CaseHandoff | null> {
  if (!ref) return null;
  const fitting = (await playbooksOrBuiltIn()).filter(({ trigger }) => trigger.kinds.includes(ref.kind));
  const drafted = await Promise.all(
    fitting.map(async (playbook: Playbook) => ((await readDraft(draftKey(ref, playbook.id))) ? playbook : null)),
  );
  const playbook = drafted.find((one) => one !== null) ?? fitting[0];
  return playbook ? { ref, playbook: playbook.id, changes: [likelyChange(playbook)] } : null;
}

/** What the playbook waits for, so that the panel can say to whom. */
function likelyChange({ receiver }: Playbook) {
  return { field: 'team', to: { label: receiver.team } };
}
