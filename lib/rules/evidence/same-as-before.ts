import type { Answer } from '../../model/handoff';
import { normaliseText, REMEMBERED_FROM } from '../normalise';
import { isPersonsOwn } from '../persons-own';
import { flatText } from '../values';
import { visibleLength } from '../visible-length';

/** Whether a person typed what one of the recent handoffs already said. What the page gave may recur as it likes. */
export function isSameAsBefore(answer: Answer, recent: readonly string[]): boolean {
  if (recent.length === 0 || !isPersonsOwn(answer)) return false;
  const text = normaliseText(flatText(answer.value));
  return visibleLength(text, REMEMBERED_FROM) >= REMEMBERED_FROM && recent.includes(text);
}
