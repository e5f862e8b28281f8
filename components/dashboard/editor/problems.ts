import { Playbook } from '../../../lib/model/playbook';
import { isError, type Lint, lintCode, lintsOf } from '../../../lib/rules/playbook-lint';

/** Where on the form something is said: a part of the playbook, a criterion, or one of its settings. */
export type Place = string;
export type Problem = { at: Place; error: boolean; code: string; about: string };

/** What is lacking in each part, by the last name on the way to it; what has no words of its own is "not filled in". */
const LACKS: Record<string, string> = {
  to: 'lacks-to',
  from: 'lacks-to',
  kinds: 'lacks-kinds',
  any: 'lacks-change',
  choices: 'lacks-two',
  options: 'lacks-two',
  exit: 'lacks-criteria',
  columns: 'lacks-column',
  is: 'lacks-value',
  reason: 'lacks-value',
  acceptWithinMinutes: 'lacks-time',
};

/** Where in a criterion's form a thing is that the lint says of it as a whole. What is folded away until it is used stays with the whole. */
const WITHIN: Record<string, string> = {
  'no-pattern': '/pattern/matches',
  'not-its-example': '/pattern/example',
  'no-prefill': '/prefill',
  'never-asked': '/when',
  'own-answer': '/when',
  'unknown-answer': '/when',
  'unknown-reason': '/when',
  'unknown-option': '/when',
};

/**
 * All that is to be said of a playbook, errors first: what the schema finds missing, what the lint finds in it, and what it was found to be
 * among the others and on the desks (`among`). Of one place the schema's word comes alone: what is empty is not judged.
 */
export function problemsOf(playbook: Playbook, among: readonly Lint[]): Problem[] {
  const shape = shapeProblems(playbook);
  const empty = new Set(shape.map(({ at }) => at.replace(/\/.*/, '')));
  const lint = [...lintsOf(playbook), ...among]
    .filter(({ at }) => !empty.has(at))
    .map(({ code, about, at }) => ({
      code,
      about,
      at: at.startsWith('criterion:') ? at + (WITHIN[code] ?? '') : at,
      error: isError(lintCode({ code, about })) && !among.some((one) => one.code === code),
    }));
  const all = [...shape, ...lint];
  return [...all.filter(({ error }) => error), ...all.filter(({ error }) => !error)];
}

/** What is said at one place and within it. */
export function problemsAt(problems: readonly Problem[], at: Place): Problem[] {
  return problems.filter((one) => one.at === at);
}

/** Whether anything is said of a part or something inside of it. */
export function problemsIn(problems: readonly Problem[], at: Place): Problem[] {
  return problems.filter((one) => one.at === at || one.at.startsWith(`${at}/`));
}

function shapeProblems(playbook: Playbook): Problem[] {
  const read = Playbook.safeParse(playbook);
  if (read.success) return [];
  const seen = new Set<string>();
  return read.error.issues.flatMap(({ path, code: kind }) => {
    const at = placeOf(path.filter((part) => typeof part !== 'symbol') as (string | number)[], playbook);
    if (seen.has(at)) return [];
    seen.add(at);
    const last = path.filter((part) => typeof part === 'string').at(-1) as string | undefined;
    // A choice between shapes names no part: of a condition, whose only empty part can be its values.
    const name = kind === 'invalid_union' || (last !== undefined && path.includes('when')) ? 'is' : (last ?? '');
    return [
      { at, error: true, code: kind === 'too_big' ? 'too-long' : (LACKS[name] ?? 'lacks-text'), about: last ?? '' },
    ];
  });
}

/** `exit.2.label` is `criterion:<id>/label`; a stage of life goes by its name; of the rest the names on the way. */
function placeOf(path: readonly (string | number)[], playbook: Playbook): Place {
  const [part, index, ...rest] = path;
  if ((part === 'exit' || part === 'entry') && typeof index === 'number') {
    const id = playbook[part][index]?.id ?? '';
    return [`criterion:${id}`, ...(rest[0] === 'when' ? ['when'] : rest)].join('/');
  }
  if (part === 'lifecycle' && typeof index === 'number')
    return ['lifecycle', playbook.lifecycle?.[index]?.stage ?? '', ...rest].join('/');
  return path.join('/');
}
