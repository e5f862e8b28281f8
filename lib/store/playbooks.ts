import { Playbook } from '../model/playbook';
import { reading } from './aside';
import type { BatonDatabase } from './db';
import { takeOne, usable } from './read';
import type { PlaybookVersionRow } from './tables';

/** Who saved it, and why; both may be empty. */
export type Saving = { who: string; why: string; now: number };

/** The person's own playbooks. A broken one goes aside; the rest work. */
export function ownPlaybooks(): Promise<Playbook[]> {
  return reading(async (db) => usable(db, 'playbooks', await db.playbooks.toArray()));
}

/**
 * Keeps a playbook as the newest of its versions and returns it so numbered. `before` is what stands in its place until now and was never
 * saved here (one that Baton brings): it becomes the first version, so that one can go back to it.
 */
export function savePlaybook(playbook: Playbook, saving: Saving, before?: Playbook): Promise<Playbook> {
  return reading((db) =>
    db.transaction('rw', db.playbooks, db.playbookVersions, db.aside, async () => {
      // A broken one under this id is set aside here, never overwritten.
      await takeOne(db, 'playbooks', playbook.id);
      const known = await versionsIn(db, playbook.id);
      if (before && known.length === 0) await db.playbookVersions.put(versionOf(before, { who: '', why: '', now: 0 }));
      const newest = Math.max(0, before?.version ?? 0, ...known.map(({ version }) => version));
      const next = Playbook.parse({ ...playbook, version: newest + 1 });
      await db.playbooks.put(next);
      await db.playbookVersions.put(versionOf(next, saving));
      return next;
    }),
  );
}

/** Every version that was saved of a playbook, the newest first. */
export function playbookVersions(id: string): Promise<PlaybookVersionRow[]> {
  return reading((db) => versionsIn(db, id));
}

/** Takes a playbook away; its versions stay, for records that name them and for who wants it back. */
export function removePlaybook(id: string): Promise<void> {
  return reading((db) => db.transaction('rw', db.playbooks, () => db.playbooks.delete(id)));
}

async function versionsIn(db: BatonDatabase, id: string): Promise<PlaybookVersionRow[]> {
  const rows = await usable(db, 'playbookVersions', await db.playbookVersions.where('id').equals(id).toArray());
  return rows.sort((a, b) => b.version - a.version);
}

function versionOf(playbook: Playbook, { who, why, now }: Saving): PlaybookVersionRow {
  const { id, version } = playbook;
  return { id, version, at: now, who: who.slice(0, 300), why: why.slice(0, 500), playbook };
}
