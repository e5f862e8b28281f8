import type { CapturedField, CaseSnapshot, Entry } from '../../../lib/model/case';
import type { Answer, AnswerBy, AnswerValue } from '../../../lib/model/handoff';
import type { Criterion, Playbook } from '../../../lib/model/playbook';
import type { Problem } from '../../../lib/model/verdict';
import { check } from '../../../lib/rules/evidence/check';
import type { Situation } from '../../../lib/rules/situation';

/** A Friday, 10:30 where the test runs. */
export const NOW = new Date(2026, 10, 20, 10, 30).getTime();

export const common = { label: 'The question', why: 'Because.', level: 'block' } as const;

export function answer(value: AnswerValue, by: AnswerBy = 'person', where?: string): Answer {
  return { value, by, at: NOW, ...(where === undefined ? {} : { where }) };
}

export function field(name: string, value: string, more: Partial<CapturedField> = {}): CapturedField {
  return { field: name, value, certainty: 'certain', where: name, ...more };
}

export function snapshot(fields: CapturedField[], entries: Entry[] = [], attachments: string[] = []): CaseSnapshot {
  return {
    ref: { origin: 'https://desk.example', kind: 'ticket', id: '1' },
    site: 'practice',
    url: 'https://desk.example/case/1',
    fields,
    entries,
    attachments,
    health: { light: 'green', missing: [] },
    seenAt: NOW - 1000,
  };
}

export function playbook(exit: Criterion[], more: Partial<Playbook> = {}): Playbook {
  return {
    id: 'test',
    version: 1,
    name: 'Test',
    because: 'Because.',
    trigger: { kinds: ['ticket'], any: [{ field: 'team', to: ['Engineering'] }] },
    reason: {
      question: 'Why?',
      choices: [
        { id: 'defect', label: 'A defect' },
        { id: 'question', label: 'A question' },
      ],
    },
    receiver: { team: 'Engineering' },
    closedBy: 'sender',
    exit,
    entry: [],
    onMissing: 'hold',
    acceptWithinMinutes: 60,
    ...more,
  };
}

export function situation(exit: Criterion[] | Playbook, more: Partial<Situation> = {}): Situation {
  return {
    playbook: Array.isArray(exit) ? playbook(exit) : exit,
    draft: { answers: {}, reason: 'defect' },
    snapshot: undefined,
    changes: [],
    url: 'https://desk.example/case/1',
    me: undefined,
    recent: [],
    now: NOW,
    ...more,
  };
}

/** Values of the demo: a Support L1 ticket whose fields are all filled in. */
export const supportFields: CapturedField[] = [
  field('subject', 'Invoice PDF export returns blank page for multi-currency orders'),
  field('requester', 'Dana Whitlock'),
  field('team', 'Support L1'),
  field('priority', 'High'),
  field('severity', 'S2 - Major'),
  field('environment', 'Production / Chrome 126 / Windows 11'),
  field(
    'steps',
    '1. Open Billing > Invoices\n2. Filter to an order that has EUR and USD lines\n3. Click "Export PDF"\nExpected: two-page invoice. Actual: blank page.',
  ),
];

/** What keeps an answer from meeting its criterion, in a situation that has nothing else in it. */
export function judge(criterion: Criterion, given: Answer | undefined, more: Partial<Situation> = {}): Problem | null {
  return check(criterion, given, situation([criterion], more));
}
