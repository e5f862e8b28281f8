// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GateAnswer, GateMemory } from '../../../lib/messages/protocol';
import { attempt, DESK } from './attempts';
import {
  answers,
  fakeBackground,
  fakeWay,
  gateMemory,
  gateWith,
  leaving,
  names,
  settled,
  silent,
  toEngineering,
} from './gates';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const unread = () => attempt(`${DESK}/case/104/reply`, { door: 'wire', body: { as: 'unread', why: 'a stream' } });

describe('a background that ended or does not answer', () => {
  it('is asked once more, and its answer counts', async () => {
    let asked = 0;
    const background = fakeBackground(async () => {
      asked += 1;
      if (asked === 1) throw new Error('the worker ended');
      return { do: 'hold' };
    });
    const { gate } = gateWith({ background });
    const way = fakeWay();
    gate.consider(leaving(toEngineering(), way));
    await settled();
    expect([asked, gate.holds.size]).toEqual([2, 1]);
    expect(background.tell).not.toHaveBeenCalled();
    expect(way.go).not.toHaveBeenCalled();
  });

  it('is not asked again where it let the time pass: then policy decides', async () => {
    const late = () => Promise.reject(Object.assign(new Error('late'), { code: 'timeout' }));
    const { gate, background } = gateWith({ background: fakeBackground(late) });
    const way = fakeWay();
    gate.consider(leaving(toEngineering(), way));
    await settled();
    expect(background.ask).toHaveBeenCalledTimes(1);
    expect(names(background.tell)).toEqual(['gate/ungated']);
    expect(way.go).toHaveBeenCalledTimes(1);
  });

  it('lets nothing go that it had found to be incomplete', async () => {
    let answer = async (): Promise<GateAnswer> => ({ do: 'hold' });
    const { gate, background } = gateWith({ background: fakeBackground(() => answer()) });
    gate.consider(leaving(toEngineering(), fakeWay()));
    await settled();
    answer = () => Promise.reject(new Error('no answer'));
    const again = fakeWay();
    gate.consider(leaving(toEngineering(), again));
    await settled();
    expect(gate.holds.size).toBe(1);
    expect(again.go).not.toHaveBeenCalled();
    expect(background.tell).not.toHaveBeenCalled();
  });
});

describe('what a page sends while it is being left', () => {
  it('is stopped and taken back in one breath where something is missing, and judged as ever once the page is shown again', async () => {
    const { gate, background } = gateWith();
    gate.leave();
    expect(gate.consider(leaving(toEngineering(), fakeWay()))).toEqual({ say: 'stop' });
    expect(gate.holds.size).toBe(0);
    expect(background.ask.mock.calls[0]).toMatchObject(['gate/held', { alive: false }, 2_000]);
    expect(names(background.tell)).toEqual(['gate/cancelled']);
    gate.stay();
    gate.consider(leaving(toEngineering('wire', '105'), fakeWay()));
    expect(gate.holds.size).toBe(1);
  });

  it('goes where everything is there', async () => {
    const { gate, memory, background } = gateWith({ background: answers('release') });
    const ref = { origin: DESK, kind: 'ticket' as const, id: '104' };
    memory.learnStatus(ref, { playbook: 'support-to-engineering', met: true, missing: 0, revision: 1 });
    gate.leave();
    expect(gate.consider(leaving(toEngineering(), fakeWay()))).toMatchObject({ say: 'go' });
    await settled();
    expect(names(background.tell)).toEqual([]);
  });
});

describe('when the background does not answer', () => {
  it('policy open lets it go exactly once, and says that nobody judged it', async () => {
    const { gate, background } = gateWith({ background: silent() });
    const way = fakeWay();
    gate.consider(leaving(toEngineering(), way));
    await settled();
    expect(way.go).toHaveBeenCalledTimes(1);
    expect(way.cancel).not.toHaveBeenCalled();
    expect(names(background.tell)).toEqual(['gate/ungated']);
    expect(gate.holds.size).toBe(0);
  });

  it('policy closed takes it back, so that the desk shows it as not done', async () => {
    const memory = gateMemory({ whenUnsure: 'closed' });
    const { gate, background } = gateWith({ background: silent(), memory });
    const way = fakeWay();
    gate.consider(leaving(toEngineering(), way));
    await settled();
    expect(way.go).not.toHaveBeenCalled();
    expect(way.cancel).toHaveBeenCalledTimes(1);
    expect(names(background.tell)).toEqual(['gate/ungated']);
  });
});

describe('before the gate’s memory has arrived', () => {
  function waiting(made = toEngineering()) {
    let arrive: (memory: GateMemory) => void = () => {};
    let fail: () => void = () => {};
    const hello = () =>
      new Promise<GateMemory>((resolve, reject) => {
        arrive = resolve;
        fail = () => reject(new Error('late'));
      });
    const parts = gateWith({ memory: null, hello });
    const way = fakeWay();
    const answer = parts.gate.consider(leaving(made, way));
    return { ...parts, way, answer, arrive: (memory = gateMemory()) => arrive(memory), fail: () => fail() };
  }

  it('a handoff waits, and then is held', async () => {
    const { gate, answer, arrive, way, background } = waiting();
    expect(answer).toEqual({ say: 'stop' });
    expect(background.ask).not.toHaveBeenCalled();
    arrive();
    await settled();
    expect(background.ask).toHaveBeenCalledTimes(1);
    expect(gate.holds.size).toBe(1);
    expect(way.go).not.toHaveBeenCalled();
  });

  it('what hands nothing over waits, and then goes once', async () => {
    const { arrive, way, background } = waiting(
      attempt(`${DESK}/case/104/reply`, { door: 'wire', fields: { status: 'solved' } }),
    );
    arrive();
    await settled();
    expect(way.go).toHaveBeenCalledTimes(1);
    expect(background.ask).not.toHaveBeenCalled();
    expect(background.tell).not.toHaveBeenCalled();
  });

  it('pressed twice leaves once', async () => {
    const { gate, arrive, way } = waiting(
      attempt(`${DESK}/case/104/reply`, { door: 'form', fields: { status: 'solved' } }),
    );
    const again = fakeWay();
    gate.consider(leaving(attempt(`${DESK}/case/104/reply`, { fields: { status: 'solved' } }), again));
    arrive();
    await settled();
    expect(way.go.mock.calls.length + again.go.mock.calls.length).toBe(1);
  });

  it('that never comes lets it go exactly once, and says that nobody judged it', async () => {
    const { fail, way, background } = waiting();
    fail();
    await settled();
    expect(way.go).toHaveBeenCalledTimes(1);
    expect(names(background.tell)).toEqual(['gate/ungated']);
  });

  it('on an address that turns out to be no desk of the person’s, it goes unjudged and unrecorded', async () => {
    const { arrive, way, background, gate } = waiting();
    arrive(gateMemory({ site: null }));
    await settled();
    expect(way.go).toHaveBeenCalledTimes(1);
    expect(gate.holds.size).toBe(0);
    expect(background.ask).not.toHaveBeenCalled();
    expect(background.tell).not.toHaveBeenCalled();
  });

  it('on a desk that another site describes, it goes without a pass, to be judged anew by that one', async () => {
    const { arrive, way, gate } = waiting(toEngineering('form'));
    arrive(gateMemory({ site: 'request-tracker' }));
    await settled();
    expect(way.go).toHaveBeenCalledTimes(1);
    expect(gate.consider(leaving(toEngineering('form'), fakeWay())).say).toBe('stop');
  });

  it('a body that cannot be read waits for the policy', async () => {
    const open = waiting(unread());
    expect(open.answer.say).toBe('stop');
    open.arrive();
    await settled();
    expect(open.way.go).toHaveBeenCalledTimes(1);

    const closed = waiting(unread());
    closed.arrive(gateMemory({ whenUnsure: 'closed' }));
    await settled();
    expect(closed.way.go).not.toHaveBeenCalled();
    expect(closed.way.cancel).toHaveBeenCalledTimes(1);
  });
});

describe('a body that cannot be read', () => {
  it('passes where the policy is open, and is recorded', () => {
    const { gate, background } = gateWith();
    expect(gate.consider(leaving(unread(), fakeWay()))).toEqual({ say: 'go' });
    expect(background.tell).toHaveBeenCalledWith('gate/ungated', expect.objectContaining({ changes: [] }));
  });

  it('is taken back where it is closed, and is recorded', () => {
    const { gate, background } = gateWith({ memory: gateMemory({ whenUnsure: 'closed' }) });
    const way = fakeWay();
    expect(gate.consider(leaving(unread(), way))).toEqual({ say: 'stop' });
    expect(way.cancel).toHaveBeenCalledTimes(1);
    expect(names(background.tell)).toEqual(['gate/ungated']);
  });
});

describe('a request that cannot wait', () => {
  const now = (way = fakeWay()) => leaving(toEngineering(), way, { mustAnswerNow: true });
  const ref = { origin: DESK, kind: 'ticket' as const, id: '104' };
  const status = (met: boolean) => ({ playbook: 'support-to-engineering', met, missing: met ? 0 : 4, revision: 1 });

  it('is refused while something is missing, and can never be let go later', async () => {
    const { gate, background } = gateWith();
    const way = fakeWay();
    expect(gate.consider(now(way))).toEqual({ say: 'stop' });
    await settled();
    expect(background.ask).toHaveBeenCalledWith('gate/held', expect.objectContaining({ alive: false }), 2_000);
    expect(gate.letGo(gate.holds.all()[0]?.attempt as string)).toBe(false);
    expect(way.go).not.toHaveBeenCalled();
  });

  it('goes when everything is there, as the attempt that the background records', async () => {
    const { gate, memory, background } = gateWith({ background: answers('release') });
    memory.learnStatus(ref, status(true));
    const answer = gate.consider(now());
    await settled();
    const asked = background.ask.mock.calls[0] as unknown as [string, { attempt: string }];
    expect(answer).toEqual({ say: 'go', attempt: asked[1].attempt });
    expect(gate.consider(now()).say).toBe('go');
    memory.learnStatus(ref, status(false));
    expect(gate.consider(now()).say).toBe('stop');
  });

  it('before the memory has arrived passes, and is recorded', () => {
    const { gate, background } = gateWith({ memory: null });
    expect(gate.consider(now())).toEqual({ say: 'go' });
    expect(names(background.tell)).toEqual(['gate/ungated']);
  });
});

describe('a gate whose Baton was updated', () => {
  it('stops nothing any more', () => {
    const { gate, background } = gateWith();
    background.state.orphaned = true;
    expect(gate.consider(leaving(toEngineering(), fakeWay()))).toEqual({ say: 'go' });
    expect(gate.consider(leaving(unread(), fakeWay()))).toEqual({ say: 'go' });
    expect(background.tell).not.toHaveBeenCalled();
  });
});
