import { describe, expect, it } from 'vitest';
import { mayOverride } from '../../../lib/rules/override';

const ROSTER = [{ team: 'Leads', people: ['dana'] }];
const free = { onMissing: 'override' as const };
const named = { ...free, mayOverride: ['Leads', 'ann'] };

describe('who may let a handoff go with something missing', () => {
  it('whom the playbook lets: anybody, where it names nobody', () => {
    expect(mayOverride(free, undefined, ROSTER)).toBe(true);
    expect(['dana', 'ann', 'eve', undefined].filter((me) => mayOverride(named, me, ROSTER))).toEqual(['dana', 'ann']);
    expect(mayOverride({ onMissing: 'hold' }, 'dana', ROSTER)).toBe(false);
  });

  it('the company takes away from that', () => {
    expect(mayOverride(free, 'dana', ROSTER, 'forbidden')).toBe(false);
    expect(mayOverride(free, 'dana', ROSTER, ['leads'])).toBe(true);
    expect(mayOverride(free, 'eve', ROSTER, ['leads'])).toBe(false);
    expect(mayOverride(free, undefined, ROSTER, ['leads'])).toBe(false);
    expect(mayOverride(named, 'ann', ROSTER, ['Leads'])).toBe(false);
  });

  it('and adds nothing to it', () => {
    for (const company of ['allowed' as const, ['dana']]) {
      expect(mayOverride({ onMissing: 'hold' }, 'dana', ROSTER, company)).toBe(false);
      expect(mayOverride({ ...free, mayOverride: ['ann'] }, 'dana', ROSTER, company)).toBe(false);
    }
  });
});
