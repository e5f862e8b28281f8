import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { normaliseText } from '../normalise';
import type { Situation } from '../situation';
import { filledRows, flatText } from '../values';
import type { Of } from './kind';
import { isPlaceholder } from './placeholder';
import { isSameAsBefore } from './same-as-before';
import { hasSecret } from './secret';

/**
 * At least `minRows` different rows that say something. A row is judged whole: "Restarted the worker, no" is an answer, "n/a, -" is none.
 */
export function rows(criterion: Of<'rows'>, answer: Answer, situation: Situation): Problem | null {
  const filled = filledRows(answer.value).map((row) => row.join(' '));
  if (filled.length === 0) return 'empty';
  if (criterion.without === 'secrets' && hasSecret(flatText(answer.value))) return 'secret';
  const telling = filled.filter((row) => !isPlaceholder(row, criterion.label));
  if (telling.length === 0) return 'placeholder';
  if (new Set(telling.map(normaliseText)).size < criterion.minRows) return 'too-few-rows';
  return isSameAsBefore(answer, situation.recent) ? 'same-as-before' : null;
}
