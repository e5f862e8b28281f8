import type { Answer, AnswerValue } from '../model/handoff';
import type { Condition, Playbook } from '../model/playbook';
import { normaliseText } from './normalise';
import type { Situation } from './situation';
import { own } from './values';

/** What conditions may read, once it is known which criteria apply. */
export type Facts = {
  situation: Situation;
  /** Answers by criterion, the draft's before the prefilled ones. */
  answers: Readonly<Record<string, Answer>>;
  /** Ids of the criteria that apply: an answer to one that does not says nothing. */
  applying: ReadonlySet<string>;
  reason: string | undefined;
};

/** Whether a condition holds, given the facts. */
export function holdsIn(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holdsIn(part, facts));
  if ('any' in condition) return condition.any.some((part) => holdsIn(part, facts));
  if ('not' in condition) return !holdsIn(condition.not, facts);
  if ('reason' in condition) return facts.reason !== undefined && oneOf(condition.reason, [facts.reason]);
  if ('field' in condition) return oneOf(condition.is, fieldValues(condition.field, facts.situation));
  return oneOf(condition.is, answerWords(condition.answer, facts));
}

function oneOf(names: readonly string[], values: readonly string[]): boolean {
  const wanted = new Set(names.map(normaliseText));
  return values.some((value) => wanted.has(normaliseText(value)));
}

/** The field's words and ids: what the change sets it to, else what the page shows. */
function fieldValues(field: string, { changes, snapshot }: Situation): string[] {
  const shown = (snapshot?.fields ?? []).filter((captured) => captured.field === field);
  const captured = shown.flatMap(({ value, id }) => [value, ...(id === undefined ? [] : [id])]);
  // Tags are many in one field, and a change adds one to them.
  if (field === 'tags' || field === 'tag') {
    const tags = (snapshot?.fields ?? [])
      .filter((one) => one.field === 'tags')
      .flatMap(({ value }) => value.split(/[,;\n]/));
    return [...captured, ...tags, ...changed(changes, 'tag'), ...changed(changes, 'tags')];
  }
  const next = changed(changes, field);
  return next.length > 0 ? next : captured;
}

function changed(changes: Situation['changes'], field: string): string[] {
  return changes
    .filter((change) => change.field === field)
    .flatMap(({ to }) => [to.label, ...(to.id === undefined ? [] : [to.id])]);
}

/** The words that an answer can be named by: its text, or the id and label of the option chosen. */
function answerWords(id: string, facts: Facts): string[] {
  const answer = facts.applying.has(id) ? own(facts.answers, id) : undefined;
  if (answer === undefined) return [];
  return [...words(answer.value), ...optionLabels(id, answer.value, facts.situation.playbook)];
}

function words(value: AnswerValue): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'boolean' ? [String(value)] : value.flat();
}

function optionLabels(id: string, value: AnswerValue, playbook: Playbook): string[] {
  const criterion = playbook.exit.find((one) => one.id === id);
  return criterion?.kind === 'choice'
    ? criterion.options.filter((option) => option.id === value).map((option) => option.label)
    : [];
}
