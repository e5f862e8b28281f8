// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { writesAt } from '../../../lib/gate/writes';
import { attempt, DESK, practice } from './attempts';
import { fakeWay, gateMemory, gateWith, leaving, toEngineering } from './gates';

const RUNS = 1_000;
const ROUNDS = 5;

/**
 * The value that 99 of 100 stay under, in milliseconds. Each run counts by the best of its rounds: other work on the machine takes the
 * processor from a run now and then, never from the same one every time, and does not make the gate slower.
 */
function p99(work: () => void): number {
  const times = new Array<number>(RUNS).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < RUNS; i += 1) {
      const began = performance.now();
      work();
      times[i] = Math.min(times[i] ?? 0, performance.now() - began);
    }
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(RUNS * 0.99)] ?? Number.POSITIVE_INFINITY;
}

describe('a verdict takes under a millisecond at the 99th percentile', () => {
  const roster = [
    { team: 'Engineering', people: Array.from({ length: 500 }, (_, i) => `engineer ${i}`) },
    ...gateMemory().roster,
  ];
  const { gate } = gateWith({ memory: gateMemory({ roster }) });
  const requests: [string, () => unknown][] = [
    ['a request that no write names', () => writesAt(practice, 'wire', 'POST', `${DESK}/api/cases/104/draft?x=1`)],
    [
      'a write that hands nothing over',
      () =>
        gate.consider(
          leaving(attempt(`${DESK}/case/104/reply`, { door: 'wire', fields: { status: 'solved' } }), fakeWay()),
        ),
    ],
    ['a handoff', () => gate.consider(leaving(toEngineering(), fakeWay()))],
  ];
  it.each(requests)('%s', (name, work) => {
    const time = p99(work);
    console.log(`verdict, ${name}: ${(time * 1000).toFixed(0)} µs at the 99th percentile of ${RUNS}`);
    expect(time).toBeLessThan(1);
  });
});
