import type { Change } from '../model/attempt';
import type { Answer, Debt } from '../model/handoff';
import type { Criterion, Playbook } from '../model/playbook';
import { harmless, oneLine } from './plain-text';
import { filledRows, isEmptyValue, own } from './values';

type PacketInput = {
  playbook: Playbook;
  title: string;
  url: string;
  from?: string | undefined;
  to: string;
  sender?: string | undefined;
  /** Id of the reason chosen. */
  reason?: string | undefined;
  answers: Readonly<Record<string, Answer>>;
  changes: readonly Change[];
  /** Milliseconds since 1970. */
  now: number;
  override?: { reason: string; debt: readonly Debt[] } | undefined;
};

/**
 * The handoff as plain text for any chat or note. Only labels stand at the start of a line; everything that people or pages
 * wrote is indented or follows its label on one line, so that no captured text can pass for a part of the packet.
 */
export function readableText(input: PacketInput): string {
  const { playbook, answers } = input;
  const given = playbook.exit.flatMap((criterion) => {
    const answer = own(answers, criterion.id);
    return answer === undefined || isEmptyValue(answer.value) ? [] : [answered(criterion, answer)];
  });
  const parts = [head(input), ...given, ...(input.override ? [debt(input.override)] : [])];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function head({ playbook, title, url, from, to, sender, reason, changes, now }: PacketInput): string[] {
  const choice = playbook.reason.choices.find(({ id }) => id === reason);
  return [
    `Handoff: ${from === undefined ? '' : `${oneLine(from)} → `}${oneLine(to)}`,
    `Case: ${oneLine(title)}`,
    `Link: ${oneLine(url)}`,
    ...(choice === undefined ? [] : [`Reason: ${oneLine(choice.label)}`]),
    ...changes.filter(({ implied }) => implied !== true).map(moved),
    `Sent: ${sender === undefined ? '' : `by ${oneLine(sender)}, `}${localTime(now)}`,
  ];
}

function moved({ field, from, to }: Change): string {
  const name = oneLine(field);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${from === undefined ? '' : `${oneLine(from.label)} → `}${oneLine(to.label)}`;
}

function answered(criterion: Criterion, answer: Answer): string[] {
  const unsure = answer.by === 'guess' ? ' (from the page, not confirmed)' : '';
  return [
    `${oneLine(criterion.label)}${unsure}:`,
    ...shown(criterion, answer.value).map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

function shown(criterion: Criterion, value: Answer['value']): string[] {
  if (typeof value === 'boolean') return [criterion.kind === 'confirmation' ? oneLine(criterion.statement) : 'Yes'];
  if (typeof value !== 'string') return filledRows(value).map((row, at) => `${at + 1}. ${rowLine(row)}`);
  if (criterion.kind === 'choice') return [oneLine(criterion.options.find(({ id }) => id === value)?.label ?? value)];
  if (criterion.kind === 'number' && criterion.unit !== undefined)
    return [`${oneLine(value)} ${oneLine(criterion.unit)}`];
  return harmless(value)
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
}

function rowLine(row: readonly string[]): string {
  return row
    .map(oneLine)
    .filter((cell) => cell !== '')
    .join(' → ');
}

function debt({ reason, debt }: NonNullable<PacketInput['override']>): string[] {
  return [
    'Still missing:',
    ...debt.map(({ label }) => `  - ${oneLine(label)}`),
    `Sent all the same because: ${oneLine(reason)}`,
  ];
}

/** The sender's local time to the minute, with its distance from UTC, so that it means the same elsewhere. */
function localTime(now: number): string {
  const date = new Date(now);
  const offset = -date.getTimezoneOffset();
  const two = (n: number) => String(Math.trunc(n)).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const zone = `UTC${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())} (${zone})`;
}
