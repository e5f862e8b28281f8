import { describe, expect, it } from 'vitest';
import { writtenDay } from '../../../lib/rules/written-day';

describe('a day as desks write it', () => {
  it.each([
    ['2026-12-15', '2026-12-15'],
    ['2026-12-15 09:40', '2026-12-15'],
    ['15.12.2026', '2026-12-15'],
    ['1. 2. 2027', '2027-02-01'],
    ['12/15/2026', '2026-12-15'],
    ['15/12/2026', '2026-12-15'],
    ['11/21/2026 09:40 AM', '2026-11-21'],
    ['05/05/2027', '2027-05-05'],
    ['Dec 15, 2026', '2026-12-15'],
    ['15 December 2026', '2026-12-15'],
    ['2 November 2026 at 08:12', '2026-11-02'],
    ['Oct 12, 2026 at 9:14 AM', '2026-10-12'],
    ['Fri Jan 15 17:00:00 2027', '2027-01-15'],
  ])('%s', (text, day) => {
    expect(writtenDay(text)).toBe(day);
  });
  it.each([
    '03/01/2027',
    '31.02.2026',
    '13/13/2026',
    'Nov 28',
    'tomorrow',
    'Maybe 3 2027',
    '2026-11-20T00:00:00Z',
    '12/15/26',
    '',
  ])('%s has no one meaning', (text) => {
    expect(writtenDay(text)).toBeNull();
  });
});
