import { expect, it } from 'vitest';
import { filterHandoffs } from '../../../components/dashboard/filter';
import { hashOf, PLACES, placeOf } from '../../../components/dashboard/places';
import { peopleOf, rosterOf } from '../../../components/dashboard/roster';
import { handoff } from '../audit/lines';

it('gives each place an address that leads back to it', () => {
  for (const name of PLACES) expect(placeOf(hashOf({ name }))).toEqual({ name });
  const reading = { name: 'reading' as const, tab: 42 };
  expect(placeOf(hashOf(reading))).toEqual(reading);
  for (const id of ['new', 'support-to-engineering'])
    expect(placeOf(hashOf({ name: 'playbook', id }))).toEqual({ name: 'playbook', id });
  const key = 'https://rt.example|ticket|10#1 %2|ü';
  expect(placeOf(hashOf({ name: 'case', key }))).toEqual({ name: 'case', key });
});

it('goes to the handoffs from an address that is none', () => {
  for (const hash of ['', '#', '#nowhere', '#case/%E0%A4%A', '#reading/', '#reading/-1', '#playbook/', '#playbook/A b'])
    expect(placeOf(hash)).toEqual({ name: 'handoffs' });
});

it('finds handoffs by all words, in any order, and by state', () => {
  const all = [
    handoff('1', { title: 'Export fails', from: 'Support', sender: 'ann' }),
    handoff('2', { title: 'Export is slow', state: 'failed', to: 'Billing' }),
  ];
  const ids = (state: '' | 'failed' | 'sent', text: string) => filterHandoffs(all, { state, text }).map(({ id }) => id);
  expect(ids('', '')).toEqual(['1', '2']);
  expect(ids('', ' ann EXPORT ')).toEqual(['1']);
  expect(ids('', 'billing')).toEqual(['2']);
  expect(ids('', '101')).toEqual(['1', '2']);
  expect(ids('sent', 'slow')).toEqual([]);
});

it('reads people as they are pasted: a line each, or parted by commas, semicolons and tabs, nobody twice', () => {
  expect(peopleOf(' ann \n\nbob, cy@example.com;Dana Fox\tann')).toEqual(['ann', 'bob', 'cy@example.com', 'Dana Fox']);
});

it('keeps no team without a name', () => {
  expect(
    rosterOf([
      { key: 0, team: ' ', people: 'ann' },
      { key: 1, team: ' Support ', people: '' },
    ]),
  ).toEqual([{ team: 'Support', people: [] }]);
});
