import { describe, expect, it } from 'vitest';
import type { Condition, Criterion, Playbook } from '../../../lib/model/playbook';
import { isError, lintCode, lintPlaybook, lintsOf } from '../../../lib/rules/playbook-lint';
import { lintAmong, sameChange } from '../../../lib/rules/playbook-lint-desks';
import '../../../lib/rules/re2';
import { fieldOf } from '../../../lib/capture/labels';
import { sites } from '../../../lib/sites/all';
import { cpuTime } from '../cpu-time';

const common = { why: 'It matters.', level: 'block' as const };
const severity: Criterion = {
  ...common,
  id: 'severity',
  kind: 'choice',
  label: 'How bad',
  options: [
    { id: 's1', label: 'Down' },
    { id: 's2', label: 'Slow' },
  ],
};
const text = (id: string, part: Partial<Extract<Criterion, { kind: 'text' }>> = {}): Criterion => ({
  ...common,
  id,
  kind: 'text',
  label: id,
  ...part,
});
const made = (part: Partial<Playbook>): Playbook => ({
  id: 'p',
  version: 1,
  name: 'P',
  because: 'Because.',
  trigger: { kinds: ['ticket'], any: [{ field: 'team', to: ['Billing'] }] },
  reason: {
    question: 'Why?',
    choices: [
      { id: 'refund', label: 'A refund' },
      { id: 'invoice', label: 'An invoice' },
    ],
  },
  receiver: { team: 'Billing' },
  closedBy: 'sender',
  exit: [text('a')],
  entry: [],
  onMissing: 'hold',
  acceptWithinMinutes: 60,
  ...part,
});
const asking = (when: Condition) =>
  made({ exit: [severity, text('rare', { when: { answer: 'severity', is: ['s1'] } }), text('a', { when })] });

describe('a condition that can never hold', () => {
  const never: [string, Condition][] = [
    ['two reasons at once', { all: [{ reason: ['refund'] }, { reason: ['invoice'] }] }],
    [
      'two values of a field',
      {
        all: [
          { field: 'status', is: ['Open'] },
          { field: 'status', is: ['Closed'] },
        ],
      },
    ],
    [
      'two options of a choice, one by its label',
      {
        all: [
          { answer: 'severity', is: ['s1'] },
          { answer: 'severity', is: ['Slow'] },
        ],
      },
    ],
    ['a thing and its own not', { all: [{ reason: ['refund'] }, { not: { reason: ['refund', 'invoice'] } }] }],
    ['the same, deep', { all: [{ any: [{ reason: ['refund'] }] }, { not: { reason: ['refund'] } }] }],
    [
      'an answer that is not asked for then',
      {
        all: [
          { answer: 'rare', is: ['x'] },
          { answer: 'severity', is: ['s2'] },
        ],
      },
    ],
    ['an option that does not exist', { answer: 'severity', is: ['s9'] }],
    [
      'every one of several',
      { any: [{ answer: 'severity', is: ['s9'] }, { all: [{ reason: ['refund'] }, { reason: ['invoice'] }] }] },
    ],
  ];
  it.each(never)('%s', (_, when) => {
    expect(lintPlaybook(asking(when))).toContain('never-asked:a');
  });

  const may: [string, Condition][] = [
    ['one reason or the other', { any: [{ reason: ['refund'] }, { reason: ['invoice'] }] }],
    ['reasons that overlap', { all: [{ reason: ['refund', 'invoice'] }, { reason: ['invoice'] }] }],
    [
      'two tags',
      {
        all: [
          { field: 'tags', is: ['vip'] },
          { field: 'tags', is: ['refund'] },
        ],
      },
    ],
    [
      'a word and the desk’s number for it',
      {
        all: [
          { field: 'team', is: ['Billing'] },
          { field: 'team', is: ['4'] },
        ],
      },
    ],
    [
      'an answer that is asked for then',
      {
        all: [
          { answer: 'rare', is: ['x'] },
          { answer: 'severity', is: ['s1'] },
        ],
      },
    ],
    ['anything but an option that does not exist', { not: { answer: 'severity', is: ['s9'] } }],
    ['a thing and another’s not', { all: [{ reason: ['refund'] }, { not: { field: 'status', is: ['refund'] } }] }],
    ['twice not', { not: { not: { reason: ['refund'] } } }],
  ];
  it.each(may)('but not %s', (_, when) => {
    expect(lintPlaybook(asking(when))).not.toContain('never-asked:a');
  });

  it('is found soon, however it is nested', () => {
    let when: Condition = { reason: ['refund'] };
    for (let deep = 0; deep < 12; deep += 1)
      when = {
        any: [{ all: [when, { field: 'tags', is: [`t${deep}`] }] }, { all: [when, { field: 'tags', is: ['x'] }] }],
      };
    const before = cpuTime();
    lintPlaybook(asking({ all: [when, { reason: ['invoice'] }] }));
    expect(cpuTime() - before).toBeLessThan(500);
  });
});

describe('what else is said', () => {
  const person: Criterion = { ...common, id: 'who', kind: 'person', label: 'Who' };
  const owner = { before: 'sender', after: 'person' } as const;
  const cases: [string, Playbook, string[]][] = [
    [
      'an option that no choice has',
      asking({ any: [{ answer: 'severity', is: ['s1', 's7'] }] }),
      ['unknown-option:severity/s7'],
    ],
    ['an option by its label', asking({ answer: 'severity', is: ['down'] }), []],
    [
      'a pattern that its example does not match',
      made({ exit: [text('a', { pattern: { matches: '^INV-\\d+$', example: '1234' } })] }),
      ['not-its-example:a'],
    ],
    ['one that it does', made({ exit: [text('a', { pattern: { matches: '^INV-\\d+$', example: 'INV-12' } })] }), []],
    ['no pattern', made({ exit: [text('a', { pattern: { matches: '(', example: 'x' } })] }), ['no-pattern:a']],
    ['a person whom nothing names', made({ owner }), ['nobody-named:owner']],
    ['one whom a criterion names', made({ owner, entry: [person] }), []],
    [
      'one whom the change names',
      made({ owner, trigger: { kinds: ['ticket'], any: [{ field: 'owner', to: ['Dana'] }] } }),
      [],
    ],
    ['one whom the routing names', made({ owner, routing: [{ field: 'owner', to: 'Dana' }] }), []],
    [
      'a reason that is never implied',
      made({
        reason: {
          ...made({}).reason,
          implied: [
            {
              when: {
                all: [
                  { field: 'status', is: ['a'] },
                  { field: 'status', is: ['b'] },
                ],
              },
              choice: 'refund',
            },
          ],
        },
      }),
      ['never-implied:reason'],
    ],
  ];
  it.each(cases)('%s', (_, playbook, codes) => {
    expect(lintPlaybook(playbook)).toEqual(codes);
  });

  it('stands beside what it is about', () => {
    expect(lintsOf(asking({ reason: ['gone'] })).map(({ at }) => at)).toContain('criterion:a');
  });

  it.each([
    ['unknown-answer:x', true],
    ['not-its-example:x', true],
    ['never-asked:x', false],
    ['unknown-option:a/b', false],
    ['too-many-typed:7', false],
  ])('%s keeps a playbook from being used: %s', (code, error) => expect(isError(code)).toBe(error));
});

describe('among other playbooks and on the desks allowed', () => {
  const practice = sites.filter(({ id }) => id === 'practice');
  const codes = (playbook: Playbook, others: Playbook[] = [], among = practice) =>
    lintAmong(playbook, { others, sites: among, fieldOf }).map(lintCode);
  const trigger = (field: 'team' | 'stage' | 'tag', to: string[], from?: string[]) =>
    made({ trigger: { kinds: ['ticket'], any: [{ field, to, ...(from ? { from } : {}) }] } });

  it.each([
    ['the same team, in other letters', trigger('team', ['billing']), true],
    ['another team', trigger('team', ['Legal']), false],
    ['another field', trigger('tag', ['Billing']), false],
    ['the same from elsewhere', { ...trigger('team', ['Billing'], ['Sales']), id: 'q' }, true],
  ] as const)('two that fire on one change: %s', (_, other, both) => {
    expect(sameChange(made({}), other)).toBe(both);
    expect(codes(made({}), [{ ...other, id: 'q', name: 'Q' }])).toEqual(both ? ['same-change:Q'] : []);
  });

  it('but from two sides, on two desks, of two kinds they do not', () => {
    expect(sameChange(trigger('team', ['Billing'], ['Support']), trigger('team', ['Billing'], ['Sales']))).toBe(false);
    const on = (site: string) => made({ trigger: { ...made({}).trigger, sites: [site] } });
    expect(sameChange(on('zendesk'), on('jira'))).toBe(false);
    expect(sameChange(on('zendesk'), made({}))).toBe(true);
    expect(sameChange(made({}), made({ trigger: { ...made({}).trigger, kinds: ['deal'] } }))).toBe(false);
  });

  it('a playbook is no other to itself', () => expect(codes(made({}), [made({})])).toEqual([]));

  it('a trigger that can never fire on these desks', () => {
    expect(codes(made({ trigger: { ...made({}).trigger, kinds: ['lead'] } }))).toEqual(['never-fires:kind']);
    expect(codes(trigger('tag', ['vip']))).toEqual(['never-fires:tag']);
    expect(codes(trigger('stage', ['Won']))).toEqual(['never-fires:stage']);
    expect(codes(trigger('tag', ['vip']), [], [])).toEqual([]);
    expect(codes(made({ trigger: { ...made({}).trigger, sites: ['zendesk'] } }))).toEqual(['never-fires:kind']);
  });

  it('prefill from what no page says, and typing of what one does', () => {
    expect(codes(made({ exit: [text('a', { prefill: ['contractNumber'] })] }))).toEqual([
      'no-prefill:a/contractNumber',
    ]);
    expect(codes(made({ exit: [text('a', { prefill: ['contractNumber', 'subject'] })] }))).toEqual([]);
    expect(codes(made({ exit: [text('a', { prefill: ['@lastPublicReply', '@attachments'] })] }))).toEqual([]);
    expect(codes(made({ exit: [text('a', { label: 'Environment' })] }))).toEqual(['could-prefill:a/environment']);
    expect(codes(made({ exit: [text('a', { label: 'Environment', level: 'warn' })] }))).toEqual([]);
    expect(codes(made({ exit: [text('a', { label: 'What you tried' })] }))).toEqual([]);
  });
});
