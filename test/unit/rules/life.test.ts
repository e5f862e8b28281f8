import { describe, expect, it } from 'vitest';
import { HandoffState } from '../../../lib/model/handoff';
import { isOpen, next, type Signal } from '../../../lib/rules/life';

const signals: Signal[] = ['confirmed', 'refused', 'lost', 'accept', 'return', 'expire', 'close'];

describe('the life of a handoff', () => {
  it('goes from sending to accepted to closed', () => {
    expect(next('sending', 'confirmed')).toBe('sent');
    expect(next('sent', 'accept')).toBe('accepted');
    expect(next('accepted', 'close')).toBe('closed');
  });
  it('is not confirmed when nobody saw the answer, and then still ends one way or the other', () => {
    expect(next('sending', 'lost')).toBe('unconfirmed');
    expect(next('unconfirmed', 'confirmed')).toBe('sent');
    expect(next('unconfirmed', 'refused')).toBe('failed');
    expect(next('unconfirmed', 'lost')).toBeNull();
  });
  it('can be returned or expire, and a late receiver can still take it', () => {
    expect(next('sent', 'return')).toBe('returned');
    expect(next('sent', 'expire')).toBe('expired');
    expect(next('expired', 'accept')).toBe('accepted');
  });
  it('is never accepted before it arrived', () => {
    for (const state of ['sending', 'unconfirmed', 'failed'] as const) expect(next(state, 'accept')).toBeNull();
  });
  it('ends: no state leads back, and closed and failed lead nowhere', () => {
    const reach = (state: HandoffState, seen: HandoffState[]): void => {
      expect(seen).not.toContain(state);
      for (const signal of signals) {
        const to = next(state, signal);
        if (to !== null) reach(to, [...seen, state]);
      }
    };
    reach('sending', []);
    expect(HandoffState.options.filter((state) => !isOpen(state)).sort()).toEqual(['closed', 'failed']);
  });
});
