import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Line } from '../../../lib/messages/protocol';
import { failedLine, sayOn } from '../../../lib/service/lines';
import { readTab } from '../../../lib/service/tab-state';
import { DESK, heard, newWorld, page, playbook, TAB } from './world';

const WENT: Line = { key: 'line_sent', subs: ['Engineering'], tone: 'good' };
const LATER: Line = { key: 'line_failed', subs: [], tone: 'warn' };

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  vi.useRealTimers();
  world = await newWorld(playbook());
});
const lines = () => world.told.flatMap((message) => (message.tell === 'line' ? [message.line] : []));
const nextPage = () => heard['gate/hello']({ url: `${DESK}/case/2` }, page);

describe('a line', () => {
  it('is said on the page, and on the next one that comes right after', async () => {
    await sayOn(TAB, WENT);
    expect(lines()).toEqual([WENT]);
    await nextPage();
    await vi.waitFor(() => expect(lines()).toEqual([WENT, WENT]));
  });

  it('is said on every page that a desk leads through within that time', async () => {
    await sayOn(TAB, WENT);
    await nextPage();
    await nextPage();
    await vi.waitFor(() => expect(lines()).toHaveLength(3));
  });

  it('that somebody had time to read is not said again, also where the clock was set back meanwhile', async () => {
    const now = Date.now();
    for (const apart of [7_000, -7_000]) {
      vi.setSystemTime(now);
      await sayOn(TAB, WENT);
      vi.setSystemTime(now + apart);
      await nextPage();
      await vi.waitFor(async () => expect((await readTab(TAB)).line).toBeUndefined());
    }
    expect(lines()).toEqual([WENT, WENT]);
  });

  it('gives way to a later one', async () => {
    await sayOn(TAB, WENT);
    await sayOn(TAB, LATER);
    await nextPage();
    await vi.waitFor(() => expect(lines()).toEqual([WENT, LATER, LATER]));
  });

  it('of another frame’s page is not said again', async () => {
    await sayOn(TAB, WENT);
    await heard['gate/hello']({ url: `${DESK}/part` }, { ...page, frame: 4 });
    expect(lines()).toEqual([WENT]);
  });
});

it.each([
  ['signed-out', 'line_signed_out'],
  ['not-left', 'line_not_sent'],
  ['file-gone', 'line_file_gone'],
  ['answered: 401', 'line_maybe_signed_out'],
  ['answered: 403', 'line_maybe_signed_out'],
  ['answered: 409', 'line_locked'],
  ['answered: 423', 'line_locked'],
  ['answered: 500', 'line_failed'],
  ['constructor', 'line_failed'],
  ['', 'line_failed'],
])('of a handoff that did not go because of “%s” the person is told %s', (why, key) => {
  expect(failedLine(why, 'Engineering').key).toBe(key);
});
