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
  it('goes by policy where something is missing, for nobody can be asked; and is judged as ever once the page is shown again', async () => {
    const { gate, background } = gateWith();
    gate.leave();
    expect(gate.consider(leaving(toEngineering(), fakeWay()))).toEqual({ say: 'go' });
    expect(background.tell.mock.calls).toEqual([['gate/ungated', expect.objectContaining({ why: 'left' })]]);
    expect(gate.holds.size).toBe(0);
    gate.stay();
    gate.consider(leaving(toEngineering('wire', '105'), fakeWay()));
    expect(gate.holds.size).toBe(1);
  });

  it('stays behind where policy is closed, and the record says so', () => {
    const { gate, background } = gateWith({ memory: gateMemory({ whenUnsure: 'closed' }) });
    const way = fakeWay();
    gate.leave();
    expect(gate.consider(leaving(toEngineering(), way))).toEqual({ say: 'stop' });
    expect(way.cancel).toHaveBeenCalledTimes(1);
    expect(background.tell.mock.calls).toEqual([['gate/ungated', expect.objectContaining({ refused: true })]]);
  });

  it('goes by policy before the gate has its memory', () => {
    const { gate, background } = gateWith({ memory: null });
    gate.leave();
    expect(gate.consider(leaving(toEngineering(), fakeWay()))).toEqual({ say: 'go' });
    expect(names(background.tell)).toEqual(['gate/ungated']);
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

describe('what a page sends while it asks whether it may be left', () => {
  /** Sends it from a listener of the page's. Out: whether the browser asks the person to stay. */
  const whileAsking = (gate: ReturnType<typeof gateWith>['gate'], send: () => void) => {
    const event = new Event('beforeunload', { cancelable: true });
    const page = new EventTarget();
    page.addEventListener('beforeunload', (asked) => gate.asked(asked));
    page.addEventListener('beforeunload', send);
    page.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('keeps the page where something is missing, and is held there', async () => {
    const { gate, background } = gateWith();
    expect(whileAsking(gate, () => gate.consider(leaving(toEngineering(), fakeWay())))).toBe(true);
    await settled();
    expect(background.ask.mock.calls[0]).toMatchObject(['gate/held', { alive: true, onLeaving: true }, 2_000]);
    expect(gate.holds.size).toBe(1);
  });

  it('is one hold, however often it is tried', async () => {
    const { gate } = gateWith();
    const send = () => gate.consider(leaving(toEngineering(), fakeWay()));
    for (let n = 0; n < 3; n += 1) expect(whileAsking(gate, send)).toBe(true);
    await settled();
    expect(gate.holds.size).toBe(1);
  });

  it('keeps the page for as long as it is held, though the desk takes it for saved', () => {
    const { gate } = gateWith();
    whileAsking(gate, () => gate.consider(leaving(toEngineering(), fakeWay())));
    expect(whileAsking(gate, () => undefined)).toBe(true);
    gate.cancel(gate.holds.all()[0]?.attempt as string);
    expect(whileAsking(gate, () => undefined)).toBe(false);
  });

  it('keeps nobody where it hands nothing over, or everything is there', async () => {
    const { gate, memory } = gateWith({ background: answers('release') });
    const ref = { origin: DESK, kind: 'ticket' as const, id: '104' };
    memory.learnStatus(ref, { playbook: 'support-to-engineering', met: true, missing: 0, revision: 1 });
    expect(whileAsking(gate, () => gate.consider(leaving(toEngineering(), fakeWay())))).toBe(false);
    const reply = attempt(`${DESK}/case/105/reply`, { door: 'wire', fields: { owner: '' } });
    expect(whileAsking(gate, () => gate.consider(leaving(reply, fakeWay())))).toBe(false);
  });

  it('goes by policy where the browser would ask nobody, for nobody touched the page', () => {
    const { gate, background } = gateWith();
    vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } });
    const send = () => expect(gate.consider(leaving(toEngineering(), fakeWay()))).toEqual({ say: 'go' });
    expect(whileAsking(gate, send)).toBe(false);
    vi.unstubAllGlobals();
    expect(names(background.tell)).toEqual(['gate/ungated']);
  });

  it('afterwards a page is asked about as ever', () => {
    const { gate } = gateWith();
    whileAsking(gate, () => undefined);
    gate.consider(leaving(toEngineering(), fakeWay()));
    expect(gate.holds.all()[0]?.onLeaving).toBeUndefined();
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
