import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { hasVisible } from '../plain-text';
import type { Situation } from '../situation';
import { textOf } from '../values';
import type { Of } from './kind';
import { isPlaceholder } from './placeholder';

/** Names of files, one a line; or "there are some" (true), which counts only where the page shows one. */
export function attachment(criterion: Of<'attachment'>, answer: Answer, { snapshot }: Situation): Problem | null {
  if (answer.value === true) return (snapshot?.attachments ?? []).length > 0 ? null : 'empty';
  const value = textOf(answer);
  if (!hasVisible(value)) return 'empty';
  return isPlaceholder(value, criterion.label) ? 'placeholder' : null;
}
