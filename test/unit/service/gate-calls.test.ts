import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { PanelNews, TabMessage } from '../../../lib/messages/protocol';
import { readTab } from '../../../lib/service/tab-state';
import { changeSettings } from '../../../lib/settings/settings';
import { saveAnswer } from '../../../lib/store/drafts';
import * as sightings from '../../../lib/store/sightings';
import {
  DESK,
  events,
  handing,
  handoffs,
  heard,
  kinds,
  moves,
  NONCE,
  newWorld,
  page,
  panel,
  playbook,
  ref,
  snapshot,
  TAB,
} from './world';

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  vi.restoreAllMocks();
  world = await newWorld(playbook());
});
const held = (more: Partial<Parameters<(typeof heard)['gate/held']>[0]> = {}) =>
  heard['gate/held'](
    { attempt: 'a1', door: 'form', url: `${DESK}/case/1`, handoffs: [handing()], alive: true, me: 'amara', ...more },
    page,
  );
const complete = (id = '1') =>
  saveAnswer(
    { ref: ref(id), playbook: 'small', playbookVersion: 1, title: 'x', url: `${DESK}/` },
    'ask',
    { value: 'Please look at the export', by: 'person', at: 1 },
    1,
  );

describe('an attempt that a gate holds', () => {
  it('stays held while something is missing: the panel opens, and what was missing is on record', async () => {
    expect(await held()).toEqual({ do: 'hold' });
    expect(world.tells()).toEqual(['show-panel']);
    expect((await readTab(TAB)).holds).toMatchObject([{ attempt: 'a1', alive: true }]);
    expect((await events())[0]).toMatchObject({
      kind: 'held',
      actor: 'amara',
      payload: { missing: [{ label: 'The ask' }] },
    });
    expect(await handoffs()).toEqual([]);
  });

  it('is shown and taken away in the page that holds it, whichever page the tab shows by then', async () => {
    const send = vi.mocked(browser.tabs.sendMessage);
    const input = { door: 'form' as const, url: `${DESK}/case/1`, handoffs: [handing()], alive: true };
    await heard['gate/held']({ attempt: 'a1', ...input }, { ...page, page: 'D1' });
    await heard['gate/cancelled']({ attempt: 'a1', why: 'page left' }, { ...page, page: 'D1' });
    const told = send.mock.calls.filter(([, message]) => 'tell' in (message as object));
    expect(told.map(([, message, to]) => [(message as TabMessage).tell, to])).toEqual([
      ['show-panel', { documentId: 'D1' }],
      ['hide-panel', { documentId: 'D1' }],
    ]);
  });

  it('comes to the panel with all that it shows, for the frame that the overlay named alone', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(5);
    await held();
    expect(world.news).toEqual([{ news: 'state', tab: TAB }]);
    await heard['overlay/frame']({ nonce: NONCE }, page);
    await held();
    const { shows } = world.news.at(-1) as Extract<PanelNews, { news: 'state' }>;
    expect(shows?.nonce).toBe(NONCE);
    expect(shows?.state).toEqual((await heard['panel/state']({ nonce: NONCE }, panel)).state);
  });

  it('has been drawn before, out of sight, where the person touched what may hand over', async () => {
    // The first of the playbooks for tickets: what was written here comes before the ones that Baton brings.
    const OURS = 'small';
    expect(await heard['overlay/touched']({ ref: ref() }, page)).toEqual({ status: null });
    await heard['overlay/frame']({ nonce: NONCE }, page);
    const { status } = await heard['overlay/touched']({ ref: ref() }, page);
    expect(status).toMatchObject({ playbook: OURS, met: false });
    const { shows } = world.news.at(-1) as Extract<PanelNews, { news: 'state' }>;
    expect(shows).toMatchObject({
      nonce: NONCE,
      state: { ahead: true, hold: { alive: true }, cases: [{ ref: ref() }] },
    });
    expect((await heard['panel/state']({ nonce: NONCE }, panel)).state).toMatchObject({ ahead: true });

    // It is no hold: nothing can be sent from it, and nothing is on record.
    expect(await heard['panel/send']({ nonce: NONCE }, panel)).toEqual({ ok: false, code: 'nothing-held' });
    expect(await events()).toEqual([]);

    await held();
    const { state } = await heard['panel/state']({ nonce: NONCE }, panel);
    expect([state?.ahead, state?.hold?.attempt]).toEqual([undefined, 'a1']);
    const count = world.news.length;
    expect(await heard['overlay/touched']({ ref: ref('2') }, page)).toEqual({ status: null });
    expect(world.news).toHaveLength(count);
  });

  it('is not drawn ahead where the case was held meanwhile', async () => {
    await heard['overlay/frame']({ nonce: NONCE }, page);
    const touched = heard['overlay/touched']({ ref: ref() }, page);
    await held();
    expect(await touched).toEqual({ status: null });
    const last = (world.news as Extract<PanelNews, { news: 'state' }>[]).findLast(({ shows }) => shows);
    expect(last?.shows?.state.hold?.attempt).toBe('a1');
  });

  it('is drawn ahead for the page’s own desk alone', async () => {
    const other = { ...ref(), origin: 'https://other.example' };
    await expect(heard['overlay/touched']({ ref: other }, page)).rejects.toThrow('its own desk');
  });

  it('brings the overlay to a page that has none, and to no other', async () => {
    await held();
    expect(world.executed).not.toHaveBeenCalled();
    world.overlay.there = false;
    await held({ attempt: 'a2' });
    expect(world.executed).toHaveBeenCalledTimes(1);
    expect(world.tells()).toEqual(['show-panel', 'show-panel']);
  });

  it('held again (a retry) is one hold, and on record once', async () => {
    await held();
    await held();
    expect((await readTab(TAB)).holds).toHaveLength(1);
    expect(await kinds()).toEqual(['held']);
  });

  it('is released when nothing is missing, recorded as sending first', async () => {
    await complete();
    expect(await held()).toEqual({ do: 'release' });
    expect(await handoffs()).toMatchObject([{ state: 'sending', sender: 'amara', attempt: 'a1' }]);
    expect(await kinds()).toEqual(['sending']);
    expect((await readTab(TAB)).holds).toEqual([]);
  });

  it('asked about twice is recorded once', async () => {
    await complete();
    await Promise.all([held(), held()]);
    expect(await handoffs()).toHaveLength(1);
  });

  it('passes when the case is there already', async () => {
    await sightings.saveSighting(snapshot({ team: 'Small team' }));
    expect(await held({ handoffs: [handing('1', [moves(null)])] })).toEqual({ do: 'pass' });
    expect(await kinds()).toEqual([]);
  });

  it('passes where the playbook only warns, with what was missing as debt', async () => {
    world = await newWorld(playbook({ onMissing: 'warn' }));
    expect(await held()).toEqual({ do: 'release' });
    expect((await handoffs())[0]?.override?.debt).toHaveLength(1);
  });

  it('of several cases waits for all of them', async () => {
    await complete('1');
    expect(await held({ handoffs: [handing('1'), handing('2')] })).toEqual({ do: 'hold' });
    await complete('2');
    expect(await held({ handoffs: [handing('1'), handing('2')] })).toEqual({ do: 'release' });
    expect(await handoffs()).toHaveLength(2);
  });

  it('that cannot be let go later says so', async () => {
    await held({ alive: false });
    expect((await readTab(TAB)).holds[0]?.alive).toBe(false);
  });

  it.each([
    [500, 'answered: 500'],
    [-200, 'refused'],
    [undefined, 'not-left'],
  ])('that the desk refused (%s) is a draft again, and the record says why', async (status, why) => {
    await complete();
    await held();
    await heard['gate/outcome']({ attempt: 'a1', outcome: 'refused', ...(status ? { status } : {}) }, page);
    expect((await handoffs())[0]?.state).toBe('failed');
    expect((await events()).find(({ kind }) => kind === 'failed')?.payload).toMatchObject({ why });
  });

  it('about another desk’s case is refused: a page speaks for its own desk alone', async () => {
    const other = { ...handing(), ref: { ...ref(), origin: 'https://other.example' } };
    await expect(held({ handoffs: [other] })).rejects.toThrow(/own desk/);
    expect(await kinds()).toEqual([]);
  });
});

it('a touch of what may hand over makes overlay and panel ready, and shows nothing', async () => {
  world.overlay.there = false;
  await heard['gate/touched']({}, page);
  expect(world.executed).toHaveBeenCalledTimes(1);
  expect(world.tells()).toEqual(['prepare']);
});

describe('when the database fails', () => {
  const broken = () => vi.spyOn(sightings, 'sightingsOf').mockRejectedValue(new Error('disk'));

  it('policy open lets it pass, loudly', async () => {
    broken();
    expect(await held()).toEqual({ do: 'pass' });
    expect(world.told).toContainEqual(expect.objectContaining({ tell: 'line' }));
    await vi.waitFor(async () => expect(await kinds()).toEqual(['ungated']));
  });

  it('policy closed holds it', async () => {
    await changeSettings((settings) => ({ ...settings, whenUnsure: 'closed' }));
    broken();
    expect(await held()).toEqual({ do: 'hold' });
    expect((await readTab(TAB)).holds).toHaveLength(1);
  });
});

describe('the end of a hold', () => {
  it('is on record once, and the page is given back', async () => {
    await held();
    await heard['gate/cancelled']({ attempt: 'a1', why: 'idle' }, page);
    await heard['gate/cancelled']({ attempt: 'a1', why: 'idle' }, page);
    expect(await kinds()).toEqual(['held', 'cancelled']);
    expect(world.tells().at(-1)).toBe('hide-panel');
  });

  it('comes with the tab’s next page', async () => {
    await held();
    await heard['gate/hello']({ url: `${DESK}/case/1` }, page);
    expect((await readTab(TAB)).holds).toEqual([]);
    expect(await kinds()).toEqual(['held', 'cancelled']);
  });

  it('does not come with a frame of the page', async () => {
    await held();
    await heard['gate/hello']({ url: `${DESK}/frame` }, { ...page, frame: 2 });
    expect((await readTab(TAB)).holds).toHaveLength(1);
  });

  it('what the page took back stays in the panel as gone', async () => {
    await held();
    await heard['gate/gone']({ attempt: 'a1' }, page);
    expect((await readTab(TAB)).holds).toMatchObject([{ attempt: 'a1', alive: false }]);
  });
});

describe('a page that starts', () => {
  it('takes nothing away that it says right after its first word', async () => {
    await held();
    const [hello] = [
      heard['gate/hello']({ url: `${DESK}/case/1` }, page),
      heard['overlay/frame']({ nonce: NONCE }, page),
    ];
    await hello;
    await expect.poll(async () => (await readTab(TAB)).nonce).toBe(NONCE);
    expect((await readTab(TAB)).holds).toEqual([]);
  });
});

describe('what left a page as a navigation', () => {
  const left = { url: `${DESK}/case/1`, at: 1, changes: [{ ref: ref('1'), changes: [moves()] }] };
  const hello = async (loadedAt: number, more: Partial<typeof page> = {}, again = false) =>
    (
      await heard['gate/hello'](
        { url: `${DESK}/case/1`, loadedAt, ...(again ? { again: true as const } : {}) },
        { ...page, ...more },
      )
    ).left;

  it('is told to the very next page of its frame, as often as that asks', async () => {
    await heard['gate/left'](left, page);
    expect(await hello(10, { tab: 99 })).toBeUndefined();
    expect(await hello(10, { frame: 4 })).toBeUndefined();
    expect(await hello(10)).toEqual(left);
    expect(await hello(10)).toEqual(left);
    expect(await hello(20)).toBeUndefined();
    expect(await hello(20)).toBeUndefined();
  });

  it('is told once more where that page is loaded again', async () => {
    await heard['gate/left'](left, page);
    expect([await hello(10), await hello(20, {}, true), await hello(30)]).toEqual([left, left, undefined]);
  });

  it('of a frame is told to that frame, and is over with the page around it', async () => {
    await heard['gate/left'](left, { ...page, frame: 4 });
    expect(await hello(10, { frame: 4 })).toEqual(left);
    await heard['gate/left'](left, { ...page, frame: 4 });
    await hello(10);
    expect(await hello(20, { frame: 4 })).toBeUndefined();
  });

  it('is no word of another desk’s cases', async () => {
    const other = { ...left, changes: [{ ref: { ...ref('1'), origin: 'https://other.example' }, changes: [moves()] }] };
    await expect(heard['gate/left'](other, page)).rejects.toThrow();
    expect(await hello(10)).toBeUndefined();
  });
});

describe('the gate’s memory', () => {
  it('names the site that the person chose for this origin, and no other’s', async () => {
    await changeSettings((settings) => ({ ...settings, desks: [{ origin: DESK, site: 'practice' }] }));
    const hello = (url: string) => heard['gate/hello']({ url }, page);
    expect((await hello(`${DESK}/case/1`)).memory.site).toBe('practice');
    for (const url of ['https://desk.example:8443/', 'http://desk.example/', 'https://desk.example.evil.example/'])
      expect((await hello(url)).memory.site).toBeNull();
  });

  it('comes with the key by which a later gate reaches the wire: the same after an update, another for each frame', async () => {
    const key = async (more: Partial<typeof page>) =>
      (await heard['gate/hello']({ url: `${DESK}/` }, { ...page, ...more })).key;
    const top = await key({});
    expect(top).toMatch(/^[0-9a-f]{32}$/);
    expect(await key({})).toBe(top);
    expect(new Set([top, await key({ frame: 7 }), await key({ tab: 99 })]).size).toBe(3);
  });

  it('holds what it takes to see a handoff, and no question of the playbook', async () => {
    const {
      memory: { playbooks },
    } = await heard['gate/hello']({ url: `${DESK}/` }, page);
    expect(playbooks[0]).toEqual({ id: 'small', trigger: playbook().trigger });
    expect(JSON.stringify(playbooks)).not.toContain('The ask');
  });
});

describe('what went by unjudged', () => {
  it('is on record for each case', async () => {
    await heard['gate/ungated'](
      {
        url: `${DESK}/`,
        why: 'not ready',
        changes: [
          { ref: ref('1'), changes: [moves()] },
          { ref: ref('2'), changes: [moves()] },
        ],
      },
      page,
    );
    expect((await events()).map(({ kind, payload }) => [kind, (payload as { ref: { id: string } }).ref.id])).toEqual([
      ['ungated', '1'],
      ['ungated', '2'],
    ]);
  });

  it('is on record without a case too', async () => {
    await heard['gate/ungated']({ url: `${DESK}/`, why: 'a request could not be read', changes: [] }, page);
    expect(await kinds()).toEqual(['ungated']);
  });
});
