import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { contains } from '../patterns';
import { hasVisible } from '../plain-text';
import type { Situation } from '../situation';
import { textOf } from '../values';
import { visibleLength } from '../visible-length';
import type { Of } from './kind';
import { isPlaceholder } from './placeholder';
import { isSameAsBefore } from './same-as-before';
import { hasSecret } from './secret';

/** A text of at least `min` visible characters on at least `lines` lines and of the form asked for, that says something and was written for this case. */
export function text(criterion: Of<'text'>, answer: Answer, situation: Situation): Problem | null {
  const value = textOf(answer);
  if (!hasVisible(value)) return 'empty';
  if (criterion.without === 'secrets' && hasSecret(value)) return 'secret';
  if (isPlaceholder(value, criterion.label)) return 'placeholder';
  if (criterion.min !== undefined && visibleLength(value, criterion.min) < criterion.min) return 'too-short';
  if (criterion.lines !== undefined && lineCount(value) < criterion.lines) return 'too-few-lines';
  if (criterion.pattern && !contains(value, criterion.pattern.matches)) return 'wrong-form';
  return isSameAsBefore(answer, situation.recent) ? 'same-as-before' : null;
}

function lineCount(value: string): number {
  return value.split(/\r\n|[\r\n]/).filter(hasVisible).length;
}
