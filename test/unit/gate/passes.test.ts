import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASS_LIFE, Passes, signatureOf, type Use } from '../../../lib/gate/passes';
import type { CaseChange } from '../../../lib/model/attempt';

const one = (id: string, field: string, to: string): CaseChange => ({
  ref: { origin: 'https://rt.example', kind: 'ticket', id },
  changes: [{ field, to: { label: to, id: to } }],
});

describe('a pass', () => {
  it('lets one event and one request go, and nothing more', () => {
    const passes = new Passes();
    passes.issue('a', 0);
    expect([passes.spend('a', 'event', 1), passes.spend('a', 'event', 2)]).toEqual([true, false]);
    expect([passes.spend('a', 'request', 3), passes.spend('a', 'request', 4)]).toEqual([true, false]);
  });

  it('is over with the request: no event follows one', () => {
    const passes = new Passes();
    passes.issue('a', 0);
    expect([passes.spend('a', 'request', 1), passes.spend('a', 'event', 2)]).toEqual([true, false]);
  });

  it('is void at exactly ten seconds', () => {
    const passes = new Passes();
    passes.issue('a', 1_000);
    expect(passes.spend('a', 'event', 1_000 + PASS_LIFE - 1)).toBe(true);
    expect(passes.spend('a', 'request', 1_000 + PASS_LIFE)).toBe(false);
    expect(PASS_LIFE).toBe(10_000);
  });

  it('is for its own changes alone', () => {
    const passes = new Passes();
    passes.issue(signatureOf([one('1', 'team', '4')]), 0);
    for (const other of [
      [one('2', 'team', '4')],
      [one('1', 'team', '5')],
      [one('1', 'owner', '4')],
      [one('1', 'team', '4'), one('1', 'status', 'open')],
      [],
    ])
      expect(passes.spend(signatureOf(other), 'event', 1)).toBe(false);
    expect(passes.spend(signatureOf([one('1', 'team', '4')]), 'event', 1)).toBe(true);
  });

  it('is void once the page left the case', () => {
    const passes = new Passes();
    passes.issue('a', 0);
    passes.clear();
    expect(passes.spend('a', 'event', 1)).toBe(false);
  });
});

describe('the name of a set of changes', () => {
  it('does not depend on the order in which they stand', () => {
    const [a, b] = [one('1', 'team', '4'), one('2', 'owner', '29')];
    expect(signatureOf([a, b])).toBe(signatureOf([b, a]));
  });

  it('tells by the desk’s id where there is one, else by the word', () => {
    const word = { ...one('1', 'team', '4'), changes: [{ field: 'team', to: { label: 'Engineering' } }] };
    const both = { ...word, changes: [{ field: 'team', to: { label: 'Technik', id: '4' } }] };
    expect(signatureOf([both])).toBe(signatureOf([one('1', 'team', '4')]));
    expect(signatureOf([word])).not.toBe(signatureOf([both]));
  });
});

describe('whatever happens', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('issue' as const), signature: fc.constantFrom('a', 'b'), wait: fc.nat(12_000) }),
    fc.record({
      do: fc.constant('spend' as const),
      signature: fc.constantFrom('a', 'b'),
      use: fc.constantFrom<Use>('event', 'request'),
      wait: fc.nat(3_000),
    }),
    fc.record({ do: fc.constant('clear' as const), wait: fc.nat(100) }),
  );

  it('never more is let go than was issued, and nothing that is older than ten seconds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const passes = new Passes();
        let now = 0;
        const open: Record<string, number> = {};
        const left = { event: 0, request: 0 };
        let issued = 0;
        for (const one of steps) {
          now += one.wait;
          if (one.do === 'issue') {
            passes.issue(one.signature, now);
            open[one.signature] = now;
            issued += 1;
          } else if (one.do === 'clear') {
            passes.clear();
            for (const name of Object.keys(open)) delete open[name];
          } else if (passes.spend(one.signature, one.use, now)) {
            left[one.use] += 1;
            const since = open[one.signature];
            expect(since).toBeDefined();
            expect(now - (since ?? 0)).toBeLessThan(PASS_LIFE);
          }
          expect(left.event).toBeLessThanOrEqual(issued);
          expect(left.request).toBeLessThanOrEqual(issued);
        }
      }),
      { numRuns: 500 },
    );
  });
});
