import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { hasVisible } from '../plain-text';
import type { Situation } from '../situation';
import { textOf } from '../values';
import { dayOf, today } from './day';
import type { Of } from './kind';

/** A calendar day; today or later where `future` is asked for. */
export function date(criterion: Of<'date'>, answer: Answer, { now }: Situation): Problem | null {
  const value = textOf(answer).trim();
  if (!hasVisible(value)) return 'empty';
  const day = dayOf(value);
  if (day === null) return 'not-a-date';
  // ISO days sort as text.
  return criterion.future === true && day < today(now) ? 'in-the-past' : null;
}
