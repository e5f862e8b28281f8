import type { Answer } from '../model/handoff';
import type { Criterion } from '../model/playbook';
import type { Evaluation, Finding } from '../model/verdict';
import { check } from './evidence/check';
import { type Facts, holdsIn } from './holds-in';
import { settle } from './settle';
import type { Situation } from './situation';
import { own } from './values';

/** Whether a criterion is asked for in this situation. */
export function applies(criterion: Criterion, situation: Situation): boolean {
  return criterion.when === undefined || appliesIn(criterion, settle(situation));
}

/** The answers as they stand, by criterion: the draft's, else what the page gives. Only criteria that apply have one. */
export function answersOf(situation: Situation): Record<string, Answer> {
  const facts = settle(situation);
  const asked = situation.playbook.exit.filter((criterion) => appliesIn(criterion, facts));
  return Object.fromEntries(
    asked.flatMap(({ id }) => {
      const answer = own(facts.answers, id);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** The reason chosen, else the first that the situation implies. */
export function reasonOf(situation: Situation): string | undefined {
  return settle(situation).reason;
}

/** What the draft amounts to: a finding for every exit criterion that applies, in the playbook's order. */
export function evaluate(situation: Situation): Evaluation {
  const facts = settle(situation);
  const findings = situation.playbook.exit
    .filter((criterion) => appliesIn(criterion, facts))
    .map((criterion) => find(criterion, facts));
  const unmet = findings.filter(({ level, met }) => level === 'block' && !met).length;
  const missing = unmet + (facts.reason === undefined ? 1 : 0);
  return { met: missing === 0, missing, findings, ...(facts.reason === undefined ? {} : { reason: facts.reason }) };
}

function appliesIn(criterion: Criterion, facts: Facts): boolean {
  return criterion.when === undefined || holdsIn(criterion.when, facts);
}

function find(criterion: Criterion, facts: Facts): Finding {
  const problem = check(criterion, own(facts.answers, criterion.id), facts.situation);
  const { id, level } = criterion;
  return problem === null ? { criterion: id, level, met: true } : { criterion: id, level, met: false, problem };
}
