import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { hasVisible } from '../plain-text';
import { textOf } from '../values';
import { isNobody } from './nobody';

/** A name of somebody or some team, whatever it is; not a word that means nobody. */
export function named(answer: Answer): Problem | null {
  const value = textOf(answer);
  if (!hasVisible(value)) return 'empty';
  return isNobody(value) ? 'placeholder' : null;
}
