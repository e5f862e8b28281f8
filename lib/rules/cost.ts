import type { Criterion, Playbook } from '../model/playbook';
import type { Evaluation } from '../model/verdict';

/** What one answer takes somebody who knows it, in seconds: estimates, told as such. Typing counts forty words a minute, and a moment to think. */
const SECONDS: Record<Exclude<Criterion['kind'], 'text' | 'rows'>, number> = {
  choice: 3,
  confirmation: 3,
  person: 5,
  team: 4,
  date: 6,
  number: 5,
  link: 10,
  attachment: 15,
};
const PER_CHARACTER = 0.3;
const THOUGHT = 6;
/** A text without a least length is about a line. */
const LINE = 40;
const CELL = 25;

/** What it takes to answer one criterion, in seconds. */
export function secondsFor(criterion: Criterion): number {
  if (criterion.kind === 'text') return THOUGHT + Math.max(criterion.min ?? 0, LINE) * PER_CHARACTER;
  if (criterion.kind === 'rows') return THOUGHT + criterion.minRows * criterion.columns.length * CELL * PER_CHARACTER;
  return SECONDS[criterion.kind];
}

/** What a handoff would have cost that is held for what is missing in it: those answers alone, in whole seconds. A guess costs one look. */
export function costOf(playbook: Playbook, { findings, reason }: Evaluation): number {
  const missing = findings.filter(({ level, met }) => level === 'block' && !met);
  const guesses = missing.some(({ problem }) => problem === 'guess') ? SECONDS.confirmation : 0;
  const answers = missing
    .filter(({ problem }) => problem !== 'guess')
    .map(({ criterion }) => playbook.exit.find(({ id }) => id === criterion))
    .reduce((sum, criterion) => sum + (criterion ? secondsFor(criterion) : 0), 0);
  return Math.round(answers + guesses + (reason === undefined ? SECONDS.choice : 0));
}
