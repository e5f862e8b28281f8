import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { completed, judge, stillHandsOver } from '../../../lib/service/judge';
import { saveAnswer } from '../../../lib/store/drafts';
import { saveSighting, sightingsOf } from '../../../lib/store/sightings';
import type { SightingRow } from '../../../lib/store/tables';
import { handing, moves, newWorld, playbook, ref, snapshot } from './world';

const NOW = 10_000_000;
const seen = (values: Record<string, string>, age = 1_000): SightingRow => ({
  key: 'x',
  ref: ref(),
  values: Object.fromEntries(Object.entries(values).map(([field, label]) => [field, { label }])),
  at: NOW - age,
});
const MINUTES = 60_000;

describe('a change whose start the page did not show', () => {
  it('starts from the last sighting, and says how old that is', () => {
    expect(completed(handing('1', [moves(null)]), seen({ team: 'Support' }), NOW).changes).toEqual([
      { ...moves('Support'), fromSeenAt: NOW - 1_000 },
    ]);
  });

  it('what the page did show is not replaced', () => {
    expect(completed(handing('1', [moves('Onboarding')]), seen({ team: 'Support' }), NOW).changes).toEqual([
      moves('Onboarding'),
    ]);
  });

  it('stays unknown where Baton never saw the case', () => {
    expect(completed(handing('1', [moves(null)]), undefined, NOW).changes).toEqual([moves(null)]);
    expect(completed(handing('1', [moves(null)]), seen({ subject: 'x' }), NOW).changes).toEqual([moves(null)]);
  });
});

describe('whether it is a handoff after all', () => {
  const still = (changes: ReturnType<typeof moves>[], sighting: SightingRow | undefined, of = playbook()) =>
    stillHandsOver(handing('1', changes), sighting, [of], NOW);

  it('is one where nothing was ever seen of the case', () => expect(still([moves(null)], undefined)).toBe(true));

  it('is none when a fresh sighting shows the case there already', () => {
    expect(still([moves(null)], seen({ team: 'small team' }))).toBe(false);
    expect(still([moves(null)], seen({ team: 'Support' }))).toBe(true);
  });

  it('an old sighting does not let it go: others work on the case too', () => {
    expect(still([moves(null)], seen({ team: 'Small team' }, 1.9 * MINUTES))).toBe(false);
    expect(still([moves(null)], seen({ team: 'Small team' }, 2 * MINUTES))).toBe(true);
  });

  it('a new owner in the team where the case is already hands nothing over, however old the sighting', () => {
    const owner = { field: 'owner', to: { label: 'jonas' } };
    const implied = { ...moves(null), implied: true };
    expect(still([owner, implied], seen({ team: 'Small team' }, 60 * MINUTES))).toBe(false);
    expect(still([owner, implied], seen({ team: 'Support' }, 60 * MINUTES))).toBe(true);
  });

  it('is none when the case comes from where the playbook does not look', () => {
    const from = playbook({
      trigger: { kinds: ['ticket'], any: [{ field: 'team', from: ['Support'], to: ['Small team'] }] },
    });
    expect(still([moves(null)], seen({ team: 'Onboarding' }), from)).toBe(false);
    expect(still([moves(null)], seen({ team: 'Support' }), from)).toBe(true);
  });
});

describe('judging from the database', () => {
  beforeEach(async () => {
    await newWorld(playbook());
  });

  it('takes the draft, the last sighting and the texts of earlier handoffs', async () => {
    await saveSighting(snapshot({ subject: 'Blank page', team: 'Support' }));
    await saveAnswer(
      { ref: ref(), playbook: 'small', playbookVersion: 1, title: 'x', url: 'https://desk.example/' },
      'ask',
      { value: 'Please look at it', by: 'person', at: 1 },
      1,
    );
    const [judged] = await judge([handing('1', [moves(null)])], [playbook()], 'amara', Date.now());
    expect(judged).toMatchObject({
      title: 'Blank page',
      evaluation: { met: true, missing: 0 },
      handoff: { changes: [{ from: { label: 'Support' } }] },
      situation: { me: 'amara' },
    });
    expect((await sightingsOf([ref()]))[0]?.snapshot?.fields).toHaveLength(2);
  });

  it('a case that was never seen is called by its number', async () => {
    const [judged] = await judge([handing('77')], [playbook()], undefined, Date.now());
    expect(judged).toMatchObject({ title: '#77', evaluation: { met: false, missing: 1 } });
  });

  it('a case whose playbook is gone is left out', async () => {
    expect(await judge([handing('1', [moves()], 'gone')], [playbook()], undefined, 1)).toEqual([]);
  });
});
