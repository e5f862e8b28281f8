import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { gateCalls } from '../../../lib/service/gate-calls';
import { endHold } from '../../../lib/service/hold';
import { DESK, handing, moves, newWorld, page, playbook, ref, TAB } from './world';

/** What the page shows at the places that it is asked about, and what it was told to say. */
let shows: (string | null)[] | undefined;
let said: unknown[];

beforeEach(async () => {
  vi.restoreAllMocks();
  await newWorld(playbook());
  said = [];
  shows = ['Small team'];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (_: number, message: { tell?: string }) => {
    if (message.tell === 'shown') return shows && { shown: shows };
    if (message.tell === 'still-shown') said.push(message);
    return undefined;
  }) as never);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => vi.useRealTimers());

async function takenBack(why = 'not now', changes = [moves()]) {
  const handoffs = [handing('1', changes)];
  await gateCalls['gate/held']({ attempt: 'a1', door: 'wire', url: `${DESK}/case/1`, handoffs, alive: true }, page);
  await endHold(TAB, 'a1', why);
  await vi.advanceTimersByTimeAsync(1_500);
}

it('a page that goes on showing what was taken back is told what the desk has', async () => {
  await takenBack();
  expect(said).toEqual([
    {
      tell: 'still-shown',
      line: { key: 'line_still_shown', subs: ['Small team', 'Support'], tone: 'warn' },
      place: { ref: ref(), field: 'team' },
      value: 'Small team',
    },
  ]);
});

it('where nobody saw what the case held before, it says less', async () => {
  await takenBack('not now', [moves(null)]);
  expect(said).toMatchObject([{ line: { key: 'line_still_shown_alone', subs: ['Small team'] } }]);
});

it.each([
  ['shows the old value again', ['Support']],
  ['shows nothing of it', [null]],
  ['does not answer', undefined],
  ['answers nonsense', [7 as never]],
])('a page that %s is told nothing', async (_, values) => {
  shows = values;
  await takenBack();
  expect(said).toEqual([]);
});

it('nor is one that is being left', async () => {
  await takenBack('page left');
  expect(said).toEqual([]);
});
