import { describe, expect, it } from 'vitest';
import { firesOn, inMode, listed } from '../../../lib/playbooks/all';
import { playbook } from '../rules/cases';

const one = (id: string, name = id) => playbook([], { id, name });
const first = 'support-to-engineering';

describe('the playbooks there are', () => {
  it('stand for others of their name: a company’s before one’s own, before a shared one, before Baton’s', () => {
    const all = listed(
      {
        company: [one('a', 'Company')],
        own: [one('a', 'Own'), one('b', 'Own')],
        shared: [one('b'), one('c', 'Shared')],
        baton: [one('c'), one('d', 'Baton')],
      },
      [],
    );
    expect(all.map(({ playbook: { id, name }, source }) => [id, name, source])).toEqual([
      ['a', 'Company', 'company'],
      ['b', 'Own', 'own'],
      ['c', 'Shared', 'shared'],
      ['d', 'Baton', 'baton'],
    ]);
    expect(all[2]?.original?.name).toBe('c');
    expect(all[3]).not.toHaveProperty('original');
  });

  it('hold where somebody wrote or gave them; what Baton brings beyond its first two waits until it is wanted', () => {
    const all = listed(
      {
        company: [one('a')],
        own: [one('b'), one('late', 'Changed copy')],
        shared: [one('c')],
        baton: [one(first), one('late'), one('later')],
      },
      [],
    );
    expect(Object.fromEntries(all.map(({ playbook: { id }, mode }) => [id, mode]))).toEqual({
      a: 'armed',
      b: 'armed',
      c: 'armed',
      late: 'off',
      [first]: 'armed',
      later: 'off',
    });
  });

  it('are in force as they were set', () => {
    const all = listed({ company: [], own: [one('b')], shared: [], baton: [one(first), one('later')] }, [
      { playbook: first, mode: 'off', since: 5 },
      { playbook: 'later', mode: 'shadow', since: 7, handoffs: 20 },
    ]);
    expect(inMode(all, 'armed').map(({ id }) => id)).toEqual(['b']);
    expect(inMode(all, 'shadow').map(({ id }) => id)).toEqual(['later']);
    expect(all[2]).toMatchObject({ mode: 'shadow', since: 7, handoffs: 20 });
  });

  it('fire on the desks that their trigger names, and on all where it names none', () => {
    const on = playbook([], { id: 'x', trigger: { ...playbook([]).trigger, sites: ['redmine'] } });
    const all = listed({ company: [], own: [on, one('y')], shared: [], baton: [] }, []);
    expect(inMode(all, 'armed', 'redmine').map(({ id }) => id)).toEqual(['x', 'y']);
    expect(inMode(all, 'armed', 'practice').map(({ id }) => id)).toEqual(['y']);
    expect(firesOn(on, 'practice')).toBe(false);
  });
});
