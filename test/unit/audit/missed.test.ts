import { describe, expect, it } from 'vitest';
import { mostMissed } from '../../../lib/audit/missed';
import { held, record } from './lines';

describe('the criteria most often missed', () => {
  it('are counted once an attempt, most missed first, each of its own playbook', () => {
    const lines = record(
      [1, held('a', ['steps', 'impact'])],
      [2, held('a', ['steps'])],
      [3, held('b', ['impact'])],
      [4, held('c', ['impact'], '101', 'other')],
    );
    const { window, missed } = mostMissed(lines, 0, 10);
    expect(window).toEqual({ since: 0, until: 10, n: 3 });
    expect(missed.map(({ playbook, criterion, count, of }) => [playbook, criterion, count, of])).toEqual([
      ['p', 'impact', 2, 2],
      ['other', 'impact', 1, 1],
      ['p', 'steps', 1, 2],
    ]);
  });

  it('have no percentage before there are twenty attempts', () => {
    const of = (n: number) =>
      mostMissed(
        record(...Array.from({ length: n }, (_, i) => [i, held(`a${i}`)] as [number, ReturnType<typeof held>])),
        0,
        100,
      );
    expect(of(19).missed[0]).toMatchObject({ count: 19, of: 19, share: null });
    expect(of(20).missed[0]).toMatchObject({ count: 20, of: 20, share: 1 });
  });

  it('come from the window alone', () => {
    expect(mostMissed(record([5, held('a')], [15, held('b')]), 10, 20).window.n).toBe(1);
  });
});
