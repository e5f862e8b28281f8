import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../lib/model/playbook';
import { answersOf, applies, evaluate, reasonOf } from '../../../lib/rules/evaluate';
import { cpuTime } from '../cpu-time';
import { answer, common, field, playbook, situation, snapshot } from './cases';

const text = (id: string, more: Partial<Extract<Criterion, { kind: 'text' }>> = {}): Criterion => ({
  ...common,
  id,
  kind: 'text',
  ...more,
});
const page = snapshot([field('environment', 'Chrome 156')]);

describe('answersOf', () => {
  const exit = [text('env', { prefill: ['environment'] })];
  it('gives what the page says until a person says otherwise', () => {
    expect(answersOf(situation(exit, { snapshot: page }))).toMatchObject({
      env: { value: 'Chrome 156', by: 'captured' },
    });
    const draft = { answers: { env: answer('Firefox 153') } };
    expect(answersOf(situation(exit, { snapshot: page, draft }))).toMatchObject({
      env: { value: 'Firefox 153', by: 'person' },
    });
  });
  it('does not fill in again what a person cleared', () => {
    const draft = { answers: { env: answer('') }, reason: 'defect' };
    const cleared = situation(exit, { snapshot: page, draft });
    expect(answersOf(cleared).env?.value).toBe('');
    expect(evaluate(cleared).findings).toEqual([{ criterion: 'env', level: 'block', met: false, problem: 'empty' }]);
  });
  it('leaves out answers to what is not asked', () => {
    const draft = { answers: { gone: answer('An answer'), hidden: answer('An answer') } };
    expect(answersOf(situation([...exit, text('hidden', { when: { field: 'x', is: ['y'] } })], { draft }))).toEqual({});
  });
  it('is not deceived by a criterion named like an object’s own parts', () => {
    const exit = [text('constructor'), text('valueof')];
    expect(answersOf(situation(exit))).toEqual({});
    expect(evaluate(situation(exit)).missing).toBe(2);
  });
});

describe('evaluate', () => {
  it('counts unmet blocking criteria, and one more while no reason is chosen', () => {
    const exit = [text('a'), text('b'), text('soft', { level: 'warn' }), text('extra', { level: 'optional' })];
    const draft = { answers: { a: answer('Restarted the worker') } };
    expect(evaluate(situation(exit, { draft }))).toEqual({
      met: false,
      missing: 2,
      findings: [
        { criterion: 'a', level: 'block', met: true },
        { criterion: 'b', level: 'block', met: false, problem: 'empty' },
        { criterion: 'soft', level: 'warn', met: false, problem: 'empty' },
        { criterion: 'extra', level: 'optional', met: false, problem: 'empty' },
      ],
    });
  });
  it('is met when nothing that blocks is missing', () => {
    const draft = { answers: { a: answer('Restarted the worker') }, reason: 'defect' };
    expect(evaluate(situation([text('a'), text('b', { level: 'warn' })], { draft }))).toMatchObject({
      met: true,
      missing: 0,
      reason: 'defect',
    });
  });
  it('says nothing of criteria that do not apply', () => {
    const exit = [text('a', { when: { reason: ['question'] } })];
    expect(evaluate(situation(exit))).toEqual({ met: true, missing: 0, findings: [], reason: 'defect' });
  });
});

describe('reasonOf', () => {
  const implying = playbook([text('a')], {
    reason: {
      question: 'Why?',
      choices: [
        { id: 'defect', label: 'A defect' },
        { id: 'question', label: 'A question' },
      ],
      implied: [
        { when: { field: 'stage', is: ['Won'] }, choice: 'gone' },
        { when: { field: 'stage', is: ['Won'] }, choice: 'question' },
        { when: { not: { field: 'x', is: ['y'] } }, choice: 'defect' },
      ],
    },
  });
  it('is the person’s, else the first that is implied', () => {
    const changes = [{ field: 'stage', to: { label: 'Won' } }];
    expect(reasonOf(situation(implying, { draft: { answers: {}, reason: 'defect' }, changes }))).toBe('defect');
    expect(reasonOf(situation(implying, { draft: { answers: {} }, changes }))).toBe('question');
    expect(reasonOf(situation(implying, { draft: { answers: {} } }))).toBe('defect');
  });
  it('forgets a reason that the playbook no longer offers', () => {
    expect(reasonOf(situation([text('a')], { draft: { answers: {}, reason: 'long-gone' } }))).toBeUndefined();
  });
});

describe('applies', () => {
  it('follows chains of conditions, in whatever order the criteria stand', () => {
    const exit = [
      text('c', { when: { answer: 'b', is: ['deep enough'] } }),
      text('b', { when: { answer: 'a', is: ['go on'] } }),
      text('a'),
    ];
    const answers = { a: answer('Go on'), b: answer('Deep enough') };
    const open = situation(exit, { draft: { answers } });
    expect(exit.map((one) => applies(one, open))).toEqual([true, true, true]);
    const shut = situation(exit, { draft: { answers: { ...answers, a: answer('Stop') } } });
    expect(exit.map((one) => applies(one, shut))).toEqual([false, false, true]);
  });
  it('follows a chain through all criteria, so that an answer at its start decides on its end', () => {
    const ids = ['e', 'd', 'c', 'b', 'a'];
    const exit = ids.map((id, n) => text(id, n === 4 ? {} : { when: { answer: ids[n + 1] ?? '', is: ['go on'] } }));
    const answers = Object.fromEntries(ids.map((id) => [id, answer(id === 'a' ? 'Stop' : 'Go on')]));
    const asked = evaluate(situation(exit, { draft: { answers } })).findings.map(({ criterion }) => criterion);
    expect(asked).toEqual(['a']);
  });
  it('ends on circles, the same way each time', () => {
    const exit = [
      text('a', { when: { answer: 'b', is: ['x y'] } }),
      text('b', { when: { not: { answer: 'a', is: ['x y'] } } }),
      text('c', { when: { not: { answer: 'c', is: ['x y'] } } }),
    ];
    const round = situation(exit, { draft: { answers: { a: answer('x y'), b: answer('x y'), c: answer('x y') } } });
    expect(evaluate(round)).toEqual(evaluate(round));
  });
  it('is quick for forty criteria that all look at each other', () => {
    const ids = Array.from({ length: 40 }, (_, n) => `c${n}`);
    const exit = ids.map((id, n) =>
      text(id, {
        when: {
          any: ids
            .slice(Math.max(0, n - 10), n)
            .concat('c0')
            .slice(0, 10)
            .map((other) => ({ answer: other, is: ['x y'] })),
        },
      }),
    );
    const started = cpuTime();
    evaluate(situation(exit, { draft: { answers: Object.fromEntries(ids.map((id) => [id, answer('x y')])) } }));
    expect(cpuTime() - started).toBeLessThan(300);
  });
});
