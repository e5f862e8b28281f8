import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { From } from '../../../lib/messages/server';
import type { TeachAct } from '../../../lib/model/teaching';
import { dropLesson, readLesson } from '../../../lib/service/lessons';
import { followLesson } from '../../../lib/service/teach-calls';
import { changeSettings, readSettings } from '../../../lib/settings/settings';
import { readTaught } from '../../../lib/settings/taught';
import { DESK, heard, kinds, NONCE, newWorld, page, TAB } from './world';

vi.stubGlobal('__BATON_PARTS__', {});
const CASE = `${DESK}/case/118`;
const here: From = { ...page, url: CASE };
const lead: From = { kind: 'lesson', tab: TAB, frame: 3, url: 'chrome-extension://baton/lesson.html' };
const popup: From = { kind: 'extension', tab: -1, frame: -1, url: 'chrome-extension://baton/popup.html' };
const team = { field: 'team', tries: [{ css: '#team', read: 'came' as const }], read: 'Support' };
const shown = (value: string) => ({ url: CASE, values: { team: value }, options: [] });
const request = {
  door: 'wire' as const,
  method: 'PUT',
  url: `${DESK}/api/cases/118`,
  body: { as: 'json' as const, json: { team: 'Engineering', note: 'Words of the case' } },
  at: 1,
};
const does = (act: TeachAct, nonce = NONCE, from = lead) => heard['teach/do']({ nonce, act }, from);
const view = async () => (await heard['teach/state']({ nonce: NONCE }, lead)).view;
const desks = async () => (await readSettings()).desks;

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  world = await newWorld();
  Object.assign(browser, { permissions: { contains: async () => true } });
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('');
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ url: CASE, status: 'loading' } as never);
  await changeSettings((settings) => ({ ...settings, desks: [{ origin: DESK, site: 'generic' }] }));
});

async function begun(): Promise<void> {
  expect(await heard['teach/start']({ tab: TAB }, popup)).toEqual({ ok: true });
  expect((await heard['teach/hello']({ nonce: NONCE, url: CASE }, here)).lesson).toMatchObject({ step: 'fields' });
}

/** All that a person does up to the last press. */
async function taught(): Promise<void> {
  await begun();
  await does({ do: 'aim', aim: { field: 'team' } });
  await heard['teach/picked']({ picked: { field: team } }, here);
  await does({ do: 'step', step: 'handoff' });
  await does({ do: 'watch', on: true });
  await heard['teach/watched']({ watched: request, shown: shown('Engineering') }, here);
  await does({ do: 'step', step: 'others' });
}

describe('a lesson', () => {
  it('begins only on a desk that nobody described or that the person taught, and that the browser allows', async () => {
    await changeSettings((settings) => ({ ...settings, desks: [{ origin: DESK, site: 'practice' }] }));
    expect(await heard['teach/start']({ tab: TAB }, popup)).toMatchObject({ ok: false });
    await changeSettings((settings) => ({ ...settings, desks: [{ origin: DESK, site: 'generic' }] }));
    Object.assign(browser, { permissions: { contains: async () => false } });
    expect(await heard['teach/start']({ tab: TAB }, popup)).toMatchObject({ ok: false });
    expect(await readLesson(TAB)).toBe(null);
    expect(world.executed).not.toHaveBeenCalled();
  });

  it('asks to click on the page only when the page lets nobody click its own', async () => {
    await begun();
    let said: unknown = 'not told';
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementationOnce(async () => {
      said = (await view())?.aim;
    });
    await does({ do: 'aim', aim: { field: 'team' } });
    expect([said, (await view())?.aim]).toEqual([undefined, { field: 'team' }]);
  });

  it('becomes the desk’s site, and nothing of it stays: no request, no word of the case', async () => {
    await taught();
    expect((await view())?.places[0]).toMatchObject({ field: 'team', value: 'Engineering', sure: 'label' });
    expect(await does({ do: 'use' })).toEqual({ done: { ok: true } });
    const [site] = await readTaught();
    expect(site).toMatchObject({ hosts: ['desk.example'], writes: [{ methods: ['PUT'], path: '/api/cases/:#id' }] });
    expect(JSON.stringify(site)).not.toMatch(/Words of the case|Engineering|Support/);
    expect(await desks()).toEqual([{ origin: DESK, site: site?.id }]);
    expect(await kinds()).toEqual(['desk-allowed']);
    expect(await readLesson(TAB)).toBe(null);
    expect(JSON.stringify(await browser.storage.session.get())).not.toContain('Words of the case');
    expect(world.told.filter(({ tell }) => tell === 'line')).toMatchObject([{ line: { key: 'line_taught' } }]);
  });

  it('that is stopped changes nothing', async () => {
    await taught();
    await does({ do: 'stop' });
    expect([await readTaught(), await kinds(), await readLesson(TAB)]).toEqual([[], [], null]);
    expect(await desks()).toEqual([{ origin: DESK, site: 'generic' }]);
  });

  it('goes on after its page was loaded anew, on its own desk alone', async () => {
    await begun();
    world.executed.mockClear();
    await followLesson(TAB, 'https://elsewhere.example/');
    expect(world.executed).not.toHaveBeenCalled();
    await followLesson(TAB, CASE);
    expect(world.executed).toHaveBeenCalledTimes(1);
    await dropLesson(TAB);
    await followLesson(TAB, CASE);
    expect(world.executed).toHaveBeenCalledTimes(1);
  });
});

describe('nobody else', () => {
  it('leads a lesson: a frame without its word is told nothing and may do nothing', async () => {
    await taught();
    const before = await readLesson(TAB);
    for (const [nonce, from] of [
      ['x'.repeat(32), lead],
      [NONCE, { ...lead, tab: 8 }],
    ] as const) {
      expect(await heard['teach/state']({ nonce }, from)).toEqual({ view: null });
      for (const act of [{ do: 'use' }, { do: 'stop' }, { do: 'watch', on: true }] as const)
        expect(await does(act, nonce, from)).toMatchObject({ done: { ok: false } });
    }
    expect(await readLesson(TAB)).toEqual(before);
    expect(await readTaught()).toEqual([]);
  });

  it('says what a page shows or sends: no frame in it, no page of another desk', async () => {
    await begun();
    await does({ do: 'watch', on: true });
    const before = await readLesson(TAB);
    for (const from of [
      { ...here, frame: 4 },
      { ...here, url: 'https://elsewhere.example/case/118' },
      { ...here, tab: 8 },
    ]) {
      expect(await heard['teach/hello']({ nonce: 'y'.repeat(32), url: CASE }, from)).toEqual({ lesson: null });
      await heard['teach/watched']({ watched: request, shown: shown('Engineering') }, from);
      await heard['teach/found']({ fields: [team] }, from);
    }
    expect(await readLesson(TAB)).toEqual(before);
  });

  it('picks what the person is not pointing at, nor something else than they are', async () => {
    await begun();
    await heard['teach/picked']({ picked: { field: team } }, here);
    await does({ do: 'aim', aim: { field: 'owner' } });
    await heard['teach/picked']({ picked: { field: team } }, here);
    await heard['teach/picked']({ picked: { control: { label: 'Save', tries: ['#save'] } } }, here);
    expect((await readLesson(TAB))?.lesson).toMatchObject({ fields: [] });
    expect((await readLesson(TAB))?.lesson.control).toBeUndefined();
    await heard['teach/picked']({ picked: null }, here);
    expect(await view()).toMatchObject({ lost: true, fields: [] });
  });
});
