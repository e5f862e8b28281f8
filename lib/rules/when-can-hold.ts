import type { Condition, Playbook } from '../model/playbook';
import { normaliseText } from './normalise';

/** A condition of more parts than this is not looked through: nobody writes one by hand, and a hostile one must not take long. */
const MOST = 64;
/** So often is looked at parts; what takes more is left alone. */
const LOOKS = 500;
/** Fields that hold several values at once. */
const MANY: readonly string[] = ['tag', 'tags', 'contacts'];

type Leaf = { thing: string; is: string[]; not: boolean; single: boolean };

/**
 * Whether a condition can hold at all, as far as it can be told without trying: not when it wants two values of one thing, a thing and its
 * opposite, an option or reason that does not exist, or an answer that would not be asked for then.
 */
export function canHold(condition: Condition, playbook: Playbook): boolean {
  return together([condition], playbook, new Set(), { left: LOOKS });
}

/** Whether all of these can hold at once. `seen`: the answers whose own conditions are among them already. */
function together(
  parts: readonly Condition[],
  playbook: Playbook,
  seen: ReadonlySet<string>,
  looks: { left: number },
): boolean {
  const atoms = parts.flatMap(apart);
  looks.left -= 1;
  if (atoms.length > MOST || looks.left < 0) return true;
  const needed = [
    ...new Set(atoms.flatMap((atom) => ('answer' in atom && !seen.has(atom.answer) ? [atom.answer] : []))),
  ];
  const whens = playbook.exit.flatMap(({ id, when }) => (when && needed.includes(id) ? [when] : []));
  if (whens.length > 0) return together([...atoms, ...whens], playbook, new Set([...seen, ...needed]), looks);
  const leaves = atoms.flatMap((atom) => leafOf(atom, playbook));
  if (leaves.some((one) => !one.not && one.is.length === 0)) return false;
  if (leaves.some((one, at) => leaves.slice(at + 1).some((other) => opposed(one, other)))) return false;
  const simple = atoms.filter((atom) => !('any' in atom));
  return atoms.every(
    (atom) => !('any' in atom) || atom.any.some((part) => together([...simple, part], playbook, seen, looks)),
  );
}

/** A condition as parts that must all hold. */
function apart(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(apart);
  if ('not' in condition && 'not' in condition.not) return apart(condition.not.not);
  return [condition];
}

/** A simple part, its words as they are compared: those of a choice by the option's id; what no option or reason is called falls away. */
function leafOf(condition: Condition, playbook: Playbook): Leaf[] {
  const not = 'not' in condition;
  const inner = not ? condition.not : condition;
  if ('reason' in inner) {
    const known = playbook.reason.choices.map(({ id }) => id);
    return [{ thing: 'reason', is: inner.reason.filter((id) => known.includes(id)), not, single: true }];
  }
  if ('field' in inner) {
    const is = inner.is.map(normaliseText);
    // A desk's own number for a value stands beside its word.
    const single = !MANY.includes(inner.field) && !is.some((word) => /^\d+$/.test(word));
    return [{ thing: `field ${inner.field}`, is, not, single }];
  }
  if (!('answer' in inner)) return [];
  const criterion = playbook.exit.find(({ id }) => id === inner.answer);
  const thing = `answer ${inner.answer}`;
  if (!criterion) return [{ thing, is: [], not, single: false }];
  if (criterion.kind !== 'choice') {
    const single = criterion.kind !== 'rows' && criterion.kind !== 'attachment';
    return [{ thing, is: inner.is.map(normaliseText), not, single }];
  }
  const words = inner.is.map(normaliseText);
  const is = criterion.options
    .filter(({ id, label }) => words.includes(normaliseText(id)) || words.includes(normaliseText(label)))
    .map(({ id }) => id);
  return [{ thing, is, not, single: true }];
}

function opposed(a: Leaf, b: Leaf): boolean {
  if (a.thing !== b.thing) return false;
  if (a.not !== b.not) {
    const [is, not] = a.not ? [b.is, a.is] : [a.is, b.is];
    return is.every((word) => not.includes(word));
  }
  return !a.not && a.single && b.single && !a.is.some((word) => b.is.includes(word));
}
