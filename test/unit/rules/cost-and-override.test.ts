import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../lib/model/playbook';
import { costOf, secondsFor } from '../../../lib/rules/cost';
import { evaluate } from '../../../lib/rules/evaluate';
import { mayOverride } from '../../../lib/rules/override';
import { answer, common, playbook, situation } from './cases';

const text: Criterion = { ...common, id: 'a', kind: 'text', min: 100 };
const choice: Criterion = {
  ...common,
  id: 'b',
  kind: 'choice',
  options: [
    { id: 'x', label: 'X' },
    { id: 'y', label: 'Y' },
  ],
};

describe('what a held handoff costs', () => {
  it('is what its missing answers take to give, and the reason; what is there costs nothing', () => {
    const book = playbook([text, choice, { ...text, id: 'soft', level: 'optional' }]);
    const empty = evaluate(situation(book, { draft: { answers: {} } }));
    const cost = costOf(book, empty);
    expect(cost).toBe(Math.round(secondsFor(text) + secondsFor(choice) + 3));
    const full = evaluate(situation(book, { draft: { reason: 'defect', answers: { b: answer('x') } } }));
    expect(costOf(book, full)).toBe(Math.round(secondsFor(text)));
  });

  it('grows with the least length, and with the rows', () => {
    const rows = (minRows: number): Criterion => ({
      ...common,
      id: 'r',
      kind: 'rows',
      columns: [{ id: 'c', label: 'C' }],
      minRows,
    });
    expect(secondsFor({ ...text, min: 500 })).toBeGreaterThan(secondsFor(text));
    expect(secondsFor(rows(5))).toBeGreaterThan(secondsFor(rows(1)));
  });
});

describe('sending anyway', () => {
  const roster = [{ team: 'Leads', people: ['dana'] }];
  const may = (more: Partial<Parameters<typeof mayOverride>[0]>, me?: string) =>
    mayOverride({ onMissing: 'override', ...more }, me, roster);

  it('is for nobody where the playbook holds, and for anybody where it names nobody', () => {
    expect(may({ onMissing: 'hold' }, 'dana')).toBe(false);
    expect([may({}), may({}, 'amara')]).toEqual([true, true]);
  });

  it('is for those that it names, by name, login or team, and not for somebody whom the desk does not name', () => {
    expect(may({ mayOverride: ['amara'] }, 'amara (Amara Okafor)')).toBe(true);
    expect(may({ mayOverride: ['leads'] }, 'dana (Dana Reyes)')).toBe(true);
    expect(may({ mayOverride: ['leads', 'amara'] }, 'jonas')).toBe(false);
    expect(may({ mayOverride: ['leads'] })).toBe(false);
  });
});
