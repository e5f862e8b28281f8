import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { samePerson } from '../people';
import type { Situation } from '../situation';
import { textOf } from '../values';
import type { Of } from './kind';
import { named } from './named';

/** Somebody's name; not the sender's own where the playbook asks for another. */
export function person(criterion: Of<'person'>, answer: Answer, { me }: Situation): Problem | null {
  const problem = named(answer);
  if (problem !== null) return problem;
  const isSender = me !== undefined && samePerson(me, textOf(answer));
  return criterion.notSender === true && isSender ? 'same-as-sender' : null;
}
