import type { Playbook } from '../model/playbook';
import type { TeamRoster } from '../model/settings';
import { fold, samePerson, teamsOf } from './people';

/**
 * Whether a person may let a handoff go with something missing: where the playbook lets nobody, nobody may; where it names people or teams,
 * those of them alone, so not somebody whom the desk does not name.
 */
export function mayOverride(
  { onMissing, mayOverride: names }: Pick<Playbook, 'onMissing' | 'mayOverride'>,
  me: string | undefined,
  roster: readonly TeamRoster[],
): boolean {
  if (onMissing === 'hold') return false;
  if (!names) return true;
  if (!me) return false;
  const teams = teamsOf(me, roster).map(fold);
  return names.some((name) => samePerson(name, me) || teams.includes(fold(name)));
}
