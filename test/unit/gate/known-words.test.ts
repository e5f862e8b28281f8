import { expect, it } from 'vitest';
import { withKnownWords } from '../../../lib/gate/known-words';
import type { Change } from '../../../lib/model/attempt';
import { DESK } from './attempts';

const words = [
  { field: 'owner', id: '42', label: 'Jonas Lindqvist (jonas)' },
  { field: 'team', id: '4', label: 'Engineering' },
];
const known = (change: Change) =>
  withKnownWords([{ ref: { origin: DESK, kind: 'ticket', id: '1' }, changes: [change] }], words)[0]?.changes[0];

it('an id alone has the word that another page listed for it', () => {
  expect(known({ field: 'team', to: { id: '4', label: '4' } })?.to).toEqual({ id: '4', label: 'Engineering' });
  expect(known({ field: 'owner', to: { id: '42', label: '42' } })?.to.label).toBe('Jonas Lindqvist (jonas)');
});

it('a word that the page has itself stays', () => {
  expect(known({ field: 'team', to: { id: '4', label: 'Platform' } })?.to.label).toBe('Platform');
  expect(known({ field: 'status', to: { id: '4', label: '4' } })?.to.label).toBe('4');
});

it('a person has all their names, whichever the page writes', () => {
  const change = { field: 'owner', from: { label: 'amara' }, to: { id: '42', label: 'jonas' } };
  expect(known(change)?.to.label).toBe('Jonas Lindqvist (jonas)');
});

it('who only stands there under another name is no new owner', () => {
  expect(
    known({ field: 'owner', from: { label: 'Jonas Lindqvist' }, to: { id: '42', label: 'jonas' } }),
  ).toBeUndefined();
});
