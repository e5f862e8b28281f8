import { describe, expect, it } from 'vitest';
import { conditionOf, linesOf } from '../../../../components/dashboard/editor/conditions';
import {
  addCriterion,
  addNamed,
  blank,
  changeCriterion,
  differs,
  moveCriterion,
  namesIn,
  putBack,
  removeCriterion,
  wholeIn,
  withParts,
  withTrigger,
} from '../../../../components/dashboard/editor/edit';
import { idFrom, idsIn, isNew, withIds } from '../../../../components/dashboard/editor/ids';
import { KIND_NAMES } from '../../../../components/dashboard/editor/words';
import { type Condition, Id, Playbook } from '../../../../lib/model/playbook';
import { made, text } from './made';

const START = { question: 'Why?', reasons: ['Skills', 'Access'] };

describe('ids', () => {
  it.each([
    ['Invoice number', [], 'invoice-number'],
    ['  Größe & Über-Ärger! ', [], 'gro-e-uber-arger'],
    ['请求', [], 'item'],
    ['请求', ['item'], 'item-2'],
    ['Ask', ['ask', 'ask-2'], 'ask-3'],
    ['new  1', [], 'new-1'],
    ['x'.repeat(90), [], 'x'.repeat(50)],
  ])('%s among %j is %s', (label, taken, id) => {
    expect(idFrom(label, taken)).toBe(id);
    expect(Id.safeParse(id).success).toBe(true);
    // What a person may call something never looks like what has no name yet.
    expect(isNew(id)).toBe(false);
  });

  it('are made of labels once, and what looks at them follows', () => {
    let playbook: Playbook = { ...blank(START), name: 'Support to Billing' };
    playbook = addCriterion(playbook, 'exit', 'choice').playbook;
    playbook = addCriterion(playbook, 'exit', 'text').playbook;
    const [choice, asked] = playbook.exit;
    if (choice?.kind !== 'choice' || !asked) throw new Error('not made');
    const [first, second] = choice.options;
    const [skills] = playbook.reason.choices;
    const when: Condition = {
      all: [{ answer: choice.id, is: [second?.id ?? ''] }, { not: { reason: [skills?.id ?? ''] } }],
    };
    const options = [
      { ...first, id: first?.id ?? '', label: 'Yes' },
      { ...second, id: second?.id ?? '', label: 'No' },
    ];
    playbook = changeCriterion(playbook, 'exit', { ...choice, label: 'Is it urgent?', options });
    playbook = changeCriterion(playbook, 'exit', { ...asked, label: 'Yes', when });
    const saved = withIds(playbook, ['support-to-billing']);
    expect(saved.id).toBe('support-to-billing-2');
    expect(saved.exit.map(({ id }) => id)).toEqual(['is-it-urgent', 'yes']);
    expect(saved.exit[1]?.when).toEqual({
      all: [{ answer: 'is-it-urgent', is: ['no'] }, { not: { reason: ['skills'] } }],
    });
    expect(idsIn(saved).some(isNew)).toBe(false);
    // Called otherwise later on, it keeps its id: answers are kept by it.
    const renamed = changeCriterion(saved, 'exit', { ...(saved.exit[1] ?? asked), label: 'How soon' });
    expect(withIds(renamed, []).exit[1]?.id).toBe('yes');
    expect(withIds(saved, [])).toEqual(saved);
  });

  it('go around those that are there', () => {
    const added = addCriterion(made({ exit: [text('ask')] }), 'entry', 'text');
    const named = changeCriterion(added.playbook, 'entry', text(added.id, { label: 'Ask' }));
    expect(withIds(named, []).entry[0]?.id).toBe('ask-2');
  });
});

describe('edits', () => {
  it.each(KIND_NAMES)('a new %s needs no more than its words to be sound', (kind) => {
    const { playbook } = addCriterion(made(), 'exit', kind);
    const filled = JSON.parse(JSON.stringify(playbook).replaceAll('""', '"Words"')) as Playbook;
    expect(Playbook.safeParse(withIds(filled, [])).error).toBeUndefined();
  });

  it('a blank one lacks its words, the team and a criterion, and nothing else', () => {
    const paths = Playbook.safeParse(blank(START)).error?.issues.map(({ path }) => path.join('.'));
    expect(paths).toEqual(['name', 'because', 'trigger.any.0.to', 'receiver.team', 'exit']);
  });

  it.each([
    ['a', 'c', ['b', 'c', 'a']],
    ['c', 'a', ['c', 'a', 'b']],
    ['b', 'b', ['a', 'b', 'c']],
    ['b', 'gone', ['a', 'b', 'c']],
  ])('%s in the place of %s', (id, over, order) => {
    expect(moveCriterion(made(), 'exit', id, over).exit.map((one) => one.id)).toEqual(order);
  });

  it('take one away, and leave the others as they are', () => {
    const before = made();
    const after = removeCriterion(before, 'exit', 'b');
    expect(after.exit).toEqual([before.exit[0], before.exit[2]]);
    expect(before.exit).toHaveLength(3);
  });

  it.each(['a', 'b', 'c'])('put %s back where it was', (id) => {
    const at = made().exit.findIndex((one) => one.id === id);
    const without = removeCriterion(made(), 'exit', id);
    expect(putBack(without, 'exit', text(id), at)).toEqual(made());
    // Put back twice, it is there once.
    expect(putBack(made(), 'exit', text(id), at)).toEqual(made());
  });

  it('let the receiver follow the trigger until somebody says otherwise', () => {
    const to = (playbook: Playbook, ...teams: string[]) =>
      withTrigger(playbook, { ...playbook.trigger, any: [{ field: 'team', to: teams }] });
    const typed = to(to(blank(START), 'Bil'), 'Billing');
    expect(typed.receiver.team).toBe('Billing');
    const otherwise = to({ ...typed, receiver: { team: 'Finance' } }, 'Accounts');
    expect(otherwise.receiver.team).toBe('Finance');
    expect(withTrigger(made(), { kinds: ['deal'], any: [{ field: 'stage', to: ['Won'] }] }).receiver.team).toBe('');
  });

  it('forget what is set to nothing', () => {
    expect(withParts({ a: 1, b: 2 as number | undefined }, { b: undefined })).toEqual({ a: 1 });
  });

  it('know what differs, whatever the order of its parts, and take no version for a difference', () => {
    const { name, ...rest } = made();
    expect(differs(made(), { ...rest, name, version: 9 })).toBe(false);
    expect(differs(made(), made({ name: 'Q' }))).toBe(true);
    expect(differs(made(), moveCriterion(made(), 'exit', 'a', 'b'))).toBe(true);
  });

  it('add to a list what has a name nobody has', () => {
    const playbook = made();
    const once = addNamed(playbook, playbook.reason.choices);
    const twice = addNamed(playbook, once);
    expect(new Set(twice.map(({ id }) => id)).size).toBe(4);
  });

  it.each([
    ['Billing', ['Billing']],
    [' Billing \n\n Sales, Nord\nBilling', ['Billing', 'Sales, Nord']],
    ['\n ', []],
  ])('names in %j', (typed, names) => expect(namesIn(typed)).toEqual(names));

  it.each([
    ['12', 12],
    [' 3 ', 3],
    ['', undefined],
    ['2.5', undefined],
    ['0', undefined],
    ['21', undefined],
    ['x', undefined],
  ])('%j as a whole number from 1 to 20', (typed, number) => expect(wholeIn(typed, 1, 20)).toBe(number));
});

describe('conditions', () => {
  const reason: Condition = { reason: ['refund'] };
  const severity: Condition = { answer: 'severity', is: ['s1', 's2'] };
  const team: Condition = { field: 'team', is: ['Sales'] };
  it.each<[string, Condition | undefined]>([
    ['none', undefined],
    ['a reason', reason],
    ['no reason', { not: reason }],
    ['all of three', { all: [reason, { not: severity }, team] }],
    ['any of two', { any: [severity, { not: team }] }],
  ])('%s as lines and back', (_, condition) => {
    const lines = linesOf(condition);
    expect(lines && conditionOf(lines)).toEqual(condition);
  });

  it.each<[string, Condition]>([
    ['all in any', { any: [{ all: [reason, team] }, severity] }],
    ['not all', { not: { all: [reason, team] } }],
    ['twice not', { not: { not: reason } }],
  ])('%s are no lines', (_, condition) => expect(linesOf(condition)).toBeNull());
});
