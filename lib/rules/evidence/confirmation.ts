import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';

/** A statement that a person stands behind: no page and no machine can confirm it for them. */
export function confirmation(answer: Answer): Problem | null {
  return answer.value === true && answer.by === 'person' ? null : 'not-confirmed';
}
