import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { normaliseText } from '../normalise';
import { hasVisible } from '../plain-text';
import type { Situation } from '../situation';
import { textOf } from '../values';
import type { Of } from './kind';
import { readLink } from './link-address';
import { isPlaceholder } from './placeholder';

/**
 * Files that the page shows, or links, one a line; or "there are some" (true), which counts only where the page shows one.
 * A page that cannot tell which files there are is no reason to doubt a name.
 */
export function attachment(criterion: Of<'attachment'>, answer: Answer, { snapshot }: Situation): Problem | null {
  if (answer.value === true) return (snapshot?.attachments ?? []).length > 0 ? null : 'empty';
  const value = textOf(answer);
  if (!hasVisible(value)) return 'empty';
  if (isPlaceholder(value, criterion.label)) return 'placeholder';
  if (!snapshot?.showsFiles) return null;
  const files = snapshot.attachments.map(normaliseText);
  const lines = value.split(/[\r\n]/).filter(hasVisible);
  return lines.every((line) => readLink(line) !== null || isAmong(normaliseText(line), files)) ? null : 'not-attached';
}

/** Pages write the size behind a name ("log.txt (12 KB)"), and people where to look in it ("log.txt, line 40"). */
function isAmong(line: string, files: readonly string[]): boolean {
  return files.some((file) => startsWithName(line, file) || startsWithName(file, line));
}

function startsWithName(text: string, name: string): boolean {
  return name !== '' && text.startsWith(name) && !/^[\p{L}\p{N}.]/u.test(text.slice(name.length));
}
