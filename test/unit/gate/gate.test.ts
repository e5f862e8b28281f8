// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PASS_LIFE } from '../../../lib/gate/passes';
import { type OverlayFace, shared } from '../../../lib/gate/shared';
import type { GateAnswer, GateMemory } from '../../../lib/messages/protocol';
import type { CaseChange } from '../../../lib/model/attempt';
import { attempt, DESK, practice, rt } from './attempts';
import { fakeBackground, fakeWay, gateMemory, gateWith, leaving, settled, toEngineering } from './gates';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const names = (tell: ReturnType<typeof fakeBackground>['tell']) => tell.mock.calls.map(([name]) => name);
const answers = (answer: GateAnswer['do']) => fakeBackground(async () => ({ do: answer }));
const silent = () => fakeBackground(() => Promise.reject(new Error('no answer')));
const unread = () => attempt(`${DESK}/case/104/reply`, { door: 'wire', body: { as: 'unread', why: 'a stream' } });

describe('what hands nothing over', () => {
  it.each([
    ['a change that no playbook waits for', { status: 'solved' }],
    ['a reply that changes nothing', {}],
    ['an owner in the same team', { owner: 'Amara Okafor' }],
  ])('%s passes at once, and nobody is asked', (_, fields) => {
    const { gate, background } = gateWith();
    const made = attempt(`${DESK}/case/104/reply`, { door: 'wire', fields });
    expect(gate.consider(leaving(made, fakeWay()))).toEqual({ say: 'go' });
    expect(background.ask).not.toHaveBeenCalled();
    expect(background.tell).not.toHaveBeenCalled();
  });
});

describe('a released control', () => {
  const shown = (label: string): CaseChange => ({
    ref: { origin: DESK, kind: 'ticket', id: '104' },
    changes: [{ field: 'team', to: { label } }],
  });
  const press = (label: string) => {
    const made = attempt(`${DESK}/case/104`, { door: 'control', method: 'GET' });
    return {
      ...leaving(made, fakeWay({ comesBack: true })),
      matched: [],
      changes: [shown(label)],
      use: 'event' as const,
    };
  };

  it('sends one request for its case, which may name its values otherwise', async () => {
    const { gate } = gateWith({ background: answers('release') });
    gate.consider(press('Engineering'));
    await settled();
    const said = () => gate.consider(leaving(toEngineering(), fakeWay()));
    expect(said()).toEqual({ say: 'go', attempt: expect.any(String) });
    expect(said()).toEqual({ say: 'stop' });
  });

  it('lets nothing of another case go', async () => {
    const { gate } = gateWith({ background: answers('release') });
    gate.consider(press('Engineering'));
    await settled();
    expect(gate.consider(leaving(toEngineering('wire', '105'), fakeWay()))).toEqual({ say: 'stop' });
  });
});

describe('the checklist of what is stopped', () => {
  const seen: string[] = [];
  beforeEach(() => {
    seen.length = 0;
    shared().overlay = {
      snapshot: () => null,
      expect: (handoffs) => void seen.push(handoffs ? handoffs.map(({ ref }) => ref.id).join() : 'nothing'),
    } as OverlayFace;
  });
  afterEach(() => {
    delete shared().overlay;
  });

  it('may be shown in the same turn, before the background has said a word', async () => {
    const { gate } = gateWith();
    gate.consider(leaving(toEngineering(), fakeWay()));
    expect(seen).toEqual(['104']);
    await settled();
    expect(seen).toEqual(['104']);
  });

  it.each([
    ['there is nothing to ask', answers('release')],
    ['nobody answers', silent()],
  ])('goes again where %s', async (_, background) => {
    const { gate } = gateWith({ background });
    gate.consider(leaving(toEngineering(), fakeWay()));
    await settled();
    expect(seen).toEqual(['104', 'nothing']);
  });

  it('is not shown for one that is complete, as far as the gate was told', () => {
    const { gate, memory } = gateWith();
    const ref = { origin: DESK, kind: 'ticket' as const, id: '104' };
    memory.learnStatus(ref, { playbook: 'support-to-engineering', met: true, missing: 0, revision: 1 });
    gate.consider(leaving(toEngineering(), fakeWay()));
    expect(seen).toEqual([]);
  });
});

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

describe('what hands over', () => {
  it('is stopped, and stays held when the background says so', async () => {
    const { gate, background } = gateWith();
    const way = fakeWay();
    expect(gate.consider(leaving(toEngineering(), way))).toEqual({ say: 'stop' });
    await settled();
    expect(background.ask).toHaveBeenCalledTimes(1);
    expect(background.ask.mock.calls[0]).toMatchObject([
      'gate/held',
      {
        door: 'wire',
        alive: true,
        handoffs: [
          {
            ref: { origin: DESK, kind: 'ticket', id: '104' },
            playbook: 'support-to-engineering',
            changes: [
              { field: 'owner', to: { label: 'jonas' } },
              { field: 'team', to: { label: 'Engineering' }, implied: true },
            ],
          },
        ],
      },
      2_000,
    ]);
    expect(gate.holds.size).toBe(1);
    expect(way.go).not.toHaveBeenCalled();
    expect(background.rest).not.toHaveBeenCalled();
  });

  it.each(['release', 'pass'] as const)('goes once when the background says %s', async (answer) => {
    const { gate, background } = gateWith({ background: answers(answer) });
    const way = fakeWay();
    expect(gate.consider(leaving(toEngineering(), way)).say).toBe('stop');
    await settled();
    expect(way.go).toHaveBeenCalledTimes(1);
    expect(gate.holds.size).toBe(0);
    expect(background.stayAwake).toHaveBeenCalled();
    expect(background.rest).toHaveBeenCalled();
  });

  it('pressed again while the background thinks is the same attempt: asked once, gone once, and by the last press', async () => {
    let answer: (value: GateAnswer) => void = () => {};
    const background = fakeBackground(() => new Promise((resolve) => (answer = resolve)));
    const { gate } = gateWith({ background });
    const [first, second] = [fakeWay(), fakeWay()];
    gate.consider(leaving(toEngineering(), first));
    gate.consider(leaving(toEngineering(), second));
    await settled();
    expect(background.ask).toHaveBeenCalledTimes(1);
    expect(first.cancel).toHaveBeenCalledTimes(1);
    answer({ do: 'release' });
    await settled();
    expect(first.go).not.toHaveBeenCalled();
    expect(second.go).toHaveBeenCalledTimes(1);
  });

  it('is judged before the background is asked, so that the page need not wait for that', async () => {
    const { gate, background } = gateWith();
    gate.consider(leaving(toEngineering(), fakeWay()));
    expect(background.ask).not.toHaveBeenCalled();
    await settled();
    expect(background.ask).toHaveBeenCalledTimes(1);
  });

  it('pressed again while it is held asks again: the draft may be complete now', async () => {
    const say: GateAnswer[] = [{ do: 'hold' }, { do: 'release' }];
    const background = fakeBackground(async () => say.shift() as GateAnswer);
    const { gate } = gateWith({ background });
    const way = fakeWay();
    gate.consider(leaving(toEngineering(), fakeWay()));
    await settled();
    gate.consider(leaving(toEngineering(), way));
    await settled();
    const [first, second] = background.ask.mock.calls.map(
      ([, input]: unknown[]) => (input as { attempt: string }).attempt,
    );
    expect(second).toBe(first);
    expect(way.go).toHaveBeenCalledTimes(1);
  });
});

describe('letting go', () => {
  async function held(door: 'form' | 'wire' = 'wire') {
    const made = gateWith();
    const way = fakeWay(door === 'form' ? { comesBack: true } : {});
    made.gate.consider(leaving(toEngineering(door), way));
    await settled();
    const attempt = made.gate.holds.all()[0]?.attempt as string;
    return { ...made, way, attempt };
  }

  it('happens once, however often it is said', async () => {
    const { gate, way, attempt } = await held();
    expect(gate.letGo(attempt)).toBe(true);
    expect(gate.letGo(attempt)).toBe(false);
    expect(gate.obey({ tell: 'let-go', attempt })).toEqual({ went: false });
    expect(way.go).toHaveBeenCalledTimes(1);
    expect(way.go).toHaveBeenCalledWith(attempt);
  });

  it('of a form lets its own event and then its handler’s request pass, each once and as the same attempt', async () => {
    const { gate, attempt } = await held('form');
    gate.letGo(attempt);
    const again = () => gate.consider(leaving(toEngineering('form'), fakeWay()));
    const request = () => gate.consider(leaving(toEngineering('wire'), fakeWay()));
    expect(again()).toEqual({ say: 'go', attempt });
    expect(request()).toEqual({ say: 'go', attempt });
    expect(request().say).toBe('stop');
    expect(again().say).toBe('stop');
  });

  it('of a request opens nothing for another one of the same changes', async () => {
    const { gate, attempt } = await held('wire');
    gate.letGo(attempt);
    expect(gate.consider(leaving(toEngineering(), fakeWay())).say).toBe('stop');
  });

  it('lets nothing else pass: a form that was changed meanwhile is held anew', async () => {
    const { gate, attempt: held1 } = await held('form');
    gate.letGo(held1);
    const changed = attempt(`${DESK}/case/104/reply`, { fields: { owner: 'Priya Nair' } });
    expect(gate.consider(leaving(changed, fakeWay())).say).toBe('stop');
    expect(gate.consider(leaving(toEngineering('form', '105'), fakeWay())).say).toBe('stop');
  });

  it('is void after ten seconds and on leaving the case', async () => {
    const late = await held('form');
    late.gate.letGo(late.attempt);
    vi.advanceTimersByTime(PASS_LIFE);
    expect(late.gate.consider(leaving(toEngineering('form'), fakeWay())).say).toBe('stop');

    const left = await held('form');
    left.gate.letGo(left.attempt);
    left.gate.leftCase();
    expect(left.gate.consider(leaving(toEngineering('form'), fakeWay())).say).toBe('stop');
  });

  it('of a form that leads nowhere is reported as not confirmed; one that a request followed is not', async () => {
    const nowhere = await held('form');
    nowhere.gate.letGo(nowhere.attempt);
    nowhere.gate.consider(leaving(toEngineering('form'), fakeWay()));
    // Timers of real browsers are late by some milliseconds.
    vi.advanceTimersByTime(PASS_LIFE + 7);
    expect(nowhere.background.tell).toHaveBeenCalledWith('gate/outcome', { attempt: nowhere.attempt, outcome: 'lost' });

    const followed = await held('form');
    followed.gate.letGo(followed.attempt);
    followed.gate.consider(leaving(toEngineering('wire'), fakeWay()));
    vi.advanceTimersByTime(PASS_LIFE + 7);
    expect(followed.background.tell).not.toHaveBeenCalled();
  });

  it('of what the page took back says that it is gone', async () => {
    const { gate, way, attempt, background } = await held();
    gate.lost(way);
    expect(background.tell).toHaveBeenCalledWith('gate/gone', { attempt });
    expect(gate.letGo(attempt)).toBe(false);
    expect(way.go).not.toHaveBeenCalled();
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

describe('the end of a hold', () => {
  it('"not now" takes it back; a retry after it is held anew', async () => {
    const { gate, background } = gateWith();
    const [way, retry] = [fakeWay(), fakeWay()];
    gate.consider(leaving(toEngineering(), way));
    await settled();
    const first = gate.holds.all()[0]?.attempt as string;
    gate.obey({ tell: 'cancel', attempt: first, why: 'not now' });
    expect(way.cancel).toHaveBeenCalledTimes(1);
    expect(background.rest).toHaveBeenCalled();
    expect(gate.consider(leaving(toEngineering(), retry)).say).toBe('stop');
    await settled();
    expect(gate.holds.all()[0]?.attempt).not.toBe(first);
    expect(gate.letGo(first)).toBe(false);
    expect(retry.go).not.toHaveBeenCalled();
  });

  it('ten minutes without work take it back and say why; work on the draft starts them again', async () => {
    const { gate, background } = gateWith();
    const way = fakeWay();
    gate.consider(leaving(toEngineering(), way));
    await settled();
    vi.advanceTimersByTime(9 * 60_000);
    gate.obey({
      tell: 'draft',
      ref: { origin: DESK, kind: 'ticket', id: '104' },
      status: { playbook: 'support-to-engineering', met: false, missing: 2, revision: 2 },
    });
    vi.advanceTimersByTime(9 * 60_000);
    gate.endIdle();
    expect(way.cancel).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    gate.endIdle();
    expect(way.cancel).toHaveBeenCalledTimes(1);
    expect(background.tell).toHaveBeenCalledWith('gate/cancelled', expect.objectContaining({ why: 'idle' }));
  });

  it('leaving the page takes all back', async () => {
    const { gate, background } = gateWith();
    const [one, two] = [fakeWay(), fakeWay()];
    gate.consider(leaving(toEngineering('wire', '1'), one));
    gate.consider(leaving(toEngineering('wire', '2'), two));
    await settled();
    gate.cancelAll('page left');
    expect([one.cancel.mock.calls.length, two.cancel.mock.calls.length]).toEqual([1, 1]);
    expect(names(background.tell)).toEqual(['gate/cancelled', 'gate/cancelled']);
    expect(gate.holds.size).toBe(0);
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

describe('several cases at once', () => {
  it('are one attempt, with only those cases that hand over', async () => {
    const { gate, background } = gateWith({ memory: gateMemory({ site: 'request-tracker' }) });
    const made = attempt('https://rt.example/Search/Bulk.html', {
      fields: { UpdateTicket: ['3', '5'], Queue: '4' },
      labels: { Queue: [{ value: '4', now: 'Engineering' }] },
    });
    expect(gate.consider(leaving(made, fakeWay(), { site: rt })).say).toBe('stop');
    await settled();
    const [, input] = background.ask.mock.calls[0] as unknown as [string, { handoffs: { ref: { id: string } }[] }];
    expect(input.handoffs.map(({ ref }) => ref.id)).toEqual(['3', '5']);
  });
});

describe('the handoff that a form shows before any press', () => {
  it('is seen without stopping, telling or asking anybody', () => {
    const { gate, background } = gateWith();
    const made = toEngineering('form');
    const { matched } = leaving(made, fakeWay());
    expect(gate.preview(made, practice, matched)).toMatchObject([{ playbook: 'support-to-engineering' }]);
    expect(background.ask).not.toHaveBeenCalled();
    expect(background.tell).not.toHaveBeenCalled();
    expect(gate.holds.size).toBe(0);
    expect(gateWith({ memory: null }).gate.preview(made, practice, matched)).toEqual([]);
  });
});
