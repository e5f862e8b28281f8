import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import type { Situation } from '../situation';
import { filledRows } from '../values';
import type { Of } from './kind';
import { isPlaceholder } from './placeholder';
import { isSameAsBefore } from './same-as-before';

/** At least `minRows` rows that say something. A row is judged whole: "Restarted the worker, no" is an answer, "n/a, -" is none. */
export function rows(criterion: Of<'rows'>, answer: Answer, situation: Situation): Problem | null {
  const filled = filledRows(answer.value);
  if (filled.length === 0) return 'empty';
  const telling = filled.filter((row) => !isPlaceholder(row.join(' '), criterion.label));
  if (telling.length === 0) return 'placeholder';
  if (telling.length < criterion.minRows) return 'too-few-rows';
  return isSameAsBefore(answer, situation.recent) ? 'same-as-before' : null;
}
