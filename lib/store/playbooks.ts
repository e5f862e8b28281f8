import { Playbook } from '../model/playbook';
import { builtInPlaybooks } from '../rules/playbooks/built-in';
import { reading } from './aside';
import { takeOne, usable } from './read';

/** The playbooks that Baton brings, with the person's own in place of those of the same id. A broken own one goes aside; the rest work. */
export async function activePlaybooks(): Promise<Playbook[]> {
  const own = await ownPlaybooks();
  const taken = new Set(own.map((playbook) => playbook.id));
  return [...builtInPlaybooks.filter((playbook) => !taken.has(playbook.id)), ...own];
}

export function ownPlaybooks(): Promise<Playbook[]> {
  return reading(async (db) => usable(db, 'playbooks', await db.playbooks.toArray()));
}

export function savePlaybook(playbook: Playbook): Promise<void> {
  return reading((db) =>
    db.transaction('rw', db.playbooks, db.aside, async () => {
      // A broken one under this id is set aside here, never overwritten.
      await takeOne(db, 'playbooks', playbook.id);
      await db.playbooks.put(Playbook.parse(playbook));
    }),
  );
}

export function removePlaybook(id: string): Promise<void> {
  return reading((db) => db.transaction('rw', db.playbooks, () => db.playbooks.delete(id)));
}
