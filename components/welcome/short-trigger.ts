import type { Trigger } from '../../lib/model/playbook';

/** So many names of teams or stages say what is meant; all of them stand in the dashboard. */
const MOST = 3;

/** The first change of a trigger with its first few values, and whether that leaves something out. */
export function shortTrigger(trigger: Trigger): { trigger: Trigger; more: boolean } {
  const [first, ...others] = trigger.any;
  if (!first) return { trigger, more: false };
  const any = [{ ...first, to: first.to.slice(0, MOST) }];
  return { trigger: { ...trigger, any }, more: others.length > 0 || first.to.length > MOST };
}
