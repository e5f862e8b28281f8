import { afterEach, expect, it, vi } from 'vitest';
import { loadedAt } from '../../../lib/overlay/loaded-at';

afterEach(() => vi.unstubAllGlobals());
const page = (entries: { fetchStart: number }[]) =>
  vi.stubGlobal('performance', { timeOrigin: 1_000, getEntriesByType: () => entries });

it('is when the page was asked for, not when it was first wanted and held', () => {
  page([{ fetchStart: 9_000 }]);
  expect(loadedAt()).toBe(10_000);
});

it('is when the page began where nothing is known of its loading', () => {
  page([]);
  expect(loadedAt()).toBe(1_000);
});
