import type { Criterion, CriterionKind, Playbook } from '../../../lib/model/playbook';
import { canonicalJson } from '../../../lib/rules/canonical-json';
import { idsIn, newId } from './ids';

/** Who asks: the sender's criteria, or the receiver's. */
export type Side = 'exit' | 'entry';

/** The words that a playbook starts with, so that nobody faces an empty page. */
export type StartWords = { question: string; reasons: readonly string[] };

/** A playbook that is still to be written. */
export function blank({ question, reasons }: StartWords): Playbook {
  const choices = reasons.map((label, n) => ({ id: `new--${n + 2}`, label }));
  return {
    id: 'new--1',
    version: 1,
    name: '',
    because: '',
    trigger: { kinds: ['ticket'], any: [{ field: 'team', to: [] }] },
    reason: { question, choices },
    receiver: { team: '' },
    closedBy: 'sender',
    exit: [],
    entry: [],
    onMissing: 'override',
    acceptWithinMinutes: 240,
  };
}

/** Sets parts; one that is set to undefined goes. */
export type PartsOf<T> = { [K in keyof T]?: T[K] | undefined };
export function withParts<T extends object>(whole: T, parts: PartsOf<T>): T {
  const kept = Object.entries({ ...whole, ...parts }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as T;
}

/** What the trigger says of a team is who receives it, as long as nobody said otherwise. */
export function withTrigger(playbook: Playbook, trigger: Playbook['trigger']): Playbook {
  const teamOf = ({ any }: Playbook['trigger']) => any.find(({ field }) => field === 'team')?.to[0] ?? '';
  const follows = playbook.receiver.team === teamOf(playbook.trigger);
  return { ...playbook, trigger, ...(follows ? { receiver: { team: teamOf(trigger) } } : {}) };
}

/** A criterion of a kind at the end, with all that its kind must have. Its id comes back for the focus. */
export function addCriterion(playbook: Playbook, side: Side, kind: CriterionKind): { playbook: Playbook; id: string } {
  const taken = idsIn(playbook);
  const id = newId(taken);
  const more = [newId([...taken, id])];
  more.push(newId([...taken, id, ...more]));
  const common = { id, label: '', why: '', level: 'block' as const };
  const made = ((): Criterion => {
    switch (kind) {
      case 'choice':
        return { ...common, kind, options: more.map((one) => ({ id: one, label: '' })) };
      case 'rows':
        return { ...common, kind, columns: [{ id: more[0] ?? id, label: '' }], minRows: 2 };
      case 'confirmation':
        return { ...common, kind, statement: '' };
      case 'date':
        return { ...common, kind, future: true };
      case 'text':
        return { ...common, kind, min: 10 };
      case 'attachment':
        return { ...common, kind, prefill: ['@attachments'] };
      default:
        return { ...common, kind };
    }
  })();
  return { playbook: { ...playbook, [side]: [...playbook[side], made] }, id };
}

export function changeCriterion(playbook: Playbook, side: Side, changed: Criterion): Playbook {
  return { ...playbook, [side]: playbook[side].map((one) => (one.id === changed.id ? changed : one)) };
}

export function removeCriterion(playbook: Playbook, side: Side, id: string): Playbook {
  return { ...playbook, [side]: playbook[side].filter((one) => one.id !== id) };
}

/** What was removed, back in its place. */
export function putBack(playbook: Playbook, side: Side, criterion: Criterion, at: number): Playbook {
  if (playbook[side].some(({ id }) => id === criterion.id)) return playbook;
  return { ...playbook, [side]: playbook[side].toSpliced(at, 0, criterion) };
}

/** Puts one criterion in the place of another, and moves those between. */
export function moveCriterion(playbook: Playbook, side: Side, id: string, over: string): Playbook {
  const list = [...playbook[side]];
  const [from, to] = [id, over].map((one) => list.findIndex((each) => each.id === one)) as [number, number];
  if (from < 0 || to < 0 || from === to) return playbook;
  const [moved] = list.splice(from, 1);
  if (moved) list.splice(to, 0, moved);
  return { ...playbook, [side]: list };
}

/** Another entry in a list of what has an id and a label. */
export function addNamed<T extends { id: string; label: string }>(
  playbook: Playbook,
  list: readonly T[],
): { id: string; label: string }[] {
  return [...list, { id: newId([...idsIn(playbook), ...list.map(({ id }) => id)]), label: '' }];
}

/** The names in a text, one a line, each once. */
export function namesIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ];
}

/** A number that a person typed; undefined for what is none, or not in between. */
export function wholeIn(text: string, least: number, most: number): number | undefined {
  const number = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

/** Whether anything but the number of the version differs. */
export function differs(a: Playbook, b: Playbook): boolean {
  return canonicalJson({ ...a, version: 0 }) !== canonicalJson({ ...b, version: 0 });
}
