import type { Condition, Criterion, Option, Playbook } from '../../../lib/model/playbook';

/** What was never saved is called so until it is: no label makes an id with two hyphens. */
const NEW = 'new--';

export const isNew = (id: string): boolean => id.startsWith(NEW);

/** A name for what was just added, among all that have one. */
export function newId(taken: readonly string[]): string {
  for (let n = 1; ; n += 1) if (!taken.includes(`${NEW}${n}`)) return `${NEW}${n}`;
}

/** An id out of a label: its letters and digits in lower case, hyphens for the rest; numbered where another has it. */
export function idFrom(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const id = plain || 'item';
  if (!taken.includes(id)) return id;
  for (let n = 2; ; n += 1) if (!taken.includes(`${id}-${n}`)) return `${id}-${n}`;
}

/** Every id of a playbook: of itself, its reasons, criteria, options and columns. */
export function idsIn({ id, reason, exit, entry }: Playbook): string[] {
  return [
    id,
    ...reason.choices.map((one) => one.id),
    ...[...exit, ...entry].flatMap((one) => [one.id, ...innerIds(one)]),
  ];
}

function innerIds(criterion: Criterion): string[] {
  if (criterion.kind === 'choice') return criterion.options.map(({ id }) => id);
  return criterion.kind === 'rows' ? criterion.columns.map(({ id }) => id) : [];
}

/**
 * The playbook with ids made from labels for all that is new, and conditions following. What has an id keeps it, whatever its label says
 * by now: answers are kept by it. `taken`: ids of other playbooks.
 */
export function withIds(playbook: Playbook, taken: readonly string[]): Playbook {
  const names = new Map<string, string>();
  /** Ids are new in the whole playbook, so that one table serves for all. */
  const settle = (list: readonly { id: string; label: string }[], others: readonly string[] = []) => {
    const used = [...others, ...list.map(({ id }) => id).filter((id) => !isNew(id))];
    for (const { id, label } of list.filter((one) => isNew(one.id))) {
      const made = idFrom(label, used);
      used.push(made);
      names.set(id, made);
    }
  };
  const { exit, entry, reason } = playbook;
  settle([{ id: playbook.id, label: playbook.name }], taken);
  settle(reason.choices);
  settle([...exit, ...entry]);
  for (const one of [...exit, ...entry]) if (one.kind === 'choice') settle(one.options);
  for (const one of [...exit, ...entry]) if (one.kind === 'rows') settle(one.columns);
  const now = (id: string) => names.get(id) ?? id;
  const named = <T extends { id: string }>(one: T): T => ({ ...one, id: now(one.id) });
  const criterion = (one: Criterion): Criterion => {
    const when = one.when ? { when: renamed(one.when, now) } : {};
    if (one.kind === 'choice') return { ...named(one), ...when, options: one.options.map(named<Option>) };
    if (one.kind === 'rows') return { ...named(one), ...when, columns: one.columns.map(named) };
    return { ...named(one), ...when };
  };
  const implied = reason.implied?.map(({ when, choice }) => ({ when: renamed(when, now), choice: now(choice) }));
  return {
    ...playbook,
    id: now(playbook.id),
    reason: { ...reason, choices: reason.choices.map(named<Option>), ...(implied ? { implied } : {}) },
    exit: exit.map(criterion),
    entry: entry.map(criterion),
  };
}

/** A condition with other names for what it looks at. */
export function renamed(condition: Condition, now: (id: string) => string): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => renamed(part, now)) };
  if ('any' in condition) return { any: condition.any.map((part) => renamed(part, now)) };
  if ('not' in condition) return { not: renamed(condition.not, now) };
  if ('reason' in condition) return { reason: condition.reason.map(now) };
  if ('field' in condition) return condition;
  return { answer: now(condition.answer), is: condition.is.map(now) };
}
