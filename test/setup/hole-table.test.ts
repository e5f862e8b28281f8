import { expect, it } from 'vitest';
import { HOLES, holeRows, openHoles, tableOf } from './hole-table.ts';

const ran = (projectName: string, status: string, ...annotations: [string, string][]) => ({
  projectName,
  status,
  annotations: annotations.map(([type, description]) => ({ type, description })),
});
const report = (...tests: ReturnType<typeof ran>[]) =>
  JSON.stringify({ suites: [{ suites: [{ specs: [{ tests }] }] }] });

it('has a row for each hole, desk and browser, in the order of the list', () => {
  const rows = holeRows(
    report(
      ran('request-tracker', 'expected', ['hole', 'GET link that writes']),
      ran('practice', 'expected', ['hole', 'Board drag']),
      ran('practice', 'flaky', ['hole', 'GET link that writes'], ['hole', 'Keyboard submit']),
      ran('firefox', 'expected', ['hole', 'GET link that writes'], ['desk', 'Request Tracker']),
      ran('practice', 'expected', ['note', 'Board drag']),
    ),
  );
  expect(rows.map(({ hole, desk, browser }) => [hole, desk, browser])).toEqual([
    ['Keyboard submit', 'practice desk', 'Chromium'],
    ['Board drag', 'practice desk', 'Chromium'],
    ['GET link that writes', 'practice desk', 'Chromium'],
    ['GET link that writes', 'Request Tracker', 'Chromium'],
    ['GET link that writes', 'Request Tracker', 'Firefox'],
  ]);
  expect(rows.every(({ closed }) => closed)).toBe(true);
});

it('is open where one test of it failed, whichever came first', () => {
  for (const order of [
    ['unexpected', 'expected'],
    ['expected', 'unexpected'],
  ] as const) {
    const rows = holeRows(report(...order.map((status) => ran('practice', status, ['hole', 'Board drag']))));
    expect(rows).toEqual([{ hole: 'Board drag', desk: 'practice desk', browser: 'Chromium', closed: false }]);
    expect(openHoles(rows)).toContain('Board drag is open on practice desk in Chromium');
    expect(tableOf(rows)).toMatch(/Board drag +practice desk +Chromium +OPEN$/);
  }
});

it('is open where no test proves it, and a name that nobody knows is a mistake', () => {
  expect(openHoles([])).toHaveLength(HOLES.length);
  const rows = holeRows(report(ran('practice', 'expected', ['hole', 'Bord drag'])));
  expect(openHoles(rows).join()).toContain('Bord drag is not among the known holes');
});

it('takes a skipped test for no proof', () => {
  expect(holeRows(report(ran('practice', 'skipped', ['hole', 'Board drag'])))[0]?.closed).toBe(false);
});
