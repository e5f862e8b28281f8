import type { Playbook } from '../model/playbook';
import type { Policy } from '../model/policy';
import type { TeamRoster } from '../model/settings';
import { fold, samePerson, teamsOf } from './people';

/**
 * Whether a person may let a handoff go with something missing: where the playbook or the company lets nobody, nobody may; where they name people
 * or teams, those of them alone, so not somebody whom nobody names. What the company says takes away from what the playbook allows, and adds nothing.
 */
export function mayOverride(
  { onMissing, mayOverride: names }: Pick<Playbook, 'onMissing' | 'mayOverride'>,
  me: string | undefined,
  roster: readonly TeamRoster[],
  company: Policy['override'] = 'allowed',
): boolean {
  if (onMissing === 'hold' || company === 'forbidden') return false;
  return isAmong(names, me, roster) && isAmong(company === 'allowed' ? undefined : company, me, roster);
}

function isAmong(names: readonly string[] | undefined, me: string | undefined, roster: readonly TeamRoster[]): boolean {
  if (!names) return true;
  if (!me) return false;
  const teams = teamsOf(me, roster).map(fold);
  return names.some((name) => samePerson(name, me) || teams.includes(fold(name)));
}
