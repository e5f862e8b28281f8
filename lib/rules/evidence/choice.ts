import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { hasVisible } from '../plain-text';
import { textOf } from '../values';
import type { Of } from './kind';

/** The id of one of the options. */
export function choice(criterion: Of<'choice'>, answer: Answer): Problem | null {
  const value = textOf(answer);
  if (!hasVisible(value)) return 'empty';
  return criterion.options.some(({ id }) => id === value) ? null : 'not-an-option';
}
