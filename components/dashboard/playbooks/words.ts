import type { Playbook, Trigger } from '../../../lib/model/playbook';
import { either } from '../../../lib/words/either';
import { say } from '../../../lib/words/say';
import { TRIGGER_FIELDS } from '../editor/words';

/** "When the team changes to Engineering or Tier 2; when …": what makes it a handoff. */
export function triggerWords({ any }: Trigger): string {
  return any
    .map(({ field, from, to }) =>
      from
        ? say('playbooks_trigger_from', say(TRIGGER_FIELDS[field]), either(from), either(to))
        : say('playbooks_trigger', say(TRIGGER_FIELDS[field]), either(to)),
    )
    .join(' ');
}

const PROBLEMS = {
  'too-big': 'playbooks_problem_too_big',
  'too-deep': 'playbooks_problem_too_deep',
  'not-json': 'playbooks_problem_not_json',
  'not-playbooks': 'playbooks_problem_not_playbooks',
  newer: 'playbooks_problem_newer',
  broken: 'playbooks_problem_broken',
  unsound: 'playbooks_problem_unsound',
  twice: 'playbooks_problem_twice',
  'no-https': 'playbooks_problem_no_https',
  'no-answer': 'playbooks_problem_no_answer',
  refused: 'playbooks_problem_refused',
} as const;

/** Why a file or a source is no use, where it is wrong and what to do. */
export function problemOf(problem: {
  why: string;
  line?: number | undefined;
  at?: string | undefined;
  detail?: string | undefined;
}): string {
  const key = PROBLEMS[problem.why as keyof typeof PROBLEMS] ?? PROBLEMS.broken;
  const where = problem.line === undefined ? '' : say('playbooks_problem_line', String(problem.line), problem.at ?? '');
  return [say(key, problem.detail ?? ''), where].filter(Boolean).join(' ');
}

/** How many criteria block, of how many. */
export function criteriaCount({ exit }: Playbook): { block: number; all: number } {
  return { block: exit.filter(({ level }) => level === 'block').length, all: exit.length };
}
