import type { Answer } from '../model/handoff';
import type { Playbook } from '../model/playbook';
import { type Facts, holdsIn } from './holds-in';
import { prefill } from './prefill';
import type { Situation } from './situation';
import { own } from './values';

/**
 * Finds which criteria apply and which reason holds, when both may depend on answers to other criteria.
 * It starts from "all apply" and looks again until nothing changes. Conditions without a cycle settle in as many rounds
 * as they are deep; a cycle ends after that many too, always the same way.
 */
export function settle(situation: Situation): Facts {
  const { playbook } = situation;
  let facts: Facts = {
    situation,
    answers: allAnswers(situation),
    applying: new Set(playbook.exit.map(({ id }) => id)),
    reason: chosenReason(situation),
  };
  for (let round = 0; round <= playbook.exit.length + 1; round += 1) {
    const next = lookAgain(facts);
    if (next.reason === facts.reason && sameIds(next.applying, facts.applying)) return next;
    facts = next;
  }
  return facts;
}

function lookAgain(facts: Facts): Facts {
  const { playbook } = facts.situation;
  const applying = playbook.exit.filter(({ when }) => when === undefined || holdsIn(when, facts)).map(({ id }) => id);
  return {
    ...facts,
    applying: new Set(applying),
    reason: chosenReason(facts.situation) ?? impliedReason(playbook, facts),
  };
}

function chosenReason({ playbook, draft }: Situation): string | undefined {
  return isChoice(playbook, draft.reason) ? draft.reason : undefined;
}

function impliedReason(playbook: Playbook, facts: Facts): string | undefined {
  return playbook.reason.implied?.find(({ when, choice }) => isChoice(playbook, choice) && holdsIn(when, facts))
    ?.choice;
}

/** A reason that an older version of the playbook offered is no reason now. */
function isChoice(playbook: Playbook, id: string | undefined): boolean {
  return playbook.reason.choices.some((choice) => choice.id === id);
}

/** The draft's answer wins, even an empty one: the person cleared it, so what the page says does not come back. */
function allAnswers(situation: Situation): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const criterion of situation.playbook.exit) {
    const answer = own(situation.draft.answers, criterion.id) ?? prefill(criterion, situation);
    if (answer !== null) answers[criterion.id] = answer;
  }
  return answers;
}

function sameIds(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
