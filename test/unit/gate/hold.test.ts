// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PASS_LIFE } from '../../../lib/gate/passes';
import { SENDS_WITHIN } from '../../../lib/gate/released';
import { type OverlayFace, shared } from '../../../lib/gate/shared';
import { attempt, DESK } from './attempts';
import { answers, fakeWay, gateWith, leaving, names, settled, silent, toEngineering } from './gates';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
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

  describe('of a form after which the page stays', () => {
    const event = ({ gate }: Awaited<ReturnType<typeof held>>) =>
      gate.consider(leaving(toEngineering('form'), fakeWay()));
    const request = ({ gate }: Awaited<ReturnType<typeof held>>, door: 'form' | 'wire' = 'wire') =>
      gate.consider(leaving(toEngineering(door), fakeWay(), { use: 'request' }));
    const outcomes = ({ background }: Awaited<ReturnType<typeof held>>) =>
      background.tell.mock.calls.flatMap(([name, said]) => (name === 'gate/outcome' ? [said.outcome] : []));
    const released = async () => {
      const made = await held('form');
      made.gate.letGo(made.attempt);
      event(made);
      return made;
    };
    // Timers of real browsers are late by some milliseconds.
    const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds + 7);

    it('says within five seconds that nothing was sent, and once', async () => {
      const made = await released();
      pass(SENDS_WITHIN);
      expect(SENDS_WITHIN).toBeLessThan(5_000);
      expect(outcomes(made)).toEqual(['refused']);
      pass(PASS_LIFE);
      expect(outcomes(made)).toEqual(['refused']);
    });

    it('judges what is sent after that like any other, so that it leaves once and counts', async () => {
      const made = await released();
      pass(SENDS_WITHIN);
      made.background.ask.mockClear();
      expect(request(made).say).toBe('stop');
      await settled();
      expect(made.background.ask).toHaveBeenCalledTimes(1);
    });

    it('says nothing where a request carries it, three seconds later too', async () => {
      const made = await released();
      pass(3_000);
      expect(request(made)).toMatchObject({ say: 'go', attempt: made.attempt });
      pass(PASS_LIFE);
      expect(outcomes(made)).toEqual([]);
    });

    it('does not confirm it where something left that nobody knows, or the desk is slow to answer', async () => {
      const unknown = await released();
      unknown.gate.released.mayHaveLeft();
      pass(SENDS_WITHIN);
      expect(outcomes(unknown)).toEqual([]);
      pass(PASS_LIFE);
      expect(outcomes(unknown)).toEqual(['lost']);

      const slow = await released();
      request(slow, 'form');
      pass(SENDS_WITHIN);
      expect(outcomes(slow)).toEqual([]);
      pass(PASS_LIFE);
      expect(outcomes(slow)).toEqual(['lost']);
    });

    it('takes a request that only reads for nothing sent, unless it was a link: its page may fetch the address', async () => {
      const form = await released();
      form.gate.released.mayHaveLeft(true);
      pass(SENDS_WITHIN);
      expect(outcomes(form)).toEqual(['refused']);

      const link = gateWith();
      link.gate.consider(leaving(toEngineering('form'), fakeWay({ comesBack: true })));
      await settled();
      const [hold] = link.gate.holds.all();
      if (hold) hold.door = 'link';
      link.gate.letGo(hold?.attempt as string);
      link.gate.released.mayHaveLeft(true);
      pass(SENDS_WITHIN);
      expect(link.background.tell).not.toHaveBeenCalled();
    });

    it('does not say so where the page cannot see what it sends', async () => {
      const made = gateWith();
      made.gate.consider(leaving(toEngineering('form'), { ...fakeWay({ comesBack: true }), unseen: true }));
      await settled();
      made.gate.letGo(made.gate.holds.all()[0]?.attempt as string);
      pass(SENDS_WITHIN);
      expect(made.background.tell).not.toHaveBeenCalled();
    });
  });

  it('says that nothing was sent where the background let it go and it is gone from the page', async () => {
    const { gate, background } = gateWith({ background: answers('release') });
    const way = { ...fakeWay({ comesBack: true }), go: () => false };
    gate.consider(leaving(toEngineering('form'), way));
    await settled();
    expect(background.tell).toHaveBeenCalledWith('gate/outcome', { attempt: expect.any(String), outcome: 'refused' });
  });

  it('of what the page took back says that it is gone', async () => {
    const { gate, way, attempt, background } = await held();
    gate.lost(way);
    expect(background.tell).toHaveBeenCalledWith('gate/gone', { attempt });
    expect(gate.letGo(attempt)).toBe(false);
    expect(way.go).not.toHaveBeenCalled();
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
