import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { hasVisible } from '../plain-text';
import { textOf } from '../values';
import type { Of } from './kind';
import { readNumber } from './read-number';

/** A number between `min` and `max`, both included. */
export function number(criterion: Of<'number'>, answer: Answer): Problem | null {
  const value = textOf(answer);
  if (!hasVisible(value)) return 'empty';
  const size = readNumber(value, criterion.unit);
  if (size === null) return 'not-a-number';
  const { min = -Infinity, max = Infinity } = criterion;
  return size < min || size > max ? 'out-of-range' : null;
}
