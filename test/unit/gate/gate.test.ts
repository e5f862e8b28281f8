// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GateAnswer } from '../../../lib/messages/protocol';
import type { CaseChange } from '../../../lib/model/attempt';
import { attempt, DESK, practice, rt } from './attempts';
import { answers, fakeBackground, fakeWay, gateMemory, gateWith, leaving, settled, toEngineering } from './gates';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

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

describe('what leaves', () => {
  const team = (made: ReturnType<typeof toEngineering>, way = fakeWay({ comesBack: true })) => leaving(made, way);
  const left = ({ tell }: ReturnType<typeof fakeBackground>) =>
    tell.mock.calls.filter(([name]) => name === 'gate/left').map(([, input]) => input);

  it('as a navigation is told to the background, for the next page: what hands nothing over, and what was let go', async () => {
    const { gate, background } = gateWith({ background: answers('release') });
    gate.consider(team(attempt(`${DESK}/case/104/reply`, { fields: { status: 'solved' } })));
    expect(left(background)).toEqual([
      {
        url: `${DESK}/case/104/reply`,
        at: 1_000_000,
        changes: [expect.objectContaining({ changes: [{ field: 'status', to: { label: 'solved', id: 'solved' } }] })],
      },
    ]);
    gate.consider(team(toEngineering('form')));
    await settled();
    expect(left(background)).toHaveLength(1);
    // Let go, it comes past the gate again.
    gate.consider(team(toEngineering('form')));
    expect(left(background)).toHaveLength(2);
  });

  it('by a script’s request is not, nor is what changes nothing', () => {
    const { gate, background } = gateWith();
    gate.consider(
      leaving(attempt(`${DESK}/case/104/reply`, { door: 'wire', fields: { status: 'solved' } }), fakeWay()),
    );
    gate.consider(team(attempt(`${DESK}/case/104/reply`, { fields: {} })));
    expect(left(background)).toEqual([]);
  });

  it('is followed by what it changes, whatever becomes of it', async () => {
    const { gate } = gateWith();
    const follow = vi.fn();
    for (const fields of [{ status: 'solved' }, { owner: 'jonas' }, {}])
      gate.consider(leaving(attempt(`${DESK}/case/104/reply`, { door: 'wire', fields }), fakeWay(), { follow }));
    expect(follow.mock.calls.map(([[one]]) => one.changes[0].to.label)).toEqual(['solved', 'jonas']);
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
      use: 'control' as const,
    };
  };

  it('sends one request for its case, which may name its values otherwise', async () => {
    const { gate } = gateWith({ background: answers('release') });
    gate.consider(press('Engineering'));
    await settled();
    const follow = vi.fn();
    const said = () => gate.consider(leaving(toEngineering(), fakeWay(), { follow }));
    expect(said()).toEqual({ say: 'go', attempt: expect.any(String) });
    // What the request names and what the page showed are one change: both are told.
    expect(follow.mock.calls[0]?.[0].map((one: CaseChange) => one.changes[0]?.to.label)).toEqual([
      'jonas',
      'Engineering',
    ]);
    expect(said()).toEqual({ say: 'stop' });
  });

  it('goes though its press may be two changes, of which the other hands nothing over', async () => {
    const { gate } = gateWith({ background: answers('release') });
    gate.consider(press('Engineering'));
    await settled();
    // The same press comes by once more, first as what is no handoff.
    expect(gate.consider(press('Sales'))).toEqual({ say: 'go' });
    expect(gate.consider(press('Engineering'))).toEqual({ say: 'go', attempt: expect.any(String) });
  });

  it('sends it once, whether its values are named as the page showed them or otherwise', async () => {
    for (const [first, second] of [
      ['jonas', 'Priya Nair'],
      ['Priya Nair', 'jonas'],
    ]) {
      const { gate } = gateWith({ background: answers('release') });
      // As the page shows it: the same owner, named by the same word.
      const owner = { ...shown('jonas'), changes: [{ field: 'owner', to: { label: 'jonas', id: 'jonas' } }] };
      gate.consider({ ...press('jonas'), changes: [owner] });
      await settled();
      const request = (name = '') => attempt(`${DESK}/case/104/reply`, { door: 'wire', fields: { owner: name } });
      expect(gate.consider(leaving(request(first), fakeWay()))).toMatchObject({ say: 'go' });
      expect(gate.consider(leaving(request(second), fakeWay()))).toEqual({ say: 'stop' });
    }
  });

  it('may first send the event of its form, as the same attempt', async () => {
    const { gate } = gateWith({ background: answers('release') });
    gate.consider(press('Engineering'));
    await settled();
    expect(gate.consider({ ...press('Engineering') }).say).toBe('go');
    const form = () => gate.consider(leaving(toEngineering('form'), fakeWay())).say;
    expect([form(), form()]).toEqual(['go', 'stop']);
  });

  it('that is gone from the page lets nothing go', async () => {
    const { gate } = gateWith({ background: answers('release') });
    const way = { ...fakeWay({ comesBack: true }), go: () => false };
    gate.consider({ ...press('Engineering'), way });
    await settled();
    expect(gate.consider(leaving(toEngineering(), fakeWay()))).toEqual({ say: 'stop' });
  });

  it('lets nothing of another case go', async () => {
    const { gate } = gateWith({ background: answers('release') });
    gate.consider(press('Engineering'));
    await settled();
    expect(gate.consider(leaving(toEngineering('wire', '105'), fakeWay()))).toEqual({ say: 'stop' });
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
