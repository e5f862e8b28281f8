import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseRef } from '../../../lib/model/case';
import type { Handoff } from '../../../lib/model/handoff';
import type { Landing } from '../../../lib/model/landing';
import { landed, tabClosed } from '../../../lib/service/landing';
import { startedAnew, sweep } from '../../../lib/service/sweep';
import { beginSending } from '../../../lib/store/handoffs';
import { sightingsOf } from '../../../lib/store/sightings';
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

describe('the page that answers a form or link', () => {
  const led: Landing = { status: 200, redirected: true, signIn: false, home: true, again: false };
  const lands = (
    landing: Partial<Landing> = {},
    { loadedAt = LEFT + 500, tab = TAB, rows: shown = [] as Row[] } = {},
  ) => heard['case/rows']({ rows: shown, loadedAt, landing: { ...led, ...landing } }, { ...page, tab });
  type Row = { ref: CaseRef; values: Record<string, string> };
  const lines = () => world.told.flatMap((message) => (message.tell === 'line' ? [message.line.key] : []));

  it('tells that it went, where it shows no case: said there, its values known', async () => {
    await begin({ door: 'form' });
    await lands();
    expect(await states()).toEqual(['sent']);
    expect((await events())[0]?.payload).toMatchObject({ kind: 'sent', proof: 'page' });
    await vi.waitFor(() => expect(lines()).toEqual(['line_sent']));
    expect((await sightingsOf([ref()]))[0]?.values['team']).toEqual({ label: 'Small team' });
  });

  it('tells that it did not, and why', async () => {
    await begin({ door: 'link' });
    await lands({ signIn: true, home: false });
    expect(await states()).toEqual(['failed']);
    expect((await events())[0]?.payload).toMatchObject({ kind: 'failed', why: 'signed-out' });
    await vi.waitFor(() => expect(lines()).toEqual(['line_signed_out']));
  });

  it.each<[string, Partial<Handoff>, Parameters<typeof lands>[1], Partial<Landing>]>([
    ['what left as a request', { door: 'wire' }, {}, {}],
    ['what left nobody knows how', {}, {}, {}],
    ['what left from another tab', { door: 'form' }, { tab: TAB + 1 }, {}],
    ['what left long before the page began to load', { door: 'form' }, { loadedAt: LEFT + 3_001 }, {}],
    ['what left after it was loaded', { door: 'form' }, { loadedAt: LEFT - 1 }, {}],
    ['what is not confirmed already', { door: 'form', state: 'unconfirmed' }, {}, {}],
    ['the case that it shows, which is read', { door: 'form' }, {}, { shows: ref() }],
    [
      'a case in whose row another value stands',
      { door: 'form' },
      { rows: [{ ref: ref(), values: { team: 'Support' } }] },
      {},
    ],
  ])('tells nothing of %s', async (_, handoff, how, landing) => {
    await begin(handoff);
    const [before] = await states();
    await lands(landing, how);
    expect(await states()).toEqual([before]);
  });
});

describe('what nobody is left to tell of', () => {
  it('a closed tab: not confirmed', async () => {
    await begin({}, { tab: TAB + 1 });
    await tabClosed(TAB);
    expect(await states()).toEqual(['unconfirmed', 'sending']);
  });

  describe('a window that closed itself', () => {
    const later = async () => {
      vi.useFakeTimers({ toFake: ['setTimeout'] });
      await begin({}, { tab: TAB + 1 });
      await tabClosed(TAB + 1);
      return async () => {
        await vi.advanceTimersByTimeAsync(8_000);
        vi.useRealTimers();
      };
    };
    const said = () => world.told.flatMap((message) => (message.tell === 'line' ? [message.line.key] : []));

    it('is said to be not confirmed on the page behind, where that proves nothing', async () => {
      await (await later())();
      await vi.waitFor(() => expect(said()).toEqual(['line_unconfirmed']));
    });

    it('was sent, where the page behind proves it', async () => {
      const pass = await later();
      await rows({ team: 'Small team' }, { id: '2' });
      await pass();
      await new Promise((done) => setTimeout(done, 50));
      expect(said()).toEqual(['line_sent']);
    });
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
