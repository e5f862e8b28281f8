import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../lib/audit/day';
import { today } from '../../../lib/audit/today';
import { eraseLine } from '../../../lib/rules/event-chain';
import { failed, held, override, record, ref, sending, sent } from './lines';

const NOON = new Date(2026, 10, 20, 12).getTime();
const HOUR = 3_600_000;

describe('the day of now', () => {
  it('is the local calendar day, whatever lines were handed in', () => {
    const lines = record(
      [startOfDay(NOON) - 1, sent('yesterday')],
      [startOfDay(NOON), sent('today')],
      [startOfDay(NOON, -1), sent('tomorrow')],
    );
    expect(today(lines, NOON)).toMatchObject({ sent: 1, window: { since: startOfDay(NOON), until: NOON, n: 1 } });
  });

  it('begins at midnight also where a clock change makes it shorter or longer', () => {
    for (let back = 0; back < 370; back += 1) {
      const start = new Date(startOfDay(NOON, back));
      expect([start.getHours(), start.getMinutes()]).toEqual([0, 0]);
    }
  });

  it('counts a handoff once, however often its lines repeat', () => {
    const lines = record(
      [NOON, sending('1')],
      [NOON, sent('1')],
      [NOON, sent('1')],
      [NOON, sending('2')],
      [NOON, failed('2')],
      [NOON, sending('3')],
    );
    expect(today(lines, NOON)).toMatchObject({ sent: 1, failed: 1, unconfirmed: 1 });
  });

  it('lists what was held for what, once an attempt and case, with what was missing first and how it ended', () => {
    const lines = record(
      [NOON, held('a', ['steps', 'impact'])],
      [NOON, held('a', ['impact'])],
      [NOON, held('a', ['steps'], '102')],
      [NOON, sending('1', 'a')],
      [NOON, held('b')],
      [NOON, override('2', 'b')],
      [NOON, sending('2', 'b')],
      [NOON, held('c')],
      [NOON, { kind: 'misfire', ref: ref(), attempt: 'c' }],
      [NOON, held('d')],
      [NOON, { kind: 'cancelled', ref: ref(), attempt: 'd', why: 'left' }],
    );
    const { held: list, overrides, misfires } = today(lines, NOON);
    expect(
      list.map(({ fact, end }) => [fact.payload.attempt, fact.payload.ref?.id, fact.payload.missing.length, end]),
    ).toEqual([
      ['a', '101', 2, 'sent'],
      ['a', '102', 1, 'open'],
      ['b', '101', 1, 'override'],
      ['c', '101', 1, 'misfire'],
      ['d', '101', 1, 'cancelled'],
    ]);
    expect(overrides.map(({ payload }) => payload.reason)).toEqual(['Customer is down']);
    expect(misfires).toHaveLength(1);
  });

  it('tells what went by unchecked, what came without a handoff, and what was stopped', () => {
    const { ungated, arrived, refused } = today(
      record(
        [NOON, { kind: 'ungated', why: 'Baton did not answer in time' }],
        [NOON, { kind: 'ungated', why: 'arrival', found: 'arrival' }],
        [NOON, { kind: 'ungated', why: 'no-answer', found: 'gate', refused: true }],
      ),
      NOON,
    );
    expect([ungated, arrived, refused].map((list) => list.map(({ seq }) => seq))).toEqual([[1], [2], [3]]);
  });

  it('a hold that the gate gave up ends unchecked', () => {
    const lines = record([NOON, held('a')], [NOON, { kind: 'ungated', why: 'no-answer', attempt: 'a', ref: ref() }]);
    expect(today(lines, NOON).held[0]?.end).toBe('ungated');
  });

  it('says how many lines were erased, and counts nothing of them', () => {
    const lines = record([NOON, sent('1')], [NOON + HOUR, sent('2')]).map((line) =>
      line.seq === 1 ? eraseLine(line) : line,
    );
    expect(today(lines, NOON)).toMatchObject({ sent: 1, silent: 1, window: { n: 2 } });
  });
});
