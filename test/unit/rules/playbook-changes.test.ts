import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../lib/model/playbook';
import { changesBetween } from '../../../lib/rules/playbook-changes';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { common, playbook } from './cases';

const text = (id: string, label = id): Criterion => ({ ...common, id, label, kind: 'text' });

describe('what differs between two playbooks', () => {
  it('is nothing where only the version or the order of names does', () => {
    for (const one of builtInPlaybooks) {
      const turned = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
      expect(changesBetween(one, { ...turned, version: one.version + 1 })).toEqual([]);
    }
  });

  it('is told part by part', () => {
    const before = playbook([text('a')]);
    const after = {
      ...before,
      name: 'Other',
      onMissing: 'warn' as const,
      routing: [{ field: 'tag' as const, to: 'x' }],
    };
    expect(changesBetween(before, after)).toEqual([{ part: 'name' }, { part: 'routing' }, { part: 'onMissing' }]);
  });

  it('is told of criteria one by one: new, changed, gone, and in another order', () => {
    const before = playbook([text('a'), text('b'), text('c')]);
    const after = playbook([text('c'), text('a', 'Renamed'), text('d')]);
    expect(changesBetween(before, after)).toEqual([
      { part: 'exit', is: 'new', label: 'd' },
      { part: 'exit', is: 'changed', label: 'Renamed' },
      { part: 'exit', is: 'gone', label: 'b' },
      { part: 'exit', is: 'order' },
    ]);
  });
});
