import { describe, expect, it } from 'vitest';
import { arrivedSince, type KnownMove } from '../../../lib/rules/arrival';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';

const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };
const ROSTER = [{ team: 'Engineering', people: ['Jonas Lindqvist'] }];
const SEEN = 100;
type Words = Record<string, string>;
const values = (words: Words) => Object.fromEntries(Object.entries(words).map(([field, label]) => [field, { label }]));
const arrived = (before: Words, now: Words, known: KnownMove[] = []) =>
  arrivedSince(ref, values(before), values(now), () => SEEN, known, builtInPlaybooks, ROSTER);
const move = (field: string, label: string, until = SEEN): KnownMove => ({ field, to: { label }, until });
const BEFORE = { team: 'Support L1', owner: 'Amara Okafor' };

describe('a case that is seen again', () => {
  it('in another team that a playbook waits for came without a handoff', () => {
    expect(arrived(BEFORE, { ...BEFORE, team: 'Engineering' })).toEqual({
      ref,
      playbook: 'support-to-engineering',
      changes: [{ field: 'team', from: { label: 'Support L1' }, to: { label: 'Engineering' } }],
    });
  });

  it('with an owner of another team did too', () => {
    expect(arrived(BEFORE, { ...BEFORE, owner: 'jonas (Jonas Lindqvist)' })?.changes).toContainEqual({
      field: 'team',
      from: { label: 'Support L1' },
      to: { label: 'Engineering' },
      implied: true,
    });
  });

  it.each([
    ['as it was', BEFORE, BEFORE],
    ['for the first time', {}, { team: 'Engineering' }],
    [
      'with a field that was never seen before',
      { owner: 'Amara Okafor' },
      { owner: 'Amara Okafor', team: 'Engineering' },
    ],
    ['without the field', BEFORE, { owner: 'Amara Okafor' }],
    ['with the same word written otherwise', { team: 'ENGINEERING ' }, { team: 'Engineering' }],
    [
      'with the same owner written in full',
      { owner: 'jonas', team: 'x' },
      { owner: 'jonas (Jonas Lindqvist)', team: 'x' },
    ],
    ['with another status', { status: 'Open' }, { status: 'Waiting' }],
    [
      'with an owner of the team that has it',
      { team: 'Engineering', owner: 'Priya' },
      { team: 'Engineering', owner: 'Jonas Lindqvist' },
    ],
  ])('%s: nothing', (_, before, now) => expect(arrived(before as Words, now as Words)).toBeNull());
});

describe('what Baton knows of', () => {
  const now = { ...BEFORE, team: 'Engineering' };
  it('explains the change, whenever it was last heard of after the case was seen as before', () => {
    expect(arrived(BEFORE, now, [move('team', 'engineering')])).toBeNull();
    expect(arrived(BEFORE, now, [move('team', 'Engineering', Number.POSITIVE_INFINITY)])).toBeNull();
  });

  it('but not if it is older, or went somewhere else', () => {
    expect(arrived(BEFORE, now, [move('team', 'Engineering', SEEN - 1)])).not.toBeNull();
    expect(arrived(BEFORE, now, [move('team', 'L2 Support')])).not.toBeNull();
    expect(arrived(BEFORE, now, [move('owner', 'Engineering')])).not.toBeNull();
  });

  it('explains a team that follows from its owner, and an owner that follows from its team', () => {
    expect(arrived(BEFORE, { ...BEFORE, owner: 'Jonas Lindqvist' }, [move('team', 'Engineering')])).toBeNull();
    expect(
      arrived(BEFORE, { team: 'Engineering', owner: 'Jonas Lindqvist' }, [move('team', 'Engineering')]),
    ).toBeNull();
  });

  it('explains any value where the desk’s word for it was never known', () => {
    expect(arrived(BEFORE, now, [{ field: 'team', to: { label: '5', id: '5' }, until: SEEN }])).toBeNull();
  });
});
