import { CaseRef } from '../model/case';
import { caseKey } from '../model/case-key';
import { eraseLine } from '../rules/event-chain';
import { refOf } from './case-index';
import { inStore } from './store';

/** How much was erased of a case. */
export type Erased = { events: number; drafts: number; handoffs: number; sightings: number; aside: number };

/**
 * Forgets a case: its drafts, kept texts, handoffs, sighting and what of it was set aside go; of its events the payload and salt go,
 * and the bare lines stay, so that the chain still verifies. All or nothing.
 */
export function eraseCase(key: string): Promise<Erased> {
  return inStore((db) =>
    db.transaction('rw', [db.drafts, db.handoffs, db.events, db.sightings, db.aside, db.kept], async () => {
      // Also lines that no longer read as events: what they hold of the case goes all the same.
      const lines = await db.events.where('case').equals(key).toArray();
      await db.events.bulkPut(lines.map(eraseLine));
      const drafts = await db.drafts
        .where('key')
        .startsWith(`${key}|`)
        .filter((draft) => isOf(key, draft))
        .delete();
      await db.kept.where('key').equals(key).delete();
      const handoffs = await db.handoffs.where('[ref.origin+ref.kind+ref.id]').equals(refOf(key)).delete();
      const sightings = await db.sightings.where('key').equals(key).delete();
      const aside = await db.aside.filter(({ record }) => isOf(key, record)).delete();
      return { events: lines.length, drafts, handoffs, sightings, aside };
    }),
  );
}

/** A case's id may itself hold a bar, so the start of a key is not proof. */
function isOf(key: string, record: unknown): boolean {
  const ref = CaseRef.safeParse((record as { ref?: unknown } | null)?.ref);
  return ref.success && caseKey(ref.data) === key;
}
