import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASS_LIFE, type Pass, Passes, signatureOf, type Use } from '../../../lib/gate/passes';
import type { CaseChange } from '../../../lib/model/attempt';

const one = (id: string, field: string, to: string): CaseChange => ({
  ref: { origin: 'https://rt.example', kind: 'ticket', id },
  changes: [{ field, to: { label: to, id: to } }],
});

const FORM: Use[] = ['event', 'request'];
const CONTROL: Use[] = ['control', 'event', 'request'];
/** Passes of which one is open since the beginning: for `a`, and whatever else it is called. */
function opened(uses: Use[] = FORM, ...otherNames: string[]) {
  const passes = new Passes();
  const issue = (names: string[], now = 0) => passes.issue({ names, uses }, now);
  issue(['a', ...otherNames]);
  return { passes, issue, spends: (name: string, use: Use, now = 1) => passes.spend([name], use, now) !== undefined };
}

describe('a pass', () => {
  it('lets one event and one request go, and nothing more', () => {
    const { spends } = opened();
    expect([spends('a', 'event'), spends('a', 'event')]).toEqual([true, false]);
    expect([spends('a', 'request'), spends('a', 'request')]).toEqual([true, false]);
  });

  it('of a control lets the press of it, the event of its form and the request go, each once', () => {
    const { spends } = opened(CONTROL);
    expect(['control', 'event', 'request'].map((use) => spends('a', use as Use))).toEqual([true, true, true]);
    expect(['control', 'event', 'request'].map((use) => spends('a', use as Use))).toEqual([false, false, false]);
  });

  it('is over with the request: no event follows one', () => {
    const { spends } = opened();
    expect([spends('a', 'request'), spends('a', 'event')]).toEqual([true, false]);
  });

  it('is one thing, whatever it is called: what is spent under one name is spent under all', () => {
    const { spends } = opened(CONTROL, 'case 1');
    expect([spends('a', 'event'), spends('case 1', 'event')]).toEqual([true, false]);
    expect([spends('case 1', 'request'), spends('a', 'request')]).toEqual([true, false]);
    expect(spends('a', 'control')).toBe(false);
  });

  it('is told from another of the same case by the changes, which come first', () => {
    const { passes, issue } = opened(CONTROL, 'case 1');
    issue(['b', 'case 1']);
    expect(passes.spend(['b', 'case 1'], 'request', 1)?.names[0]).toBe('b');
    expect(passes.spend(['c', 'case 1'], 'request', 1)?.names[0]).toBe('a');
    expect(passes.spend(['c', 'case 1'], 'request', 1)).toBeUndefined();
  });

  it('for the same changes replaces the one before', () => {
    const { passes, issue, spends } = opened();
    issue(['a']);
    expect([spends('a', 'request'), spends('a', 'request')]).toEqual([true, false]);
    issue(['a']);
    passes.withdraw({ names: ['a'], uses: FORM });
    expect(spends('a', 'request')).toBe(true);
  });

  it('is void at exactly ten seconds', () => {
    const { issue, spends } = opened();
    issue(['a'], 1_000);
    expect(spends('a', 'event', 1_000 + PASS_LIFE - 1)).toBe(true);
    expect(spends('a', 'request', 1_000 + PASS_LIFE)).toBe(false);
    expect(PASS_LIFE).toBe(10_000);
  });

  it('is for its own changes alone', () => {
    const own = signatureOf([one('1', 'team', '4')]);
    const { issue, spends } = opened();
    issue([own]);
    for (const other of [
      [one('2', 'team', '4')],
      [one('1', 'team', '5')],
      [one('1', 'owner', '4')],
      [one('1', 'team', '4'), one('1', 'status', 'open')],
      [],
    ])
      expect(spends(signatureOf(other), 'event')).toBe(false);
    expect(spends(own, 'event')).toBe(true);
  });

  it('is void where nothing went by it, and once the page left the case', () => {
    const { passes, spends } = opened();
    const pass = { names: ['b'], uses: FORM };
    passes.issue(pass, 0);
    passes.withdraw(pass);
    expect([spends('b', 'event'), spends('a', 'event')]).toEqual([false, true]);
    passes.clear();
    expect(spends('a', 'request')).toBe(false);
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
  const NAMES = ['a', 'b', 'case 1', 'case 2'];
  const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 });
  const step = fc.oneof(
    fc.record({
      do: fc.constant('issue' as const),
      names,
      uses: fc.constantFrom(FORM, CONTROL),
      wait: fc.nat(12_000),
    }),
    fc.record({
      do: fc.constant('spend' as const),
      names,
      use: fc.constantFrom<Use>('control', 'event', 'request'),
      wait: fc.nat(3_000),
    }),
    fc.record({ do: fc.constant('clear' as const), wait: fc.nat(100) }),
  );

  it('what one release lets go is each of its uses once, by a name of its own, within ten seconds, and nothing after its request', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const passes = new Passes();
        let now = 0;
        const open = new Map<Pass, { since: number; spent: Use[] }>();
        for (const one of steps) {
          now += one.wait;
          if (one.do === 'issue') {
            const pass = { names: one.names, uses: one.uses };
            passes.issue(pass, now);
            open.set(pass, { since: now, spent: [] });
          } else if (one.do === 'clear') {
            passes.clear();
            open.clear();
          } else {
            const pass = passes.spend(one.names, one.use, now);
            if (!pass) continue;
            const known = open.get(pass);
            if (!known) throw new Error('a pass was spent that was never issued, or was void');
            expect(pass.names.some((name) => one.names.includes(name))).toBe(true);
            expect(pass.uses).toContain(one.use);
            expect(known.spent).not.toContain(one.use);
            expect(known.spent).not.toContain('request');
            expect(now - known.since).toBeLessThan(PASS_LIFE);
            known.spent.push(one.use);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('after a request no name of its pass lets anything go', () => {
    fc.assert(
      fc.property(names, fc.constantFrom(FORM, CONTROL), fc.nat(2), fc.nat(2), (own, uses, first, second) => {
        const passes = new Passes();
        passes.issue({ names: own, uses }, 0);
        expect(passes.spend([own[first % own.length] as string], 'request', 1)).toBeDefined();
        for (const use of CONTROL) expect(passes.spend([own[second % own.length] as string], use, 2)).toBeUndefined();
      }),
    );
  });
});
