import { describe, expect, it } from 'vitest';
import { dietOf } from '../../../lib/audit/diet';
import { shadowFigures } from '../../../lib/audit/shadow';
import type { EventPayload } from '../../../lib/model/event';
import type { Answer } from '../../../lib/model/handoff';
import type { Criterion } from '../../../lib/model/playbook';
import { common, playbook } from '../rules/cases';
import { handoff, held, record, ref } from './lines';

const counted = (missing: string[], seconds: number, of = 'p'): EventPayload => ({
  kind: 'shadow',
  ref: ref(),
  playbook: of,
  seconds,
  missing: missing.map((criterion) => ({ criterion, label: `The ${criterion}` })),
});

describe('what a playbook in the shadow saw', () => {
  it('is counted since it went there, for itself alone', () => {
    const lines = record(
      [1, counted(['steps'], 500)],
      [10, counted(['steps', 'ask'], 40)],
      [11, counted([], 0)],
      [12, counted(['steps'], 20)],
      [13, counted(['steps'], 60)],
      [14, counted(['ask'], 9, 'other')],
    );
    expect(shadowFigures(lines, 'p', 10)).toEqual({
      seen: 4,
      held: 3,
      seconds: 40,
      missing: [
        { criterion: 'steps', label: 'The steps', count: 3 },
        { criterion: 'ask', label: 'The ask', count: 1 },
      ],
    });
    expect(shadowFigures([], 'p', 0)).toEqual({ seen: 0, held: 0, seconds: null, missing: [] });
  });
});

describe('criteria that could ask for less', () => {
  const book = playbook(
    [
      { ...common, id: 'always', label: 'Always there', kind: 'text' },
      { ...common, id: 'junk', label: 'Impact', kind: 'text' },
      { ...common, id: 'good', label: 'The ask', kind: 'text' },
      { ...common, id: 'soft', label: 'Soft', kind: 'text', level: 'warn' },
    ] satisfies Criterion[],
    { id: 'p' },
  );
  const typed = (value: string): Answer => ({ value, by: 'person', at: 0 });
  const sent = (n: number) =>
    handoff(`h${n}`, {
      answers: {
        always: { ...typed(`Case ${n}`), by: 'captured' },
        junk: typed(n % 3 ? 'see above' : `Two people cannot print in room ${n}`),
        good: typed(`Find out why run ${n} fails`),
      },
    });
  const some = (count: number) => Array.from({ length: count }, (_, n) => sent(n));
  const holds = record([1, held('a', ['junk', 'good'])]);

  it('are what was never missing, and what is answered with words that say nothing', () => {
    expect(dietOf(book, some(30), holds)).toEqual([
      { criterion: 'always', label: 'Always there', why: 'never-missing', count: 30, of: 30 },
      { criterion: 'junk', label: 'Impact', why: 'junk', count: 20, of: 30 },
    ]);
  });

  it('are none before there are twenty handoffs', () => {
    expect(dietOf(book, some(19), holds)).toEqual([]);
  });

  it('count a handoff that went without as an answer that says nothing', () => {
    const without = some(30).map((one) => ({
      ...one,
      answers: {},
      override: { reason: 'x', debt: [{ criterion: 'good', label: 'The ask' }] },
    }));
    expect(dietOf(book, without, holds).map(({ criterion, why }) => [criterion, why])).toEqual([['good', 'junk']]);
  });
});
