import type { Condition, Criterion, Playbook } from '../model/playbook';
import { normaliseText } from './normalise';
import { contains, isPattern } from './patterns';
import { canHold } from './when-can-hold';

/** More hard stops than this are answered with junk (facts/handoff.md sections 3 and 4). */
const MOST_TYPED = 6;

/** One thing that is wrong, or could be better: what (`code`), with which part or value (`about`), and where it stands. */
export type Lint = { code: string; about: string; at: LintPlace };
export type LintPlace = 'trigger' | 'reason' | 'exit' | 'owner' | `criterion:${string}`;

/**
 * What is wrong with a playbook that the schema cannot see, as codes; empty when it is sound. A code names its culprit after a
 * colon: `too-many-typed:7`, `duplicate-criterion:<id>`, `duplicate-reason:<id>`, `duplicate-option:<criterion>/<id>`,
 * `unknown-answer:<id>`, `unknown-reason:<id>`, `unknown-option:<criterion>/<word>`, `own-answer:<id>` (a condition on its own
 * criterion), `no-pattern:<id>`, `not-its-example:<id>` (a pattern that its own example does not match), `never-asked:<id>` (a `when`
 * that can never hold), `never-implied:<reason>`, `nobody-named:owner` (a person shall own it, and nothing says who).
 */
export function lintPlaybook(playbook: Playbook): string[] {
  return [...new Set(lintsOf(playbook).map(lintCode))];
}

export const lintCode = ({ code, about }: Pick<Lint, 'code' | 'about'>): string => `${code}:${about}`;

/** The same with its places. */
export function lintsOf(playbook: Playbook): Lint[] {
  const criteria = [...playbook.exit, ...playbook.entry];
  const typed = playbook.exit.filter(mustBeTyped).length;
  const asked: Asked[] = [
    ...criteria.flatMap(({ id, when }) => (when ? [{ when, at: `criterion:${id}` as const, id }] : [])),
    ...(playbook.reason.implied ?? []).map(({ when }) => ({ when, at: 'reason' as const })),
  ];
  const exits = playbook.exit.map(({ id }) => id);
  const choices = playbook.reason.choices.map(({ id }) => id);
  const implied = playbook.reason.implied ?? [];
  const at = (id: string): LintPlace => `criterion:${id}`;
  return [
    ...(typed > MOST_TYPED ? [{ code: 'too-many-typed', about: String(typed), at: 'exit' as const }] : []),
    ...twice(criteria.map(({ id }) => id)).map((id) => ({ code: 'duplicate-criterion', about: id, at: at(id) })),
    ...twice(choices).map((id) => ({ code: 'duplicate-reason', about: id, at: 'reason' as const })),
    ...criteria.flatMap(duplicateOptions),
    ...asked.flatMap((one) =>
      unknown(named(one.when, 'answer'), exits).map((id) => ({ code: 'unknown-answer', about: id, at: one.at })),
    ),
    ...asked.flatMap((one) =>
      unknown(named(one.when, 'reason'), choices).map((id) => ({ code: 'unknown-reason', about: id, at: one.at })),
    ),
    ...unknown(
      implied.map(({ choice }) => choice),
      choices,
    ).map((id) => ({ code: 'unknown-reason', about: id, at: 'reason' as const })),
    ...asked
      .filter(({ id, when }) => id !== undefined && named(when, 'answer').includes(id))
      .map((one) => ({ code: 'own-answer', about: one.id ?? '', at: one.at })),
    ...criteria.flatMap(patternLint),
    ...asked.flatMap((one) => unknownOptions(one, playbook)),
    ...asked
      .filter(({ when }) => !canHold(when, playbook))
      .map(({ id, at: place }) =>
        id === undefined
          ? { code: 'never-implied', about: 'reason', at: place }
          : { code: 'never-asked', about: id, at: place },
      ),
    ...(lacksOwner(playbook) ? [{ code: 'nobody-named', about: 'owner', at: 'owner' as const }] : []),
  ];
}

/** A condition with the place where it stands, and the criterion that is asked by it. */
type Asked = { when: Condition; at: LintPlace; id?: string };

const ADVICE = ['too-many-typed', 'unknown-option', 'never-asked', 'never-implied', 'nobody-named'];

/** With this a playbook cannot be used at all; everything else that the lint says is advice. */
export function isError(code: string): boolean {
  return !ADVICE.includes(code.split(':')[0] ?? '');
}

/** A press on an option, a tick or a file is not typing; what the page fills in needs none. */
export function mustBeTyped({ level, kind, prefill }: Criterion): boolean {
  const pressed = kind === 'choice' || kind === 'confirmation' || kind === 'attachment';
  return level === 'block' && !pressed && (prefill ?? []).length === 0;
}

function patternLint(criterion: Criterion): Lint[] {
  if (criterion.kind !== 'text' || !criterion.pattern) return [];
  const { id, pattern } = criterion;
  const at = `criterion:${id}` as const;
  if (!isPattern(pattern.matches)) return [{ code: 'no-pattern', about: id, at }];
  return contains(pattern.example, pattern.matches) ? [] : [{ code: 'not-its-example', about: id, at }];
}

/** After the handoff a person shall own it: then the change, what is set along with it, or a criterion must name one. */
function lacksOwner({ owner, trigger, routing = [], exit, entry }: Playbook): boolean {
  if (owner?.after !== 'person') return false;
  const told = [...trigger.any, ...routing].some(({ field }) => field === 'owner');
  return !told && ![...exit, ...entry].some(({ kind }) => kind === 'person');
}

/** Words that a condition waits for and that no option of the choice is called by. */
function unknownOptions({ when, at }: Asked, { exit }: Playbook): Lint[] {
  return answersIn(when).flatMap(({ answer, is }) => {
    const criterion = exit.find(({ id }) => id === answer);
    if (criterion?.kind !== 'choice') return [];
    const known = criterion.options.flatMap(({ id, label }) => [id, normaliseText(label)]);
    return is
      .filter((word) => !known.includes(word) && !known.includes(normaliseText(word)))
      .map((word) => ({ code: 'unknown-option', about: `${answer}/${word}`, at }));
  });
}

function answersIn(condition: Condition): { answer: string; is: string[] }[] {
  if ('all' in condition) return condition.all.flatMap(answersIn);
  if ('any' in condition) return condition.any.flatMap(answersIn);
  if ('not' in condition) return answersIn(condition.not);
  return 'answer' in condition ? [condition] : [];
}

function named(condition: Condition, what: 'answer' | 'reason'): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => named(part, what));
  if ('any' in condition) return condition.any.flatMap((part) => named(part, what));
  if ('not' in condition) return named(condition.not, what);
  if ('reason' in condition) return what === 'reason' ? condition.reason : [];
  return 'answer' in condition && what === 'answer' ? [condition.answer] : [];
}

function duplicateOptions(criterion: Criterion): Lint[] {
  if (criterion.kind !== 'choice') return [];
  const at = `criterion:${criterion.id}` as const;
  return twice(criterion.options.map(({ id }) => id)).map((id) => ({
    code: 'duplicate-option',
    about: `${criterion.id}/${id}`,
    at,
  }));
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

function unknown(ids: readonly string[], known: readonly string[]): string[] {
  return [...new Set(ids.filter((id) => !known.includes(id)))];
}
