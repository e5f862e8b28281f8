import type { OpenDraft } from '../../components/popup/draft-list';
import { stillMissing } from '../../lib/audit/progress';
import { caseKey } from '../../lib/model/case-key';
import type { Draft } from '../../lib/model/handoff';
import { allPlaybooks } from '../../lib/playbooks/all';
import { recentTexts } from '../../lib/store/handoffs';
import { sightingsOf } from '../../lib/store/sightings';

/** Drafts that are measured; the others are listed without how far they are. */
const MEASURED = 10;

/** How far the first drafts are, by their keys: measured against their playbooks and what their pages last said. */
export async function measure(drafts: readonly Draft[], now: number): Promise<Map<string, OpenDraft>> {
  const first = drafts.slice(0, MEASURED);
  if (first.length === 0) return new Map();
  const playbooks = new Map((await allPlaybooks()).map(({ playbook }) => [playbook.id, playbook]));
  const snapshots = new Map(
    (await sightingsOf(first.map(({ ref }) => ref))).map(({ key, snapshot }) => [key, snapshot]),
  );
  const recent = new Map<string, string[]>();
  for (const id of new Set(first.map(({ playbook }) => playbook))) recent.set(id, await recentTexts(id));
  return new Map(
    first.map((draft) => {
      const playbook = playbooks.get(draft.playbook);
      const snapshot = snapshots.get(caseKey(draft.ref));
      const missing = stillMissing(draft, playbook, snapshot, recent.get(draft.playbook) ?? [], now);
      return [draft.key, { draft, playbook: playbook?.name ?? draft.playbook, missing }];
    }),
  );
}
