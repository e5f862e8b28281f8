import { beforeEach, describe, expect, it } from 'vitest';
import { sayCount } from '../../../lib/words/count';
import { ago, dayInWords, quickDays } from '../../../lib/words/dates';
import { direction, language } from '../../../lib/words/locale';
import { say, sayIfKnown } from '../../../lib/words/say';
import { speakEnglish } from './english';

describe('words', () => {
  beforeEach(() => speakEnglish());

  it('says a sentence with its parts', () => {
    expect(say('panel_hand_over', 'Engineering')).toBe('Hand over to Engineering');
  });

  it('knows when there is no sentence', () => {
    expect(sayIfKnown('panel_code_nothing_like_this')).toBeUndefined();
  });

  it('says the key and its parts where there is no extension around it', () => {
    (globalThis as { chrome?: object }).chrome = {};
    expect(say('panel_hand_over', 'Engineering')).toBe('panel_hand_over Engineering');
  });

  it('counts in the plural forms of the language', () => {
    expect(sayCount('panel_cases', 1)).toBe('One case');
    expect(sayCount('panel_cases', 3)).toBe('3 cases, handed over together');
    expect(sayCount('panel_short_in', 2, '5')).toBe('Missing in 2 of 5 cases; the others keep what they have.');
  });

  it('falls back to the general form where a language has more forms than the file', () => {
    speakEnglish({ ui_language: 'pl' });
    expect(sayCount('panel_missing', 3)).toBe('3 missing');
  });

  it('takes language and direction from the sentences, not from the browser', () => {
    expect([language(), direction()]).toEqual(['en', 'ltr']);
    speakEnglish({ ui_language: 'ar', ui_direction: 'rtl' });
    expect([language(), direction()]).toEqual(['ar', 'rtl']);
  });
});

describe('dates', () => {
  beforeEach(() => speakEnglish());

  it('offers today, tomorrow and the Monday of next week', () => {
    const friday = new Date(2026, 10, 20, 23, 30).getTime();
    expect(quickDays(friday)).toEqual({ today: '2026-11-20', tomorrow: '2026-11-21', monday: '2026-11-23' });
    const monday = new Date(2026, 10, 23, 8).getTime();
    expect(quickDays(monday).monday).toBe('2026-11-30');
    const sunday = new Date(2026, 10, 22, 8).getTime();
    expect(quickDays(sunday).monday).toBe('2026-11-23');
  });

  it('says a kept day in words and leaves anything else alone', () => {
    const now = new Date(2026, 10, 20).getTime();
    expect(dayInWords('2026-11-23', now)).toMatch(/^Mon /);
    expect(dayInWords('soon', now)).toBe('soon');
  });

  it('says how long ago in one unit', () => {
    expect(ago(0, 3 * 3_600_000)).toBe('3 hours ago');
    expect(ago(0, 90_000_000)).toBe('yesterday');
  });
});
