import { describe, expect, it } from 'vitest';
import { timeline } from '../../../lib/audit/timeline';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { handoff, held, override, record, sending, sent } from './lines';

const team = (to: string) => ({ field: 'team', to: { label: to } });
const owner = (from: string, to: string) => ({ field: 'owner', from: { label: from }, to: { label: to } });

describe('the timeline of a case', () => {
  it('tells where it sat, by when each handoff was seen to arrive', () => {
    const handoffs = [
      handoff('1', { createdAt: 10, from: 'Support', to: 'Engineering', changes: [team('Engineering')] }),
      handoff('2', { createdAt: 50, from: 'Engineering', to: 'Support' }),
    ];
    const { sat } = timeline(record([10, sending('1')], [12, sent('1')], [51, sent('2')]), handoffs);
    expect(sat).toEqual([
      { where: 'Support', from: null, until: 12 },
      { where: 'Engineering', from: 12, until: 51 },
      { where: 'Support', from: 51, until: null },
    ]);
  });

  it('says that it does not know when a case was moved without Baton', () => {
    const handoffs = [
      handoff('1', { createdAt: 10, from: 'Support', to: 'Engineering' }),
      handoff('2', { createdAt: 50, from: 'Sales', to: 'Support' }),
    ];
    expect(timeline([], handoffs).sat).toEqual([
      { where: 'Support', from: null, until: 10 },
      { where: 'Engineering', from: 10, until: 50 },
      { where: 'Sales', from: null, until: 50 },
      { where: 'Support', from: 50, until: null },
    ]);
  });

  it('counts where it came without a handoff, from when that was found', () => {
    const came = record([
      30,
      { kind: 'ungated', why: 'arrival', found: 'arrival', from: 'Support', to: 'Engineering' },
    ]);
    const handoffs = [handoff('1', { createdAt: 50, from: 'Engineering', to: 'Sales' })];
    expect(timeline(came, handoffs).sat).toEqual([
      { where: 'Support', from: null, until: 30 },
      { where: 'Engineering', from: 30, until: 50 },
      { where: 'Sales', from: 50, until: null },
    ]);
  });

  it('lets a handoff that failed or is not confirmed move nothing', () => {
    expect(timeline([], [handoff('1', { state: 'failed' }), handoff('2', { state: 'unconfirmed' })]).sat).toEqual([]);
  });

  it('tells who owned it, each once', () => {
    const handoffs = [
      handoff('1', { createdAt: 10, sender: 'ann', changes: [owner('ann', 'bob')] }),
      handoff('2', { createdAt: 20, sender: 'bob', changes: [owner('bob', 'cy')] }),
    ];
    expect(timeline([], handoffs).owned.map(({ who, since }) => [who, since])).toEqual([
      ['ann', 10],
      ['bob', 10],
      ['cy', 20],
    ]);
  });

  it('tells what was missing first, and what went all the same and why', () => {
    const { missing } = timeline(
      record([1, held('a', ['steps', 'impact'])], [2, held('a', ['steps'])], [3, override('1', 'a')]),
    );
    expect(missing).toMatchObject([
      { at: 1, overridden: false, missing: [{ criterion: 'steps' }, { criterion: 'impact' }] },
      { at: 3, overridden: true, words: 'Customer is down' },
    ]);
  });

  it("tells why, in the playbook's words where it is known", () => {
    const playbook = builtInPlaybooks[0];
    const choice = playbook?.reason.choices[0];
    const handoffs = [
      handoff('1', { playbook: playbook?.id ?? '', reason: choice?.id ?? '' }),
      handoff('2', { createdAt: 1, playbook: 'gone', reason: 'old' }),
    ];
    expect(timeline([], handoffs, builtInPlaybooks).why.map(({ words }) => words)).toEqual([choice?.label, 'old']);
  });

  it('keeps the lines in order of their sequence, not of the clock', () => {
    const lines = record([9, sending('1')], [3, sent('1')]);
    expect(timeline([...lines].reverse()).facts.map(({ payload }) => payload.kind)).toEqual(['sending', 'sent']);
  });
});
