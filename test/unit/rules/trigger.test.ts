import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseChange, Change } from '../../../lib/model/attempt';
import type { Value } from '../../../lib/model/case';
import type { Playbook, Trigger } from '../../../lib/model/playbook';
import { handoffsIn, sameValue } from '../../../lib/rules/trigger';

const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '7' };
const roster = [
  { team: 'Support L1', people: ['amara', 'dana'] },
  { team: 'Engineering', people: ['jonas (Jonas Berg)'] },
];
type When = Playbook['trigger']['any'][number];
const playbook = (id: string, ...any: When[]) => ({ id, trigger: { kinds: ['ticket' as const], any } });
const toEngineering = playbook('engineering', { field: 'team', to: ['Engineering'] });
const change = (field: string, to: string, from?: string): Change => ({
  field,
  to: { label: to },
  ...(from === undefined ? {} : { from: { label: from } }),
});
const found = (
  changes: Change[],
  playbooks = [toEngineering],
  known: (field: string) => Value | undefined = () => undefined,
) => handoffsIn([{ ref, changes }], playbooks, roster, (_, field) => known(field));

describe('a change hands over', () => {
  it('when it leads to what a playbook waits for', () => {
    expect(found([change('team', 'Engineering', 'Support L1')])).toEqual([
      { ref, playbook: 'engineering', changes: [change('team', 'Engineering', 'Support L1')] },
    ]);
    expect(found([change('team', ' ENGINEERING ')])).toHaveLength(1);
    expect(found([change('team', 'Onboarding')])).toEqual([]);
    expect(found([change('status', 'Engineering')])).toEqual([]);
  });

  it('by the word as a desk’s requests write it, which part words otherwise or not at all', () => {
    const won = playbook('won', { field: 'stage', to: ['Closed won'] });
    for (const word of ['closedwon', 'CLOSED_WON', 'closed-won', 'Closed  Won']) {
      expect(found([change('stage', word)], [won]), word).toHaveLength(1);
      expect(found([change('stage', word, 'Closed won')], [won]), word).toEqual([]);
    }
    expect(found([change('stage', 'closedwonder')], [won])).toEqual([]);
  });

  it('by the desk’s id too, where a playbook names that', () => {
    const byId = playbook('x', { field: 'team', to: ['4'] });
    expect(found([{ field: 'team', to: { label: 'Technik', id: '4' } }], [byId])).toHaveLength(1);
    expect(found([{ field: 'team', to: { label: 'Technik', id: '44' } }], [byId])).toEqual([]);
  });

  it('only from what the playbook names, where it names that; a start that nobody could see matches any', () => {
    const fromSupport = playbook('x', { field: 'team', from: ['Support L1'], to: ['Engineering'] });
    expect(found([change('team', 'Engineering', 'Support L1')], [fromSupport])).toHaveLength(1);
    expect(found([change('team', 'Engineering', 'Onboarding')], [fromSupport])).toEqual([]);
    expect(found([change('team', 'Engineering')], [fromSupport])).toHaveLength(1);
  });

  it('never when it ends where it starts', () => {
    expect(found([change('team', 'Engineering', 'engineering')])).toEqual([]);
    const same = { field: 'team', from: { label: 'Technik', id: '4' }, to: { label: 'Engineering', id: '4' } };
    expect(found([same])).toEqual([]);
  });

  it('only for the kinds of case that the playbook is for', () => {
    const deal: CaseChange = { ref: { ...ref, kind: 'deal' }, changes: [change('team', 'Engineering')] };
    expect(handoffsIn([deal], [toEngineering], roster, () => undefined)).toEqual([]);
  });

  it('by the first playbook that it triggers', () => {
    const second = { ...toEngineering, id: 'second' };
    expect(found([change('team', 'Engineering')], [toEngineering, second])[0]?.playbook).toBe('engineering');
    expect(found([change('team', 'Engineering')], [second, toEngineering])[0]?.playbook).toBe('second');
  });
});

describe('a new owner', () => {
  const implied = { field: 'team', to: { label: 'Engineering' }, implied: true };

  it('who works in another team hands the case to that team', () => {
    expect(found([change('owner', 'jonas')])[0]?.changes).toEqual([change('owner', 'jonas'), implied]);
    expect(found([change('owner', 'jonas')], undefined, () => ({ label: 'Support L1' }))[0]?.changes[1]).toEqual({
      ...implied,
      from: { label: 'Support L1' },
    });
  });

  it('is known by login, name or both', () => {
    for (const label of ['jonas', 'Jonas Berg', 'jonas (Jonas Berg)', 'JONAS'])
      expect(found([change('owner', label)])).toHaveLength(1);
    expect(found([change('owner', 'jon')])).toEqual([]);
  });

  it('in the team that the case is in already hands nothing over', () => {
    expect(found([change('owner', 'jonas')], undefined, () => ({ label: 'engineering' }))).toEqual([]);
  });

  it('after an owner of the same team hands nothing over, where nobody can see the team', () => {
    expect(found([change('owner', 'jonas', 'Jonas Berg')])).toEqual([]);
    expect(found([change('owner', 'jonas', 'amara')])[0]?.changes[1]).toEqual({
      ...implied,
      from: { label: 'Support L1' },
    });
  });

  it('says less than a team that is changed in the same breath', () => {
    expect(found([change('owner', 'jonas'), change('team', 'Onboarding')])).toEqual([]);
    expect(found([change('owner', 'amara'), change('team', 'Engineering')])[0]?.changes).toEqual([
      change('owner', 'amara'),
      change('team', 'Engineering'),
    ]);
  });

  it('whom no team lists hands nothing over', () => {
    expect(found([change('owner', 'Nobody')])).toEqual([]);
    expect(found([change('owner', 'somebody else')])).toEqual([]);
  });
});

describe('equal values', () => {
  it('by their ids where both have one, else by their words', () => {
    expect(sameValue({ label: 'a', id: '1' }, { label: 'b', id: '1' })).toBe(true);
    expect(sameValue({ label: 'a', id: '1' }, { label: 'a', id: '2' })).toBe(false);
    expect(sameValue({ label: 'A ' }, { label: 'a', id: '2' })).toBe(true);
    expect(sameValue(undefined, { label: '' })).toBe(false);
  });
});

describe('whatever the changes', () => {
  const label = fc.constantFrom('Engineering', 'Support L1', 'engineering ', 'jonas', 'amara', 'open', '');
  const value: fc.Arbitrary<Value> = fc.oneof(
    label.map((one) => ({ label: one })),
    fc.record({ label, id: fc.constantFrom('1', '4') }),
  );
  const changes = fc.array(
    fc
      .record({
        field: fc.constantFrom('team', 'owner', 'status'),
        from: fc.option(value, { nil: undefined }),
        to: value,
      })
      .map(({ from, ...rest }): Change => (from ? { ...rest, from } : rest)),
    { minLength: 1, maxLength: 4 },
  );
  const when = fc.record({
    field: fc.constantFrom('team' as const, 'owner' as const, 'status' as const),
    to: fc.uniqueArray(label.filter(Boolean), { minLength: 1 }),
  });
  const playbooks = fc.array(
    when.map((one) => playbook('p', one)),
    { maxLength: 3 },
  );

  it('a handoff holds a real change, and one that its playbook waits for', () => {
    fc.assert(
      fc.property(changes, playbooks, fc.option(value, { nil: undefined }), (all, some, team) => {
        for (const handoff of found(all, some, (field) => (field === 'team' ? team : undefined))) {
          expect(handoff.changes.length).toBeGreaterThan(0);
          for (const { from, to } of handoff.changes) expect(sameValue(from, to)).toBe(false);
          const waited = some.flatMap(({ trigger }) => trigger.any);
          expect(
            handoff.changes.some(({ field, to }) =>
              waited.some(
                (one) => one.field === field && one.to.some((name) => sameValue({ label: name }, { label: to.label })),
              ),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('knowing where a change starts never makes a handoff of what was none', () => {
    fc.assert(
      fc.property(changes, playbooks, (all, some) => {
        const blind = all.map(({ from: _, ...rest }) => rest);
        if (found(blind, some).length === 0) expect(found(all, some)).toEqual([]);
      }),
    );
  });
});

describe('somebody who works in several teams', () => {
  it('takes the case as the one that a playbook waits for', () => {
    const roster = [
      { team: 'Field service', people: ['jonas'] },
      { team: 'Engineering', people: ['jonas'] },
    ];
    const trigger: Trigger = { kinds: ['ticket'], any: [{ field: 'team', to: ['Engineering'] }] };
    const ref = { origin: 'https://rt.example', kind: 'ticket' as const, id: '1' };
    const changes = [{ field: 'owner', from: { label: 'amara' }, to: { label: 'jonas' } }];
    const [handoff] = handoffsIn([{ ref, changes }], [{ id: 'up', trigger }], roster, () => ({ label: 'Support L1' }));
    expect(handoff?.changes.at(-1)).toEqual({
      field: 'team',
      from: { label: 'Support L1' },
      to: { label: 'Engineering' },
      implied: true,
    });
  });
});
