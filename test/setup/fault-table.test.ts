import { describe, expect, it } from 'vitest';
import { broken, type FaultRow, joined, tableOf } from './fault-table.ts';

const row = (more: Partial<FaultRow> = {}): FaultRow => ({
  fault: 'tab crashed',
  step: 'typing',
  door: 'form',
  tried: 3,
  lost: 0,
  doubled: 0,
  stuck: 0,
  ...more,
});

describe('the fault table', () => {
  it('has one line for a fault at a step, its doors together', () => {
    expect(joined([row(), row({ door: 'xhr', stuck: 1 }), row({ step: 'sent' })])).toEqual([
      row({ door: 'form xhr', tried: 6, stuck: 1 }),
      row({ step: 'sent' }),
    ]);
    expect(tableOf([row({ lost: 2 })]).split('\n')).toHaveLength(2);
  });

  it.each([
    ['something was lost', [row({ lost: 1 })]],
    ['something was sent twice', [row({ doubled: 1 })]],
    ['something stayed blocked', [row(), row({ stuck: 1 })]],
    ['a fault could not be tried', [row({ tried: 0 })]],
    ['nothing was tried', []],
  ])('is broken when %s', (_, rows) => {
    expect(broken(rows)).toHaveLength(1);
  });

  it('is whole when all of it is zero', () => {
    expect(broken([row(), row({ door: 'xhr' })])).toEqual([]);
  });
});
