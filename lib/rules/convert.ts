import type { AnswerValue } from '../model/handoff';
import type { Criterion, Option } from '../model/playbook';
import { readLink } from './evidence/link-address';
import { readNumber } from './evidence/read-number';
import { normaliseText } from './normalise';
import { cut, hasVisible } from './plain-text';
import { writtenDay } from './written-day';

const TEXT_MAX = 20_000;
const CELL_MAX = 4000;
const ROWS_MAX = 50;
/** "1.", "2)", "(3)", "-", "*", "•" before a line. Brackets and stops are needed, so that "3 users" keeps its number. */
const LIST_MARK = /^(?:\(?\d{1,3}[.)]|[-*•‣·–—])\s+/;

/** A page's text as a value of the criterion's kind; null where it does not fit without guessing. Never answers a confirmation. */
export function convert(criterion: Criterion, text: string, id?: string): AnswerValue | null {
  if (!hasVisible(text)) return null;
  switch (criterion.kind) {
    case 'text':
    case 'attachment':
      return cut(text.trim(), TEXT_MAX);
    case 'person':
    case 'team':
      return cut(firstLine(text), CELL_MAX);
    case 'choice':
      return matchOption(criterion.options, text) ?? (id === undefined ? null : matchOption(criterion.options, id));
    case 'date':
      return writtenDay(text);
    case 'number': {
      const number = readNumber(text, criterion.unit);
      return number === null ? null : String(number);
    }
    case 'link':
      return readLink(text) === null ? null : text.trim();
    case 'rows':
      return rows(text, criterion.columns.length);
    case 'confirmation':
      return null;
  }
}

function firstLine(text: string): string {
  return (text.split(/[\r\n]/).find(hasVisible) ?? '').trim();
}

/** Each line a row, its text in the first column, the others left for the person. */
function rows(text: string, columns: number): string[][] | null {
  const lines = text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim().replace(LIST_MARK, ''))
    .filter(hasVisible)
    .slice(0, ROWS_MAX);
  if (lines.length === 0) return null;
  return lines.map((line) => [cut(line, CELL_MAX), ...Array<string>(columns - 1).fill('')]);
}

/**
 * The option that a desk's word means: equal to its id, label or one of its `matches`, else beginning with one of them as a
 * whole word ("S2 – Major" is s2). Never one in the middle: "not urgent" is not urgent. Null where two options fit as well.
 */
function matchOption(options: readonly Option[], text: string): string | null {
  const value = fold(cut(text, 300));
  const named = options.flatMap((option) =>
    [option.id, option.label, ...(option.matches ?? [])].map((name) => ({ id: option.id, name: fold(name) })),
  );
  const fitting = named.filter(
    ({ name }) => name !== '' && value.startsWith(name) && !/^[\p{L}\p{N}]/u.test(value.slice(name.length)),
  );
  const longest = Math.max(0, ...fitting.map(({ name }) => name.length));
  const ids = new Set(fitting.filter(({ name }) => name.length === longest).map(({ id }) => id));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

function fold(text: string): string {
  return normaliseText(text).replace(/\p{Pd}/gu, '-');
}
