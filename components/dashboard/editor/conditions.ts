import { KNOWN_FIELDS } from '../../../lib/model/case';
import type { Condition, Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';

/** One line of a condition: what it looks at, and which values it wants, or wants not. */
export type Line = { of: 'reason' | 'answer' | 'field'; name: string; is: string[]; not: boolean };
/** Conditions as most are: some lines, all or any of which must hold. */
export type Lines = { every: boolean; lines: Line[] };

/** A condition as lines; null where it is nested deeper than lines can show. */
export function linesOf(condition: Condition | undefined): Lines | null {
  if (!condition) return { every: true, lines: [] };
  const every = !('any' in condition);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
  const lines = parts.map(lineOf);
  return lines.every((line) => line !== null) ? { every, lines } : null;
}

function lineOf(condition: Condition): Line | null {
  const not = 'not' in condition;
  const inner = not ? condition.not : condition;
  if ('reason' in inner) return { of: 'reason', name: '', is: inner.reason, not };
  if ('answer' in inner) return { of: 'answer', name: inner.answer, is: inner.is, not };
  return 'field' in inner ? { of: 'field', name: inner.field, is: inner.is, not } : null;
}

/** The condition that lines mean; undefined for none, which is always. */
export function conditionOf({ every, lines }: Lines): Condition | undefined {
  const parts = lines.map((line): Condition => {
    const { of, name, is, not } = line;
    const plain: Condition =
      of === 'reason' ? { reason: is } : of === 'answer' ? { answer: name, is } : { field: name, is };
    return not ? { not: plain } : plain;
  });
  if (parts.length < 2) return parts[0];
  return every ? { all: parts } : { any: parts };
}

/** What a line may look at: the reason, the answers of the sender, and what the desk says. */
export function subjectsFor(playbook: Playbook, criterion: string): Pick<Line, 'of' | 'name'>[] {
  return [
    { of: 'reason', name: '' },
    ...playbook.exit
      .filter(({ id, kind }) => id !== criterion && kind !== 'attachment' && kind !== 'rows')
      .map(({ id }) => ({ of: 'answer' as const, name: id })),
    ...KNOWN_FIELDS.map((name) => ({ of: 'field' as const, name })),
  ];
}

/** The values that a line can name by a press; null where they are written. */
export function choicesOf(
  { of, name }: Pick<Line, 'of' | 'name'>,
  { reason, exit }: Playbook,
): { id: string; label: string }[] | null {
  if (of === 'reason') return reason.choices;
  const criterion = of === 'answer' ? exit.find(({ id }) => id === name) : undefined;
  if (criterion?.kind === 'confirmation') return [{ id: 'true', label: say('editor_ticked') }];
  return criterion?.kind === 'choice' ? criterion.options : null;
}
