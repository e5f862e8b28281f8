import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handoff } from '../../../lib/model/handoff';
import { landed, tabClosed } from '../../../lib/service/landing';
import { startedAnew, sweep } from '../../../lib/service/sweep';
import { beginSending } from '../../../lib/store/handoffs';
import { handoff } from '../audit/lines';
import { DESK, events, handoffs, heard, moves, newWorld, page, playbook, ref, TAB } from './world';

const LEFT = Date.now() - 5_000;
const begin = (...more: Partial<Handoff>[]) =>
  beginSending(
    more.map((one, i) =>
      handoff(`h${i}`, {
        ref: ref(String(i + 1)),
        playbook: 'small',
        attempt: 'a1',
        tab: TAB,
        changes: [moves()],
        state: 'sending',
        to: 'Small team',
        createdAt: LEFT,
        updatedAt: LEFT,
        ...one,
      }),
    ),
    [],
    'amara',
    LEFT,
  );
const states = async () => (await handoffs()).map(({ state }) => state);
const rows = (values: Record<string, string>, { id = '1', tab = TAB, loadedAt = LEFT + 1 } = {}) =>
  heard['case/rows']({ rows: [{ ref: ref(id), values }], loadedAt }, { ...page, tab });

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  world = await newWorld(playbook());
});
afterEach(() => vi.useRealTimers());

describe('the page after a bulk update', () => {
  it('is asked for the rows of what is on its way, by the fields that change by themselves', async () => {
    await begin(
      {
        changes: [
          { field: 'owner', to: { label: 'jonas' } },
          { ...moves(), implied: true },
        ],
      },
      { state: 'sent' },
    );
    await landed(TAB, DESK);
    expect(world.told).toContainEqual({ tell: 'look-for', cases: [{ ref: ref('1'), fields: ['owner'] }] });
  });

  it('is left alone where nothing is on its way, or only on another desk', async () => {
    await begin({ ref: { ...ref(), origin: 'https://other.example' } });
    await landed(TAB, DESK);
    expect([world.told, world.executed.mock.calls]).toEqual([[], []]);
  });

  it('proves by its rows which cases arrived', async () => {
    await begin({}, {});
    await rows({ team: 'Small team' });
    expect(await states()).toEqual(['sent', 'sending']);
    expect((await events())[0]?.payload).toMatchObject({ kind: 'sent', proof: 'page' });
    await rows({ team: 'Small team' }, { id: '2', tab: TAB + 1 });
    expect((await events())[1]?.payload).toMatchObject({ kind: 'sent', proof: 'visit' });
  });

  it('proves nothing by a row that is old, shows something else, or shows a part', async () => {
    await begin({ changes: [moves(), { field: 'status', to: { label: 'Open' } }] });
    await rows({ team: 'Small team', status: 'Open' }, { loadedAt: LEFT - 1 });
    await rows({ team: 'Support', status: 'Open' });
    await rows({ team: 'Small team' });
    expect(await states()).toEqual(['sending']);
  });

  it('leaves what it does not prove unconfirmed, after a moment, and says so', async () => {
    await begin({}, { tab: TAB + 1 });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await landed(TAB, DESK);
    vi.advanceTimersByTime(8_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await states()).toEqual(['unconfirmed', 'sending']));
    await vi.waitFor(() =>
      expect(world.told).toContainEqual(
        expect.objectContaining({ line: expect.objectContaining({ key: 'line_unconfirmed' }) }),
      ),
    );
    await rows({ team: 'Small team' });
    expect(await states()).toEqual(['sent', 'sending']);
  });
});

describe('what nobody is left to tell of', () => {
  it('a closed tab: not confirmed', async () => {
    await begin({}, { tab: TAB + 1 });
    await tabClosed(TAB);
    expect(await states()).toEqual(['unconfirmed', 'sending']);
  });

  it('a browser that ended: not confirmed from its next start on, once', async () => {
    expect([await startedAnew(), await startedAnew()]).toEqual([true, false]);
    await begin({});
    await sweep();
    expect(await states()).toEqual(['sending']);
    await sweep(true);
    expect(await states()).toEqual(['unconfirmed']);
  });

  it('a worker that ended: not confirmed after two minutes', async () => {
    await begin({ createdAt: Date.now() - 121_000 });
    await sweep();
    expect(await states()).toEqual(['unconfirmed']);
  });
});
