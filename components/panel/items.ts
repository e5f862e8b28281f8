import type { Answer, AnswerValue } from '../../lib/model/handoff';
import type { Criterion, Playbook } from '../../lib/model/playbook';
import type { Finding, Problem } from '../../lib/model/verdict';
import { prefill } from '../../lib/rules/prefill';
import type { Reading } from './sheet';

/** One criterion as the panel shows it, over all the cases that ask for it. */
export type Item = {
  criterion: Criterion;
  met: boolean;
  problem?: Problem;
  answer?: Answer;
  /** The drafts that an answer typed here goes to. */
  keys: string[];
  /** In how many of the cases it is not met, and how many ask for it. */
  short: number;
  of: number;
  /** The cases hold different values. */
  differs: boolean;
  /** What the page says, where the person wrote something else. */
  page?: Answer;
};

type Asked = { reading: Reading; finding: Finding; answer: Answer | undefined };

/** Every criterion that at least one case asks for, in the playbook's order. */
export function itemsOf(playbook: Playbook, readings: readonly Reading[]): Item[] {
  return playbook.exit.flatMap((criterion) => {
    const asked = readings.flatMap((reading): Asked[] => {
      const finding = reading.evaluation.findings.find((one) => one.criterion === criterion.id);
      return finding ? [{ reading, finding, answer: reading.answers[criterion.id] }] : [];
    });
    return asked.length > 0 ? [itemOf(criterion, asked)] : [];
  });
}

function itemOf(criterion: Criterion, asked: Asked[]): Item {
  const unmet = asked.filter(({ finding }) => !finding.met);
  const shown = (asked.find(({ answer }) => answer?.by === 'person') ?? unmet[0] ?? asked[0])?.answer;
  const problem = unmet[0]?.finding.problem;
  const page = shown?.by === 'person' && shown.where === undefined ? pageAnswer(criterion, asked) : null;
  return {
    criterion,
    met: unmet.length === 0,
    ...(problem === undefined ? {} : { problem }),
    ...(shown === undefined ? {} : { answer: shown }),
    keys: keysFor(asked),
    short: unmet.length,
    of: asked.length,
    differs: new Set(asked.map(({ answer }) => JSON.stringify(answer?.value ?? null))).size > 1,
    ...(page && shown && !sameValue(page.value, shown.value) ? { page } : {}),
  };
}

/**
 * What the page of a case says for certain is left alone: the answer goes to the cases that lack one. Where all have one,
 * the person is correcting it, for all.
 */
function keysFor(asked: readonly Asked[]): string[] {
  const open = asked.filter(({ answer, finding }) => answer?.by !== 'captured' || !finding.met);
  return (open.length > 0 ? open : asked).map(({ reading }) => reading.key);
}

/** Only with one case: several pages say several things. */
function pageAnswer(criterion: Criterion, asked: readonly Asked[]): Answer | null {
  const only = asked.length === 1 ? asked[0] : undefined;
  return only ? prefill(criterion, only.reading.situation) : null;
}

function sameValue(a: AnswerValue, b: AnswerValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How many blocking things are missing, the reason among them: each counts once, however many cases lack it. */
export function countMissing(items: readonly Item[], readings: readonly Reading[]): number {
  const unmet = items.filter(({ criterion, met }) => criterion.level === 'block' && !met).length;
  return unmet + (reasonMissing(readings) ? 1 : 0);
}

export function reasonMissing(readings: readonly Reading[]): boolean {
  return readings.some(({ evaluation }) => evaluation.reason === undefined);
}

/** The guesses of every case, to be confirmed together: each keeps its own value and where it was read. */
export function guessesOf(readings: readonly Reading[]): { key: string; criterion: string; answer: Answer }[] {
  return readings.flatMap(({ key, answers, evaluation }) =>
    evaluation.findings.flatMap(({ criterion, problem }) => {
      const answer = answers[criterion];
      return problem === 'guess' && answer ? [{ key, criterion, answer }] : [];
    }),
  );
}
