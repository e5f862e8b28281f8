import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { sayAfterwards, sayWaiting } from '../../../lib/service/afterwards';
import { gateCalls } from '../../../lib/service/gate-calls';
import { endHold, endHoldsOf } from '../../../lib/service/hold';
import { readTab } from '../../../lib/service/tab-state';
import { saveSighting } from '../../../lib/store/sightings';
import { DESK, events, handing, kinds, newWorld, page, playbook, snapshot, TAB } from './world';

let world: Awaited<ReturnType<typeof newWorld>>;
const open = (...tabs: number[]) =>
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs.map((id) => ({ id })) as never);
const said = () => world.told.flatMap((message) => (message.tell === 'line' ? [message.line] : []));
const keys = () => said().map(({ key }) => key);

beforeEach(async () => {
  vi.restoreAllMocks();
  world = await newWorld(playbook());
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a line about a page that was left', () => {
  it('is said on the next page of its tab, once, with what the case is called', async () => {
    await saveSighting(snapshot({ subject: 'Export fails' }));
    await sayAfterwards(TAB, 'line_left', [handing()]);
    expect(said()).toEqual([]);
    await sayWaiting(TAB, DESK);
    await sayWaiting(TAB, DESK);
    expect(said()).toEqual([{ key: 'line_left', subs: ['Small team', 'Export fails'], tone: 'warn' }]);
  });

  it('is said there too where that page came before the word of the one that was left', async () => {
    await sayAfterwards(TAB, 'line_left', [handing()]);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(() => expect(keys()).toEqual(['line_left']));
  });

  it('waits for its own tab while that is open, and for any of its desk once it is closed', async () => {
    open(TAB, 8);
    await sayAfterwards(TAB, 'line_left', [handing()]);
    await sayWaiting(8, DESK);
    expect(keys()).toEqual([]);
    open(8);
    await vi.advanceTimersByTimeAsync(2_000);
    await sayWaiting(8, 'https://other.example');
    expect(keys()).toEqual([]);
    await sayWaiting(8, DESK);
    expect(keys()).toEqual(['line_left']);
  });

  it('of several the last is said', async () => {
    await sayAfterwards(TAB, 'line_left', [handing()]);
    await sayAfterwards(TAB, 'line_left_unsaved', [handing('2')]);
    await sayWaiting(TAB, DESK);
    await sayWaiting(TAB, DESK);
    expect(keys()).toEqual(['line_left_unsaved']);
  });
});

describe('what is sent when the page is gone', () => {
  const ungated = (more = {}) =>
    gateCalls['gate/ungated']({ url: `${DESK}/`, why: 'left', changes: [handing()], ...more }, page);

  it('went unchecked: on record, and said on the next page alone', async () => {
    await ungated();
    expect((await events())[0]?.payload).toMatchObject({ why: 'left', to: 'Small team' });
    expect(keys()).toEqual([]);
    await sayWaiting(TAB, DESK);
    expect(keys()).toEqual(['line_left']);
  });

  it('or stayed behind, where policy says so', async () => {
    await ungated({ refused: true });
    await sayWaiting(TAB, DESK);
    expect(keys()).toEqual(['line_left_refused']);
  });
});

describe('what was held on leaving', () => {
  const held = (more = {}) =>
    gateCalls['gate/held'](
      { attempt: 'a1', door: 'wire', url: `${DESK}/case/1`, handoffs: [handing()], alive: true, ...more },
      page,
    );

  it('and is left all the same was not saved: the next page says so', async () => {
    await held({ onLeaving: true });
    await endHold(TAB, 'a1', 'page left');
    await sayWaiting(TAB, DESK);
    expect(keys()).toEqual(['line_left_unsaved']);
  });

  it('is no news to who took it back', async () => {
    await held({ onLeaving: true });
    await endHold(TAB, 'a1', 'not now');
    await sayWaiting(TAB, DESK);
    expect(keys()).toEqual([]);
  });

  it('nor is what was held at a press', async () => {
    await held();
    await endHold(TAB, 'a1', 'page left');
    await sayWaiting(TAB, DESK);
    expect(keys()).toEqual([]);
  });

  it('ends with its tab, where the page could say no more', async () => {
    const asked = held({ onLeaving: true });
    await endHoldsOf(TAB);
    expect(await asked).toEqual({ do: 'hold' });
    expect(await kinds()).toEqual(['held', 'cancelled']);
    expect((await readTab(TAB)).holds).toEqual([]);
  });
});
