import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../lib/model/playbook';
import { normaliseText } from '../../../../lib/rules/normalise';
import { answer, common, field, judge, snapshot } from '../cases';

const said = (value: string, criterion: Criterion) => judge(criterion, answer(value));

describe('rows', () => {
  const rows: Criterion = {
    ...common,
    id: 'c',
    kind: 'rows',
    columns: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
    minRows: 2,
  };
  it('are enough when each says something', () => {
    expect(
      judge(
        rows,
        answer([
          ['Restarted the worker', 'no'],
          ['Cleared the cache', ''],
        ]),
      ),
    ).toBeNull();
  });
  it('do not count when they are empty or only fill the cells', () => {
    expect(judge(rows, answer([]))).toBe('empty');
    expect(judge(rows, answer([['', ' '], [], ['\u200b']]))).toBe('empty');
    expect(
      judge(
        rows,
        answer([
          ['n/a', '-'],
          ['tbd', 'tbd'],
        ]),
      ),
    ).toBe('placeholder');
    expect(
      judge(
        rows,
        answer([
          ['Restarted the worker', 'no'],
          ['-', '-'],
          ['', ''],
        ]),
      ),
    ).toBe('too-few-rows');
  });
  it('count once when they say the same', () => {
    const twice = [
      ['Restarted the worker', 'no'],
      ['restarted  the worker', 'No'],
    ];
    expect(judge(rows, answer(twice))).toBe('too-few-rows');
    expect(judge(rows, answer([...twice, ['Cleared the cache', 'no']]))).toBeNull();
  });
  it('are not a text', () => {
    expect(judge(rows, answer('Restarted the worker'))).toBe('empty');
  });
  it('that repeat an earlier handoff are not met', () => {
    const value = [
      ['Restarted the worker', 'no'],
      ['Cleared the cache', 'no'],
    ];
    const recent = [normaliseText('restarted the worker no cleared the cache no')];
    expect(judge(rows, answer(value), { recent })).toBe('same-as-before');
  });
});

describe('an attachment', () => {
  const attachment: Criterion = { ...common, id: 'c', kind: 'attachment' };
  it('is named, or is on the page', () => {
    expect(said('weekly-stock-empty.csv', attachment)).toBeNull();
    expect(said('n/a', attachment)).toBe('placeholder');
    expect(judge(attachment, answer(true))).toBe('empty');
    expect(judge(attachment, answer(true), { snapshot: snapshot([field('x', 'y')], [], ['a.log']) })).toBeNull();
  });
});

describe('a confirmation', () => {
  const confirmation: Criterion = { ...common, id: 'c', kind: 'confirmation', statement: 'I told the customer.' };
  it('is given by a person alone', () => {
    expect(judge(confirmation, answer(true))).toBeNull();
    expect(judge(confirmation, answer(true, 'captured'))).toBe('not-confirmed');
    expect(judge(confirmation, answer(true, 'guess'))).toBe('not-confirmed');
    expect(judge(confirmation, answer(false))).toBe('not-confirmed');
    expect(judge(confirmation, answer('true'))).toBe('not-confirmed');
    expect(judge(confirmation, undefined)).toBe('not-confirmed');
  });
});
