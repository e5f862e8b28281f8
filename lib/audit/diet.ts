import type { EventLine } from '../model/event';
import type { Handoff } from '../model/handoff';
import type { Playbook } from '../model/playbook';
import { isPlaceholder } from '../rules/evidence/placeholder';
import { normaliseText } from '../rules/normalise';
import { textOf } from '../rules/values';
import { factsOf, only } from './facts';

/** A criterion that need not block: it was never missing, or what was answered said nothing. `of`: in so many handoffs, or answers. */
export type Demotion = { criterion: string; label: string; why: 'never-missing' | 'junk'; count: number; of: number };

/** With fewer handoffs, or answers, nothing is proposed. */
const ENOUGH = 20;
const ENOUGH_ANSWERS = 10;
/** From this share on the answers say nothing. */
const MOSTLY = 0.6;

/**
 * What of a playbook's blocking criteria may be asked for softly, from the handoffs that it let go and the lines of what it held.
 * That a receiver never used an answer is not known yet: nothing on a desk's page says so.
 */
export function dietOf(playbook: Playbook, handoffs: readonly Handoff[], lines: readonly EventLine[]): Demotion[] {
  const mine = handoffs.filter((one) => one.playbook === playbook.id);
  if (mine.length < ENOUGH) return [];
  const held = only(factsOf(lines).facts, 'held').filter(({ payload }) => payload.playbook === playbook.id);
  const missed = new Set(held.flatMap(({ payload }) => payload.missing.map(({ criterion }) => criterion)));
  return playbook.exit.flatMap((criterion): Demotion[] => {
    const { id, label, level } = criterion;
    if (level !== 'block') return [];
    const answers = mine.flatMap(({ answers }) => answers[id] ?? []);
    const debts = mine.filter(({ override }) => override?.debt.some((debt) => debt.criterion === id)).length;
    if (!missed.has(id) && debts === 0 && answers.length === mine.length)
      return [{ criterion: id, label, why: 'never-missing', count: mine.length, of: mine.length }];
    if (criterion.kind !== 'text') return [];
    const typed = answers.filter(({ by }) => by === 'person').map((answer) => textOf(answer));
    const junk = sayingNothing(typed, label) + debts;
    const of = typed.length + debts;
    return of >= ENOUGH_ANSWERS && junk / of >= MOSTLY ? [{ criterion: id, label, why: 'junk', count: junk, of }] : [];
  });
}

/** Fillers, and what was written before word for word. */
function sayingNothing(texts: readonly string[], label: string): number {
  const before = new Set<string>();
  return texts.filter((text) => {
    const same = normaliseText(text);
    const again = before.has(same);
    before.add(same);
    return again || isPlaceholder(text, label);
  }).length;
}
