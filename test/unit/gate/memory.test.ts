import { describe, expect, it, vi } from 'vitest';
import { Memory } from '../../../lib/gate/memory';
import type { GateMemory } from '../../../lib/messages/protocol';
import { practice, rt } from './attempts';

const memory = (site: string | null): GateMemory => ({ site, playbooks: [], lets: [], roster: [], whenUnsure: 'open' });
const ids = (of: Memory) => of.candidates.map(({ id }) => id);
const known = (
  answer: () => Promise<GateMemory> = () => new Promise(() => {}),
  sites = [rt, practice],
  host = '127.0.0.1:5555',
) => {
  const hello = vi.fn(answer);
  return { hello, memory: new Memory(sites, host, hello) };
};

describe('which site describes the page', () => {
  it('before the background has said, every site that came with the host may', () => {
    // Patterns carry no port: two desks on one host bring both their sites.
    expect(ids(known().memory)).toEqual(['request-tracker', 'practice']);
    expect(ids(known(undefined, [practice]).memory)).toEqual(['practice']);
  });

  it('or, where sites name this very host and port, those', () => {
    expect(ids(known(undefined, [rt, practice], '127.0.0.1:18090').memory)).toEqual(['practice']);
  });

  it('then the one that the person chose, whatever hosts the site itself names', () => {
    const { memory: mine } = known(undefined, [practice]);
    mine.learn(memory('practice'));
    expect(ids(mine)).toEqual(['practice']);
    mine.learn(memory('request-tracker'));
    expect(ids(mine)).toEqual([]);
    const { memory: both } = known(undefined, [rt, practice], '127.0.0.1:18090');
    both.learn(memory('request-tracker'));
    expect(ids(both)).toEqual(['request-tracker']);
  });

  it('or what a person taught, which comes with the memory itself', () => {
    const { memory: mine } = known(undefined, [practice]);
    mine.learn({ ...memory('taught-desk'), taught: { ...rt, id: 'taught-desk' } });
    expect(ids(mine)).toEqual(['taught-desk']);
    mine.learn(memory('taught-desk'));
    expect(ids(mine)).toEqual([]);
  });

  it('and none where the person allowed no desk at this address', () => {
    const { memory: mine } = known();
    mine.learn(memory(null));
    expect(ids(mine)).toEqual([]);
  });
});

describe('the gate’s memory', () => {
  it('asked for again says whether the page has another site now, or none any more', async () => {
    const { memory: mine } = known(() => Promise.resolve(memory('practice')), [practice]);
    await mine.arrive();
    const renew = (site: string | null) => mine.renew(async () => ({ memory: memory(site) }));
    expect(await renew('practice')).toBe(false);
    expect(await renew(null)).toBe(true);
    expect(ids(mine)).toEqual([]);
    expect(await renew('practice')).toBe(true);
    expect(await mine.renew(() => Promise.reject(new Error('no answer')))).toBe(false);
    expect(ids(mine)).toEqual(['practice']);
  });

  it('is not asked for again before it came, and what was asked for before counts less than what is asked for after', async () => {
    let answer = (_: GateMemory) => {};
    const { memory: mine } = known(() => new Promise((done) => (answer = done)), [practice]);
    const arrived = mine.arrive();
    const ask = vi.fn(async () => ({ memory: memory(null) }));
    const renewed = mine.renew(ask);
    expect(ask).not.toHaveBeenCalled();
    answer(memory('practice'));
    await arrived;
    expect(await renewed).toBe(true);
    expect(ids(mine)).toEqual([]);
  });

  it('is asked for once, however many wait for it', async () => {
    const { hello, memory: mine } = known(() => Promise.resolve(memory('practice')));
    const all = await Promise.all([mine.arrive(), mine.arrive(), mine.arrive()]);
    expect(hello).toHaveBeenCalledTimes(1);
    expect(all.every((one) => one?.site === 'practice')).toBe(true);
    expect(mine.current?.site).toBe('practice');
    await mine.arrive();
    expect(hello).toHaveBeenCalledTimes(1);
  });

  it('that did not arrive is asked for again by the next that needs it', async () => {
    const { hello, memory: mine } = known(() => Promise.reject(new Error('late')));
    expect(await mine.arrive()).toBeNull();
    expect(mine.current).toBeNull();
    await mine.arrive();
    expect(hello).toHaveBeenCalledTimes(2);
  });

  it('does not outlive a stay in the back-forward cache', () => {
    const { memory: mine } = known();
    const ref = { origin: 'https://rt.example', kind: 'ticket' as const, id: '1' };
    mine.learn(memory('practice'));
    mine.learnStatus(ref, { playbook: 'p', met: true, missing: 0, revision: 1 });
    expect(mine.status(ref, 'p')?.met).toBe(true);
    mine.forget();
    expect(mine.current).toBeNull();
    expect(mine.status(ref, 'p')).toBeNull();
  });

  it('knows how far a draft is by case and playbook', () => {
    const { memory: mine } = known();
    const ref = (id: string) => ({ origin: 'https://rt.example', kind: 'ticket' as const, id });
    mine.learnStatus(ref('1'), { playbook: 'p', met: false, missing: 3, revision: 1 });
    expect(mine.status(ref('1'), 'p')?.missing).toBe(3);
    expect(mine.status(ref('2'), 'p')).toBeNull();
    expect(mine.status(ref('1'), 'q')).toBeNull();
  });
});
