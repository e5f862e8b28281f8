import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { KeptState } from '../../../lib/model/kept';
import { endHold } from '../../../lib/service/hold';
import { changeTab, type TabHold } from '../../../lib/service/tab-state';
import { beginSending } from '../../../lib/store/handoffs';
import { handoff } from '../store/fixtures';
import { handing, heard, NONCE, newWorld, page, panel, playbook, ref, snapshot, TAB } from './world';

const HELD: TabHold = { attempt: 'a1', door: 'form', frame: 0, since: 1, alive: true, handoffs: [handing()] };
const typed = (text: string) => ({ kind: 'lines' as const, name: 'body', label: 'Reply', n: 0, text });
const save = (text = 'Hello', more = {}) =>
  heard['kept/save'](
    { attempt: 'a1', page: 'p1', ref: ref(), texts: text ? [typed(text)] : [], cut: false, ...more },
    page,
  );
const look = async (from = page) =>
  (await heard['kept/look']({ ref: ref() }, from)).kept.flatMap(({ texts }) => texts.map(({ text }) => text));
const over = () => endHold(TAB, 'a1', 'page left');

beforeEach(async () => {
  vi.restoreAllMocks();
  await newWorld(playbook());
  await changeTab(TAB, (state) => ({ ...state, nonce: NONCE, seen: ref(), holds: [HELD] }));
});

describe('what a page says was typed', () => {
  it('is kept while it is held there, and offered once that is over', async () => {
    await save();
    expect(await look()).toEqual([]);
    await over();
    expect(await look()).toEqual(['Hello']);
  });

  it('is not offered while another tab holds it still', async () => {
    await save();
    await changeTab(8, (state) => ({ ...state, seen: ref() }));
    expect(await look({ ...page, tab: 8 })).toEqual([]);
  });

  it.each([
    ['is gone', [{ id: 8 }]],
    ['was put away by the browser', [{ id: TAB, discarded: true }]],
  ])('is offered where the tab that held it %s', async (_, tabs) => {
    await save();
    vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);
    expect(await look({ ...page, tab: 8 })).toEqual(['Hello']);
  });

  it('is taken of what is held in that frame alone', async () => {
    await save('Hello', { attempt: 'a2' });
    await heard['kept/save'](
      { attempt: 'a1', page: 'p1', ref: ref(), texts: [typed('Hello')], cut: false },
      { ...page, frame: 2 },
    );
    await over();
    expect(await look()).toEqual([]);
  });

  it('the last of it counts, though the hold is over by then; what was sent since does not come back', async () => {
    await save();
    await over();
    await save('Hello again');
    expect(await look()).toEqual(['Hello again']);
    await heard['gate/outcome']({ attempt: 'a1', outcome: 'ok' }, page);
    await save('Hello once more');
    expect(await look()).toEqual([]);
  });

  it('is refused of another desk’s case', async () => {
    const other = { ...ref(), origin: 'https://other.example' };
    await expect(save('Hello', { ref: other })).rejects.toThrow('its own desk');
    await expect(heard['kept/look']({ ref: other }, page)).rejects.toThrow('its own desk');
    await expect(heard['kept/look']({ ref: ref() }, panel)).rejects.toThrow('not for this sender');
  });

  it('is not offered while what it went with is on its way', async () => {
    await save();
    await over();
    await beginSending([{ ...handoff('1'), ref: ref(), attempt: 'a1' }], [], '', Date.now());
    expect(await look()).toEqual([]);
    await heard['gate/outcome']({ attempt: 'a1', outcome: 'refused', status: 403, signIn: true }, page);
    expect(await look()).toEqual(['Hello']);
  });
});

it('a reading of the case says whether something is kept', async () => {
  const seen = () =>
    heard['case/seen']({ snapshot: snapshot({ team: 'Support' }), full: true, loadedAt: 1, words: {} }, page);
  expect((await seen()).kept).toBeUndefined();
  await save();
  await over();
  expect((await seen()).kept).toBe(true);
});

describe('the panel', () => {
  const ask = (order = {}, nonce = NONCE) => heard['panel/kept']({ nonce, ...order }, panel);
  let states: KeptState[][] | 'nonsense';
  const told: unknown[] = [];
  beforeEach(async () => {
    states = [['empty']];
    told.length = 0;
    await save();
    await over();
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (_: number, message: { tell?: string }) => {
      if (message.tell !== 'kept') return undefined;
      told.push(message);
      return { states, ...('put' in message ? { put: 'shown' } : {}) };
    }) as never);
  });

  it('is told what is kept, and how it stands on the page', async () => {
    expect(await ask()).toMatchObject({ kept: [{ texts: [{ text: 'Hello' }], cut: false, states: ['empty'] }] });
  });

  it('has one put back by the page', async () => {
    const id = (await ask()).kept[0]?.id;
    expect(await ask({ put: { id, n: 0 } })).toMatchObject({ put: 'shown' });
    expect(told.at(-1)).toMatchObject({ put: { id, n: 0 } });
  });

  it('has it forgotten', async () => {
    const id = (await ask()).kept[0]?.id;
    expect(await ask({ discard: 'another' })).toMatchObject({ kept: [{ id }] });
    expect(await ask({ discard: id })).toEqual({ kept: [] });
    expect(await look()).toEqual([]);
  });

  it('is told nothing where it cannot name its frame, or the page answers nonsense', async () => {
    expect(await ask({}, 'x'.repeat(32))).toEqual({ kept: [] });
    states = 'nonsense';
    expect(await ask()).toEqual({ kept: [] });
  });
});
