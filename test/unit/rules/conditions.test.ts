import { describe, expect, it } from 'vitest';
import type { Condition, Criterion } from '../../../lib/model/playbook';
import { holds } from '../../../lib/rules/conditions';
import type { Situation } from '../../../lib/rules/situation';
import { answer, common, field, situation, snapshot } from './cases';

const exit: Criterion[] = [
  {
    ...common,
    id: 'size',
    kind: 'choice',
    options: [
      { id: 'xl', label: 'Very large' },
      { id: 's', label: 'Small' },
    ],
    prefill: ['size'],
  },
  { ...common, id: 'told', kind: 'confirmation', statement: 'Told.' },
  { ...common, id: 'list', kind: 'rows', columns: [{ id: 'a', label: 'A' }], minRows: 1 },
];
const when = (condition: Condition, more: Partial<Situation> = {}) => holds(condition, situation(exit, more));

describe('a condition', () => {
  it('on a field reads the page, whatever its case and spacing', () => {
    const page = snapshot([field('status', ' Waiting  on customer ', { id: 'wait' })]);
    expect(when({ field: 'status', is: ['waiting on Customer'] }, { snapshot: page })).toBe(true);
    expect(when({ field: 'status', is: ['wait'] }, { snapshot: page })).toBe(true);
    expect(when({ field: 'status', is: ['waiting'] }, { snapshot: page })).toBe(false);
    expect(when({ field: 'status', is: ['wait'] })).toBe(false);
  });
  it('on a field reads what the change makes of it, not what it was', () => {
    const more = {
      snapshot: snapshot([field('stage', 'Negotiation')]),
      changes: [{ field: 'stage', to: { label: 'Closed won', id: 'won' } }],
    };
    expect(when({ field: 'stage', is: ['closed won'] }, more)).toBe(true);
    expect(when({ field: 'stage', is: ['WON'] }, more)).toBe(true);
    expect(when({ field: 'stage', is: ['negotiation'] }, more)).toBe(false);
  });
  it('on tags finds one among many, shown or being added', () => {
    const page = snapshot([field('tags', 'billing, export')]);
    expect(when({ field: 'tags', is: ['export'] }, { snapshot: page })).toBe(true);
    expect(
      when({ field: 'tags', is: ['vip'] }, { snapshot: page, changes: [{ field: 'tag', to: { label: 'VIP' } }] }),
    ).toBe(true);
    expect(when({ field: 'tags', is: ['expo'] }, { snapshot: page })).toBe(false);
  });
  it('on an answer reads it as it stands, by the option’s id or label', () => {
    expect(when({ answer: 'size', is: ['xl'] }, { snapshot: snapshot([field('size', 'Very large')]) })).toBe(true);
    expect(when({ answer: 'size', is: ['very LARGE'] }, { draft: { answers: { size: answer('xl') } } })).toBe(true);
    expect(when({ answer: 'told', is: ['true'] }, { draft: { answers: { told: answer(true) } } })).toBe(true);
    expect(when({ answer: 'list', is: ['b'] }, { draft: { answers: { list: answer([['a'], ['B']]) } } })).toBe(true);
    expect(when({ answer: 'no-such', is: ['xl'] })).toBe(false);
  });
  it('on the reason does not hold while none is chosen', () => {
    expect(when({ reason: ['defect'] })).toBe(true);
    expect(when({ reason: ['question', 'defect'] })).toBe(true);
    expect(when({ reason: ['defect'] }, { draft: { answers: {} } })).toBe(false);
  });
  it('can be all, any or not', () => {
    const yes: Condition = { reason: ['defect'] };
    const no: Condition = { reason: ['question'] };
    expect(when({ all: [yes, { not: no }] })).toBe(true);
    expect(when({ all: [yes, no] })).toBe(false);
    expect(when({ any: [no, yes] })).toBe(true);
    expect(when({ any: [no, { not: yes }] })).toBe(false);
  });
});
