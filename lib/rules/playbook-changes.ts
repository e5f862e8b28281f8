import type { Criterion, Playbook } from '../model/playbook';
import { canonicalJson } from './canonical-json';

/** The parts of a playbook that a person tells apart; criteria one by one. */
export const PARTS = [
  'name',
  'because',
  'trigger',
  'reason',
  'receiver',
  'owner',
  'approver',
  'closedBy',
  'lifecycle',
  'routing',
  'onMissing',
  'mayOverride',
  'acceptWithinMinutes',
] as const;
export type Part = (typeof PARTS)[number];

/** One thing that differs: a part, or a criterion by its label. `order`: the criteria are asked in another order. */
export type PlaybookChange =
  | { part: Part }
  | { part: 'exit' | 'entry'; is: 'new' | 'gone' | 'changed'; label: string }
  | { part: 'exit' | 'entry'; is: 'order' };

/** What a person would be told of the way from one playbook to the other; empty where nothing but the version differs. */
export function changesBetween(before: Playbook, after: Playbook): PlaybookChange[] {
  const parts = PARTS.filter((part) => !same(before[part], after[part])).map((part) => ({ part }));
  return [...parts, ...criteria('exit', before, after), ...criteria('entry', before, after)];
}

function criteria(part: 'exit' | 'entry', before: Playbook, after: Playbook): PlaybookChange[] {
  const [was, is] = [before[part], after[part]];
  const find = (list: readonly Criterion[], id: string) => list.find((one) => one.id === id);
  const kept = (list: readonly Criterion[], other: readonly Criterion[]) =>
    list.map(({ id }) => id).filter((id) => find(other, id));
  const told = [
    ...is.filter(({ id }) => !find(was, id)).map(({ label }) => ({ is: 'new' as const, label })),
    ...is
      .filter((one) => find(was, one.id) && !same(find(was, one.id), one))
      .map(({ label }) => ({ is: 'changed' as const, label })),
    ...was.filter(({ id }) => !find(is, id)).map(({ label }) => ({ is: 'gone' as const, label })),
  ];
  return [
    ...told.map((one) => ({ part, ...one })),
    ...(same(kept(was, is), kept(is, was)) ? [] : [{ part, is: 'order' as const }]),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
