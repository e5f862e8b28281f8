import type { Playbook, Trigger, TriggerCase } from '../../../lib/model/playbook';
import type { Part, PlaybookChange } from '../../../lib/rules/playbook-changes';
import { locale } from '../../../lib/words/locale';
import { say, type WordKey } from '../../../lib/words/say';

const either = (names: readonly string[]) => new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);

const FIELDS = {
  team: 'playbooks_field_team',
  owner: 'playbooks_field_owner',
  status: 'playbooks_field_status',
  stage: 'playbooks_field_stage',
  tag: 'playbooks_field_tag',
} as const satisfies Record<TriggerCase['field'], WordKey>;

/** "When the team changes to Engineering or Tier 2; when …": what makes it a handoff. */
export function triggerWords({ any }: Trigger): string {
  return any
    .map(({ field, from, to }) =>
      from
        ? say('playbooks_trigger_from', say(FIELDS[field]), either(from), either(to))
        : say('playbooks_trigger', say(FIELDS[field]), either(to)),
    )
    .join(' ');
}

const PARTS = {
  name: 'playbooks_part_name',
  because: 'playbooks_part_because',
  trigger: 'playbooks_part_trigger',
  reason: 'playbooks_part_reason',
  receiver: 'playbooks_part_receiver',
  owner: 'playbooks_part_owner',
  approver: 'playbooks_part_approver',
  closedBy: 'playbooks_part_closed_by',
  lifecycle: 'playbooks_part_lifecycle',
  routing: 'playbooks_part_routing',
  onMissing: 'playbooks_part_on_missing',
  mayOverride: 'playbooks_part_may_override',
  acceptWithinMinutes: 'playbooks_part_accept_within',
} as const satisfies Record<Part, WordKey>;

const CRITERIA = {
  new: 'playbooks_criterion_new',
  changed: 'playbooks_criterion_changed',
  gone: 'playbooks_criterion_gone',
} as const;

/** One thing that differs between two playbooks, in a line. */
export function changeWords(change: PlaybookChange): string {
  if (!('is' in change)) return say('playbooks_changed_part', say(PARTS[change.part]));
  return change.is === 'order' ? say('playbooks_order') : say(CRITERIA[change.is], change.label);
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
