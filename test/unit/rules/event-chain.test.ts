import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventLine, type EventPayload } from '../../../lib/model/event';
import { canonicalJson } from '../../../lib/rules/canonical-json';
import { eraseLine, NO_PREVIOUS, nextLine, verify } from '../../../lib/rules/event-chain';

const payloads: fc.Arbitrary<EventPayload> = fc.oneof(
  fc.record({ kind: fc.constant('cancelled' as const), why: fc.string(), title: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('failed' as const), handoff: fc.string(), why: fc.string() }),
  fc.record({
    kind: fc.constant('held' as const),
    door: fc.constantFrom('form' as const, 'wire' as const),
    missing: fc.array(fc.record({ criterion: fc.string(), label: fc.string() })),
  }),
);
const entries = fc.array(
  fc.record({
    at: fc.integer(),
    actor: fc.string({ unit: 'binary', minLength: 1 }),
    payload: payloads,
    salt: fc.string({ minLength: 16 }),
    case: fc.string(),
  }),
  { minLength: 1, maxLength: 8 },
);
const chain = entries.map((list) => {
  const lines: EventLine[] = [];
  for (const entry of list) lines.push(nextLine(lines.at(-1) ?? null, entry));
  return lines;
});
const at = (lines: readonly EventLine[], index: number) => index % lines.length;
const changed = (lines: readonly EventLine[], index: number, to: (line: EventLine) => EventLine) =>
  lines.map((line, n) => (n === index ? to(line) : line));

describe('the record of events', () => {
  it('begins at one, after nothing', () => {
    const line = nextLine(null, { at: 5, actor: 'Amara', payload: { kind: 'misfire' }, salt: 's' });
    expect(line).toMatchObject({ seq: 1, at: 5, kind: 'misfire', actor: 'Amara', previous: NO_PREVIOUS });
    expect(EventLine.safeParse(line).success).toBe(true);
    expect(verify([line])).toEqual({ ok: true });
    expect(verify([])).toEqual({ ok: true });
  });

  it('verifies after any of its lines were erased, and after a trip through JSON', () => {
    fc.assert(
      fc.property(chain, fc.array(fc.nat()), (lines, erased) => {
        const kept = lines.map((line, n) => (erased.some((index) => at(lines, index) === n) ? eraseLine(line) : line));
        expect(verify(kept)).toEqual({ ok: true });
        expect(verify(JSON.parse(JSON.stringify(kept)) as EventLine[])).toEqual({ ok: true });
      }),
    );
  });

  it('keeps no word of an erased line', () => {
    const line = nextLine(null, {
      at: 5,
      actor: 'Amara',
      payload: { kind: 'misfire', title: 'Secret' },
      salt: 'salty',
      case: 'desk|1',
    });
    expect(Object.keys(eraseLine(line)).sort()).toEqual(['actor', 'at', 'digest', 'hash', 'kind', 'previous', 'seq']);
    expect(JSON.stringify(eraseLine(line))).not.toMatch(/Amara|Secret|salty|desk/);
  });

  it('gives equal events different digests, so that erased words cannot be guessed', () => {
    const entry = { at: 5, actor: 'Amara', payload: { kind: 'misfire' } as const };
    expect(nextLine(null, { ...entry, salt: 'a' }).digest).not.toBe(nextLine(null, { ...entry, salt: 'b' }).digest);
  });

  const tampers: [string, (lines: EventLine[], index: number) => EventLine[] | null][] = [
    [
      'payload',
      (lines, n) =>
        changed(lines, n, (line) => ({ ...line, payload: { ...(line.payload as object), title: 'another, surely' } })),
    ],
    ['actor', (lines, n) => changed(lines, n, (line) => ({ ...line, actor: `${line.actor}.` }))],
    ['case', (lines, n) => changed(lines, n, (line) => ({ ...line, case: `${line.case}.` }))],
    ['salt', (lines, n) => changed(lines, n, (line) => ({ ...line, salt: `${line.salt}.` }))],
    ['time', (lines, n) => changed(lines, n, (line) => ({ ...line, at: line.at + 1 }))],
    ['kind', (lines, n) => changed(lines, n, (line) => ({ ...line, kind: 'sent' }))],
    ['sequence', (lines, n) => changed(lines, n, (line) => ({ ...line, seq: line.seq + 1 }))],
    ['time of an erased line', (lines, n) => changed(lines, n, (line) => ({ ...eraseLine(line), at: line.at + 1 }))],
    [
      'actor of an erased line',
      (lines, n) => changed(lines, n, (line) => ({ ...eraseLine(line), actor: 'Somebody else' })),
    ],
    ['payload alone taken away', (lines, n) => changed(lines, n, ({ payload: _, ...line }) => line)],
    ['removed line', (lines, n) => (n === lines.length - 1 ? null : lines.filter((_, m) => m !== n))],
    ['truncated head', (lines, n) => (n === 0 ? null : lines.slice(n))],
    ['doubled line', (lines, n) => lines.flatMap((line, m) => (m === n ? [line, line] : [line]))],
    [
      'inserted line',
      (lines, n) =>
        lines.toSpliced(
          n,
          0,
          nextLine(lines[n - 1] ?? null, { at: 1, actor: 'Mallory', payload: { kind: 'misfire' }, salt: 'fresh' }),
        ),
    ],
    [
      'swapped lines',
      (lines, n) => {
        const [a, b] = [lines[n], lines[n + 1]];
        return a && b ? lines.with(n, b).with(n + 1, a) : null;
      },
    ],
    [
      'line put in the place of another and hashed again',
      (lines, n) =>
        n === lines.length - 1
          ? null
          : changed(lines, n, () =>
              nextLine(lines[n - 1] ?? null, { at: 1, actor: 'Mallory', payload: { kind: 'misfire' }, salt: 'fresh' }),
            ),
    ],
  ];
  it.each(tampers)('shows tampering: %s', (_, tamper) => {
    fc.assert(
      fc.property(chain, fc.nat(), (lines, index) => {
        const tampered = tamper(lines, at(lines, index));
        fc.pre(tampered !== null);
        expect(verify(tampered)).toMatchObject({ ok: false });
      }),
    );
  });

  it('names the first line that is wrong', () => {
    const one = nextLine(null, { at: 1, actor: 'A', payload: { kind: 'misfire' }, salt: 'a' });
    const two = nextLine(one, { at: 2, actor: 'A', payload: { kind: 'misfire' }, salt: 'b' });
    const three = nextLine(two, { at: 3, actor: 'A', payload: { kind: 'misfire' }, salt: 'c' });
    expect(verify([one, { ...two, at: 9 }, three])).toEqual({ ok: false, seq: 2, why: 'hash' });
    expect(verify([two, three])).toEqual({ ok: false, seq: 2, why: 'truncated' });
    expect(verify([one, three])).toEqual({ ok: false, seq: 3, why: 'sequence' });
  });
});

describe('canonical JSON', () => {
  it('is JSON, and the same for equal values in any order', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x\n' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"x\\n","d":null}]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value));
      }),
    );
  });
});
