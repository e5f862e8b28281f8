import type { Condition, Criterion, Playbook } from '../model/playbook';
import { isPattern } from './patterns';

/** More hard stops than this are answered with junk (facts/handoff.md sections 3 and 4). */
const MOST_TYPED = 6;

/**
 * What is wrong with a playbook that the schema cannot see, as codes; empty when it is sound. A code names its culprit after a
 * colon: `too-many-typed:7`, `duplicate-criterion:<id>`, `duplicate-reason:<id>`, `duplicate-option:<criterion>/<id>`,
 * `unknown-answer:<id>`, `unknown-reason:<id>`, `own-answer:<id>` (a condition on its own criterion), `no-pattern:<id>`.
 */
export function lintPlaybook(playbook: Playbook): string[] {
  const criteria = [...playbook.exit, ...playbook.entry];
  const typed = playbook.exit.filter(mustBeTyped).length;
  const conditions = [
    ...criteria.map(({ when }) => when),
    ...(playbook.reason.implied ?? []).map(({ when }) => when),
  ].filter((when) => when !== undefined);
  const answers = conditions.flatMap((condition) => named(condition, 'answer'));
  const reasons = [
    ...conditions.flatMap((condition) => named(condition, 'reason')),
    ...(playbook.reason.implied ?? []).map(({ choice }) => choice),
  ];
  const choices = playbook.reason.choices.map(({ id }) => id);
  return [
    ...(typed > MOST_TYPED ? [`too-many-typed:${typed}`] : []),
    ...twice(criteria.map(({ id }) => id)).map((id) => `duplicate-criterion:${id}`),
    ...twice(choices).map((id) => `duplicate-reason:${id}`),
    ...criteria.flatMap(duplicateOptions),
    ...unknown(
      answers,
      playbook.exit.map(({ id }) => id),
    ).map((id) => `unknown-answer:${id}`),
    ...unknown(reasons, choices).map((id) => `unknown-reason:${id}`),
    ...criteria
      .filter(({ id, when }) => when !== undefined && named(when, 'answer').includes(id))
      .map(({ id }) => `own-answer:${id}`),
    ...criteria
      .filter((one) => one.kind === 'text' && one.pattern && !isPattern(one.pattern.matches))
      .map(({ id }) => `no-pattern:${id}`),
  ];
}

/** With this a playbook cannot be used at all; everything else that the lint says is advice. */
export function isError(code: string): boolean {
  return !code.startsWith('too-many-typed');
}

/** A press on an option, a tick or a file is not typing; what the page fills in needs none. */
export function mustBeTyped({ level, kind, prefill }: Criterion): boolean {
  const pressed = kind === 'choice' || kind === 'confirmation' || kind === 'attachment';
  return level === 'block' && !pressed && (prefill ?? []).length === 0;
}

function named(condition: Condition, what: 'answer' | 'reason'): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => named(part, what));
  if ('any' in condition) return condition.any.flatMap((part) => named(part, what));
  if ('not' in condition) return named(condition.not, what);
  if ('reason' in condition) return what === 'reason' ? condition.reason : [];
  return 'answer' in condition && what === 'answer' ? [condition.answer] : [];
}

function duplicateOptions(criterion: Criterion): string[] {
  if (criterion.kind !== 'choice') return [];
  return twice(criterion.options.map(({ id }) => id)).map((id) => `duplicate-option:${criterion.id}/${id}`);
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

function unknown(ids: readonly string[], known: readonly string[]): string[] {
  return [...new Set(ids.filter((id) => !known.includes(id)))];
}
