import type { Answer, AnswerValue } from '../model/handoff';
import { hasVisible } from './plain-text';

/** The record's own entry: a criterion may be called "constructor", which every object seems to have. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The answer's text; empty where the value has another shape (a playbook may have changed its kinds since). */
export function textOf(answer: Answer): string {
  return typeof answer.value === 'string' ? answer.value : '';
}

/** Rows with at least one cell that shows something; empty where the value has another shape. */
export function filledRows(value: AnswerValue): string[][] {
  return Array.isArray(value) ? value.filter((row) => row.some(hasVisible)) : [];
}

/** The answer as one text, rows as lines: for comparing, not for showing. */
export function flatText(value: AnswerValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return '';
  return filledRows(value)
    .map((row) => row.join(' '))
    .join('\n');
}

/** Whether a value says nothing at all. */
export function isEmptyValue(value: AnswerValue): boolean {
  return typeof value === 'boolean' ? !value : !hasVisible(flatText(value));
}
