import { describe, expect, it } from 'vitest';
import { blank } from '../../../../components/dashboard/editor/edit';
import { fixOf } from '../../../../components/dashboard/editor/fixes';
import { problemsOf } from '../../../../components/dashboard/editor/problems';
import { type SampleWords, sampleCase, sheetOf } from '../../../../components/dashboard/editor/samples';
import { readCase } from '../../../../components/panel/sheet';
import type { Playbook } from '../../../../lib/model/playbook';
import { made, text } from './made';

const said = (playbook: Playbook) => problemsOf(playbook, []).map(({ at, code, error }) => [at, code, error]);

describe('what is said of a playbook', () => {
  const cases: [string, Playbook, unknown[]][] = [
    ['sound', made(), []],
    [
      'blank',
      blank({ question: 'Why?', reasons: ['a', 'b'] }),
      [
        ['name', 'lacks-text', true],
        ['because', 'lacks-text', true],
        ['trigger/any/0/to', 'lacks-to', true],
        ['receiver/team', 'lacks-text', true],
        ['exit', 'lacks-criteria', true],
      ],
    ],
    ['a label', made({ exit: [text('a', { label: '' })] }), [['criterion:a/label', 'lacks-text', true]]],
    [
      'an option',
      made({
        exit: [
          {
            ...text('a'),
            kind: 'choice',
            options: [
              { id: 'x', label: 'X' },
              { id: 'y', label: '' },
            ],
          },
        ] as Playbook['exit'],
      }),
      [['criterion:a/options/1/label', 'lacks-text', true]],
    ],
    [
      'a condition without values',
      made({ exit: [text('a', { when: { all: [{ reason: [] }, { field: 'team', is: ['x'] }] } })] }),
      [['criterion:a/when', 'lacks-value', true]],
    ],
    [
      'what a stage means',
      made({ lifecycle: [{ stage: 'closed', means: '', status: 'Solved' }] }),
      [['lifecycle/closed/means', 'lacks-text', true]],
    ],
    ['no kinds', made({ trigger: { ...made().trigger, kinds: [] } }), [['trigger/kinds', 'lacks-kinds', true]]],
    [
      'too many to type',
      made({ exit: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => text(id)) }),
      [['exit', 'too-many-typed', false]],
    ],
    [
      'an error before advice',
      made({
        exit: [
          ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => text(id)),
          text('a', { when: { answer: 'gone', is: ['x'] } }),
        ],
      }),
      [
        ['criterion:a/when', 'unknown-answer', true],
        ['exit', 'too-many-typed', false],
        ['criterion:a/when', 'never-asked', false],
      ],
    ],
  ];
  it.each(cases)('%s', (_, playbook, expected) => {
    expect(said(playbook)).toEqual(expected);
  });

  it('what it is among others is advice, whatever it is', () => {
    const lint = { code: 'same-change', about: 'Q', at: 'trigger' as const };
    expect(problemsOf(made(), [lint])).toEqual([{ ...lint, error: false }]);
  });
});

describe('one press', () => {
  const of = (code: string, about: string, at: string, playbook: Playbook) =>
    fixOf({ code, about, at }, playbook)?.playbook;
  const asked = made({ exit: [text('a', { when: { reason: ['gone'] } })], entry: [text('b')] });

  it('fills in what the desk shows', () => {
    expect(of('could-prefill', 'b/environment', 'criterion:b', asked)?.entry[0]).toEqual(
      text('b', { prefill: ['environment'] }),
    );
  });

  it.each(['never-asked', 'unknown-reason', 'unknown-answer', 'own-answer'])('asks always for what is %s', (code) => {
    expect(of(code, 'a', 'criterion:a/when', asked)?.exit).toEqual([text('a')]);
  });

  it('lets the team own what names nobody', () => {
    const owner = { before: 'team', after: 'person' } as const;
    expect(of('nobody-named', 'owner', 'owner', made({ owner }))).toEqual(made());
  });

  it('does nothing where only a person knows', () => {
    for (const code of ['not-its-example', 'same-change', 'lacks-text', 'never-implied', 'unknown-option'])
      expect(of(code, 'a', 'criterion:a', asked)).toBeUndefined();
    expect(of('unknown-reason', 'x', 'reason', asked)).toBeUndefined();
  });
});

describe('the preview', () => {
  const words: SampleWords = {
    fields: { subject: 'Charged twice', severity: 'S2', team: 'Support' },
    customer: 'Please help.',
    reply: 'We look into it.',
    note: 'Seen.',
    file: 'a.pdf',
    from: 'Support',
    me: 'Amara',
  };
  const playbook = made({ exit: [text('a', { prefill: ['subject'] }), text('b', { prefill: ['@lastPublicReply'] })] });
  const shown = (id: 'kept' | 'empty', of = playbook) =>
    sheetOf(
      { playbook: of, sample: sampleCase(id, 'ticket', words, 1), people: [], teams: [], from: 'Support', me: 'Amara' },
      { answers: {} },
      1,
    );
  const read = (id: 'kept' | 'empty') => {
    const sheet = shown(id);
    const [one] = sheet.cases;
    if (!one) throw new Error('no case');
    return readCase(one, sheet, 1).answers;
  };

  it('fills in what a well-kept case says, and nothing from an empty one', () => {
    expect(Object.keys(read('kept'))).toEqual(['a', 'b']);
    expect(read('empty')).toEqual({});
  });

  it('shows the change that the trigger names, or as much as there is of one', () => {
    expect(shown('kept').cases[0]?.changes).toEqual([
      { field: 'team', from: { label: 'Support' }, to: { label: 'Billing' } },
    ]);
    const from = {
      ...playbook,
      trigger: { kinds: ['ticket' as const], any: [{ field: 'stage' as const, from: ['Won'], to: [] }] },
    };
    expect(shown('kept', from).cases[0]?.changes).toEqual([
      { field: 'stage', from: { label: 'Won' }, to: { label: '' } },
    ]);
  });

  it('lets go with a reason only where the playbook does', () => {
    expect(shown('kept').mayOverride).toBe(true);
    expect(shown('kept', { ...playbook, onMissing: 'hold' }).mayOverride).toBe(false);
  });
});
