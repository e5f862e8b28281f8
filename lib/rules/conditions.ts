import type { Condition } from '../model/playbook';
import { holdsIn } from './holds-in';
import { settle } from './settle';
import type { Situation } from './situation';

/** Whether a condition holds in a situation: from captured fields, changes, the answers as they stand, and the reason. */
export function holds(condition: Condition, situation: Situation): boolean {
  return holdsIn(condition, settle(situation));
}
