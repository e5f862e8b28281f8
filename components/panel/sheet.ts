import type { Change } from '../../lib/model/attempt';
import type { CaseRef, CaseSnapshot, Health } from '../../lib/model/case';
import type { Answer, Draft } from '../../lib/model/handoff';
import type { Playbook } from '../../lib/model/playbook';
import type { Evaluation } from '../../lib/model/verdict';
import { answersOf, evaluate } from '../../lib/rules/evaluate';
import type { Situation } from '../../lib/rules/situation';
import type { SentElsewhere } from '../../lib/words/elsewhere';

/** One case of a hold as the panel shows it: the background's `PanelCase`, by its shape. */
export type SheetCase = {
  ref: CaseRef;
  title: string;
  url: string;
  snapshot?: CaseSnapshot | undefined;
  changes: Change[];
  draft: Draft;
  recent: string[];
};

/** All that the panel shows: the background's `PanelState`, by its shape. */
export type Sheet = {
  playbook: Playbook;
  cases: SheetCase[];
  hold: { attempt: string; alive: boolean } | null;
  /** Drawn out of sight, before anything is held. */
  ahead?: true | undefined;
  me?: string | undefined;
  people: string[];
  teams: string[];
  health: Health;
  mayOverride: boolean;
  /** Another tab sent it. */
  elsewhere?: (SentElsewhere & { title: string; others: number; kept: boolean }) | undefined;
};

/** One case, judged as it stands. */
export type Reading = {
  key: string;
  one: SheetCase;
  situation: Situation;
  answers: Record<string, Answer>;
  evaluation: Evaluation;
};

export function readCase(one: SheetCase, sheet: Pick<Sheet, 'playbook' | 'me'>, now: number): Reading {
  const { snapshot, changes, draft, url, recent } = one;
  const situation: Situation = { playbook: sheet.playbook, draft, snapshot, changes, url, me: sheet.me, recent, now };
  return { key: draft.key, one, situation, answers: answersOf(situation), evaluation: evaluate(situation) };
}
