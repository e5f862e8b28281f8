import type { Condition, Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { choicesOf, type Line } from './conditions';
import { fieldWords } from './words';

/** A condition in words, however it is nested. */
export function conditionWords(condition: Condition, playbook: Playbook): string {
  if ('all' in condition) return joined(condition.all, playbook, say('editor_and'));
  if ('any' in condition) return joined(condition.any, playbook, say('editor_or'));
  if ('not' in condition) return say('editor_not', conditionWords(condition.not, playbook));
  if ('reason' in condition) return leaf({ of: 'reason', name: '' }, condition.reason, playbook);
  if ('answer' in condition) return leaf({ of: 'answer', name: condition.answer }, condition.is, playbook);
  return leaf({ of: 'field', name: condition.field }, condition.is, playbook);
}

/** What a line looks at, in words. */
export function subjectWords({ of, name }: Pick<Line, 'of' | 'name'>, { exit }: Playbook): string {
  if (of === 'reason') return say('editor_the_reason');
  if (of === 'field') return say('editor_the_field', fieldWords(name));
  return say('editor_the_answer', exit.find(({ id }) => id === name)?.label || say('editor_unnamed'));
}

function leaf(subject: Pick<Line, 'of' | 'name'>, is: readonly string[], playbook: Playbook): string {
  const choices = choicesOf(subject, playbook) ?? [];
  const values = is.map((value) => choices.find(({ id }) => id === value)?.label ?? value);
  return say('editor_is', subjectWords(subject, playbook), values.join(` ${say('editor_or')} `));
}

function joined(parts: readonly Condition[], playbook: Playbook, between: string): string {
  const words = parts.map((part) => {
    const said = conditionWords(part, playbook);
    return 'all' in part || 'any' in part ? `(${said})` : said;
  });
  return words.join(` ${between} `);
}
