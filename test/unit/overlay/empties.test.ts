// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { empties } from '../../../lib/overlay/empties';
import { practice } from '../gate/attempts';
import { snapshot } from '../service/world';

const site = {
  ...practice,
  fields: [{ field: 'team', tries: [{ css: '#team' }], certainty: 'certain' as const, anchor: '#assignee' }],
  staged: ['team'],
};
const none = snapshot({});
const shown = snapshot({ team: 'Engineering' });

it('what was empty for a while and shows something was chosen, until the desk confirmed it', () => {
  const empty = empties();
  expect(empty.chosen(site, null, none, 0)).toEqual([]);
  expect([empty.was('team', 2_999), empty.was('team', 3_000)]).toEqual([false, true]);
  expect(empty.chosen(site, none, shown, 5_000)).toEqual(['team']);
  expect([empty.chosen(site, none, shown, 99_000), empty.was('team', 99_000)]).toEqual([['team'], true]);
  empty.settle();
  expect([empty.chosen(site, none, shown, 99_001), empty.was('team', 99_001)]).toEqual([[], false]);
});

it('what was drawn a moment later was no choice, unless the person touched its place', () => {
  const late = empties();
  late.chosen(site, null, none, 0);
  expect(late.chosen(site, none, shown, 1_000)).toEqual([]);
  expect(late.was('team', 99_000)).toBe(false);
  const touched = empties();
  touched.chosen(site, null, none, 0);
  document.body.innerHTML = '<div id="assignee"><button></button></div><p></p>';
  const pathOf = (css: string) => [document.querySelector(css) as Element, document.body, document];
  touched.touched(site, pathOf('p'));
  expect(touched.was('team', 1)).toBe(false);
  touched.touched(site, [...pathOf('button'), document.querySelector('#assignee') as Element]);
  expect([touched.was('team', 1), touched.chosen(site, none, shown, 1_000)]).toEqual([true, ['team']]);
});

it.each([
  ['was seen with a value', snapshot({ team: 'Sales' }), none],
  ['has no place on the page', null, snapshot({}, { health: { light: 'amber', missing: ['team'] } })],
])('a field that %s was not empty', (_, before, now) => {
  const empty = empties();
  empty.chosen(site, before, now, 0);
  expect([empty.chosen(site, before, shown, 9_000), empty.was('team', 9_000)]).toEqual([[], false]);
});

it('a field that people do not send later, or that no place is known of, tells nothing', () => {
  for (const other of [
    { ...site, staged: [] },
    { ...site, fields: site.fields.map(({ anchor: _, ...one }) => one) },
  ]) {
    const empty = empties();
    empty.chosen(other, null, none, 0);
    expect(empty.was('team', 9_000)).toBe(false);
  }
});

it('another case begins anew', () => {
  const empty = empties();
  empty.chosen(site, null, none, 0);
  empty.chosen(site, null, none, 4_000);
  expect(empty.was('team', 5_000)).toBe(false);
});
