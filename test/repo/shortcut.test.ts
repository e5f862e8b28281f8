import { expect, it } from 'vitest';
import { sites } from '../../lib/sites/all.ts';
import { built, text } from './files.ts';

/** Letters that open a menu of Firefox: File, Edit, View, History, Bookmarks, Tools, Help. With Shift they do too. */
const MENUS = 'FEVSBTH';

it.each(['chromium', 'firefox'] as const)('Baton opens by keys that nothing else has (%s)', (build) => {
  const { commands } = JSON.parse(built(build, 'manifest.json').toString());
  const { default: keys, mac } = commands._execute_action.suggested_key;
  expect(Object.keys(commands)).toEqual(['_execute_action']);
  const letter = /^Alt\+Shift\+([A-Z])$/.exec(keys)?.[1] ?? '';
  expect(letter).not.toBe('');
  expect(MENUS).not.toContain(letter);
  // On a Mac, Option with Shift types.
  expect(mac).toBe(`MacCtrl+Shift+${letter}`);
  const desks = sites.flatMap(({ holdAt = [], submits = [] }) =>
    [...holdAt, ...submits].flatMap((one) => one.keys ?? []),
  );
  expect(desks.length).toBeGreaterThan(5);
  expect(desks.filter((chord) => new RegExp(`^Alt\\+(Shift\\+)?${letter}$`, 'i').test(chord))).toEqual([]);
  expect(text('README.md')).toContain(`_${keys}_`);
});
