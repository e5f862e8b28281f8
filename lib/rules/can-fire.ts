import type { Playbook, TriggerCase } from '../model/playbook';
import type { Site } from '../model/site';

/** The fields whose change a desk lets Baton hold, by kind of case. */
export type Holds = Partial<Record<string, string[]>>;

/** What can be held on the desks of a site: what its requests change, and its controls. */
export function holdsOf({ writes, holdAt = [] }: Pick<Site, 'writes' | 'holdAt'>): Holds {
  const all: Holds = {};
  const add = (kind: string, fields: readonly string[]) => {
    all[kind] = [...new Set([...(all[kind] ?? []), ...fields])].sort();
  };
  for (const { kind, changes } of writes)
    add(
      kind,
      changes.map(({ field }) => field),
    );
  for (const { kind, changes = [], differs = [] } of holdAt)
    add(kind, [...changes.map(({ field }) => field), ...differs]);
  return all;
}

/** Whether a change of this field, of a case of one of these kinds, can be held there. */
export function holdsField(holds: Holds, field: TriggerCase['field'], kinds: readonly string[]): boolean {
  const names = field === 'tag' ? ['tag', 'tags'] : [field];
  return kinds.some((kind) => names.some((name) => holds[kind]?.includes(name)));
}

/** Whether a playbook can hold anything there. `roster`: who works in which team is known, so a new owner may mean a new team. */
export function canFire({ trigger }: Pick<Playbook, 'trigger'>, holds: Holds, roster: boolean): boolean {
  return trigger.any.some(
    ({ field }) =>
      holdsField(holds, field, trigger.kinds) ||
      (roster && field === 'team' && holdsField(holds, 'owner', trigger.kinds)),
  );
}
