import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { gateCalls } from '../../../lib/service/gate-calls';
import { endHold } from '../../../lib/service/hold';
import { beginSending } from '../../../lib/store/handoffs';
import { handoff } from '../store/fixtures';
import { DESK, handing, handoffs, moves, newWorld, page, playbook, ref, TAB } from './world';

/** What the page shows at the places that it is asked about, and what it was told to say. */
let shows: (string | null)[] | undefined;
let said: unknown[];
/** Which document of the tab each of these was told. */
let told: unknown[];

beforeEach(async () => {
  vi.restoreAllMocks();
  await newWorld(playbook());
  said = [];
  told = [];
  shows = ['Small team'];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
    _: number,
    message: { tell?: string },
    to?: object,
  ) => {
    if (message.tell === 'shown' || message.tell === 'still-shown') told.push(to);
    if (message.tell === 'shown') return shows && { shown: shows };
    if (message.tell === 'still-shown') said.push(message);
    return undefined;
  }) as never);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => vi.useRealTimers());

const pressed = (attempt: string, changes = [moves()], from = page) => {
  const held = [handing('1', changes)];
  return gateCalls['gate/held']({ attempt, door: 'wire', url: `${DESK}/case/1`, handoffs: held, alive: true }, from);
};

async function takenBack(why = 'not now', changes = [moves()], from = page) {
  await pressed('a1', changes, from);
  await endHold(TAB, 'a1', why);
}

/** A second and more later, and what is looked up then has been read. */
async function later() {
  await vi.advanceTimersByTimeAsync(1_500);
  vi.useRealTimers();
  for (let reads = 0; reads < 3; reads += 1) await handoffs();
  await new Promise((after) => setTimeout(after));
}

it('a page that goes on showing what was taken back is told what the desk has', async () => {
  await takenBack();
  await later();
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
  await later();
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
  await later();
  expect(said).toEqual([]);
});

it('nor is one that is being left', async () => {
  await takenBack('page left');
  await later();
  expect(said).toEqual([]);
});

it('only the document in which it was taken back is asked and told, for another one may be in the tab by then', async () => {
  await takenBack('not now', [moves()], { ...page, page: 'DOCUMENT-1' });
  await later();
  expect(said).toHaveLength(1);
  expect(told).toEqual([{ documentId: 'DOCUMENT-1' }, { documentId: 'DOCUMENT-1' }]);
});

it('whoever pressed again meanwhile, and is asked again, is told nothing', async () => {
  await takenBack();
  await pressed('a2');
  await later();
  expect(said).toEqual([]);
});

it('nor is who handed it over meanwhile', async () => {
  await takenBack();
  await beginSending([handoff('h1', { ref: ref(), createdAt: Date.now() })], [], '', Date.now());
  await later();
  expect(said).toEqual([]);
});
