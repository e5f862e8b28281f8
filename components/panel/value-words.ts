import type { AnswerValue } from '../../lib/model/handoff';
import type { Criterion } from '../../lib/model/playbook';
import { dayInWords } from '../../lib/words/dates';
import { say } from '../../lib/words/say';

/** An answer as people read it, line by line. */
export function valueLines(criterion: Criterion, value: AnswerValue | undefined, now: number): string[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'boolean') return value ? [say('panel_yes')] : [];
  if (Array.isArray(value)) {
    return value.map((row) => row.filter((cell) => cell.trim()).join(' → ')).filter((line) => line !== '');
  }
  if (criterion.kind === 'choice') return [criterion.options.find(({ id }) => id === value)?.label ?? value];
  if (criterion.kind === 'date') return [dayInWords(value, now)];
  if (criterion.kind === 'number' && criterion.unit) return [`${value} ${criterion.unit}`];
  return value.split('\n').filter((line) => line.trim() !== '');
}
