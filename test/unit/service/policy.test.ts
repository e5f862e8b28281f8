import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Done } from '../../../lib/messages/protocol';
import { decide } from '../../../lib/service/decide';
import { allowedDesks } from '../../../lib/service/desks';
import { gateMemory } from '../../../lib/service/gate-memory';
import { forgetOld } from '../../../lib/service/retention';
import { changeTab, readTab } from '../../../lib/service/tab-state';
import { changeSettings } from '../../../lib/settings/settings';
import { append } from '../../../lib/store/events';
import { setPolicy } from '../settings/set-policy';
import { DESK, events, handing, heard, NONCE, newWorld, page, panel, playbook, TAB } from './world';

vi.stubGlobal('__BATON_PARTS__', {});
vi.stubGlobal('__BATON_DESKS__', []);

const RT = { origin: 'https://rt.example', site: 'request-tracker' };
const HERE = { origin: DESK, site: 'practice' };
const caller = { kind: 'extension' as const, tab: -1, frame: -1, url: 'chrome-extension://baton/popup.html' };

beforeEach(async () => {
  await newWorld(playbook());
  await setPolicy({});
  Object.assign(browser, {
    scripting: {
      ...browser.scripting,
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async () => {},
    },
  });
  await changeSettings((now) => ({ ...now, desks: [HERE, RT] }));
});

describe('desks under a policy', () => {
  it('that are not named, or whose site is off, are not in use, and no gate there judges anything', async () => {
    await setPolicy({ desks: [DESK] });
    expect(await allowedDesks()).toEqual([HERE]);
    expect((await gateMemory(RT.origin)).site).toBeNull();
    await setPolicy({ off: { sites: ['practice'] } });
    expect(await allowedDesks()).toEqual([RT]);
    expect((await gateMemory(DESK)).site).toBeNull();
  });

  it('cannot be allowed either; what may be used can', async () => {
    await setPolicy({ desks: [DESK], off: { sites: ['zammad'] } });
    const allow = (origin: string, site: string) => heard['desk/allow']({ origin, site }, caller);
    expect(await allow('https://other.example', 'practice')).toMatchObject({ ok: false, code: 'not-by-policy' });
    expect(await allow(DESK, 'zammad')).toMatchObject({ ok: false });
    expect(await allow(DESK, 'freescout')).toEqual({ ok: true });
    await setPolicy({});
    expect((await allowedDesks()).map(({ site }) => site).sort()).toEqual(['freescout', 'request-tracker']);
  });

  it('are not taught where that is off', async () => {
    await changeSettings((now) => ({ ...now, desks: [{ origin: DESK, site: 'generic' }] }));
    Object.assign(browser.tabs, { get: async () => ({ url: `${DESK}/case/1`, status: 'loading' }) });
    await setPolicy({ off: { features: ['teach'] } });
    expect(await heard['teach/start']({ tab: TAB }, caller)).toEqual({ ok: false, code: 'teach-not-here' });
    await setPolicy({});
    expect(await heard['teach/start']({ tab: TAB }, caller)).toEqual({ ok: true });
  });
});

it('no source of playbooks is asked for a person where that is off', async () => {
  const fetched = vi.fn(async () => new Response('{}'));
  vi.stubGlobal('fetch', fetched);
  await setPolicy({ off: { features: ['subscribe'] } });
  const url = 'https://elsewhere.example/p.json';
  expect(await heard['source/look']({ url }, caller)).toMatchObject({ ok: false });
  expect(fetched).not.toHaveBeenCalled();
  await setPolicy({});
  expect(await heard['source/look']({ url }, caller)).toMatchObject({ problem: { why: 'not-playbooks' } });
});

describe('judging under a policy', () => {
  const held = { attempt: 'a1', door: 'form' as const, url: `${DESK}/case/1`, handoffs: [handing()], alive: true };

  it('lets nobody send anyway where the company forbids it, whatever the playbook says', async () => {
    await changeTab(TAB, (state) => ({ ...state, nonce: NONCE }));
    await decide(held, page);
    const shown = async () => (await heard['panel/state']({ nonce: NONCE }, panel)).state?.mayOverride;
    expect(await shown()).toBe(true);
    await setPolicy({ override: 'forbidden' });
    expect(await shown()).toBe(false);
    const done = (await heard['panel/override']({ nonce: NONCE, reason: 'because' }, panel)) as Done;
    expect(done).toEqual({ ok: false, code: 'no-override' });
  });

  it('takes who works here from the policy where the desk does not say it, and the desk’s word where it does', async () => {
    await setPolicy({ identity: { name: 'Dana Reyes', team: 'Leads' }, override: ['Leads'] });
    await changeTab(TAB, (state) => ({ ...state, nonce: NONCE }));
    await decide(held, page);
    expect((await events())[0]).toMatchObject({ kind: 'held', actor: 'Dana Reyes' });
    expect((await heard['panel/state']({ nonce: NONCE }, panel)).state).toMatchObject({
      me: 'Dana Reyes',
      mayOverride: true,
    });
    await changeTab(TAB, (state) => ({ ...state, me: 'eve' }));
    expect((await heard['panel/state']({ nonce: NONCE }, panel)).state).toMatchObject({
      me: 'eve',
      mayOverride: false,
    });
  });

  it('never keeps that word as the desk’s own', async () => {
    await setPolicy({ identity: { name: 'Dana Reyes' } });
    await decide(held, page);
    expect((await readTab(TAB)).me).toBe('Dana Reyes');
    await setPolicy({});
    expect(await readTab(TAB)).not.toHaveProperty('me');
  });
});

describe('what is older than may be kept', () => {
  const DAY = 24 * 60 * 60_000;
  const now = Date.UTC(2026, 10, 20);
  const full = async () => (await events()).filter(({ payload }) => payload).length;
  const add = (daysAgo: number) => append([{ kind: 'desk-removed', origin: DESK }], '', now - daysAgo * DAY);

  it('is forgotten once a day, and at once where less may be kept', async () => {
    await add(40);
    await add(20);
    await forgetOld(now);
    expect(await full()).toBe(2);
    await changeSettings((settings) => ({ ...settings, keepDays: 30 }));
    await forgetOld(now);
    expect(await full()).toBe(1);
    await add(50);
    await forgetOld(now + DAY / 2);
    expect(await full()).toBe(2);
    await forgetOld(now + DAY);
    expect(await full()).toBe(1);
    await setPolicy({ keepDays: 10 });
    await forgetOld(now + DAY);
    expect(await full()).toBe(0);
  });

  it('is forgotten too where the clock was set back since the last time', async () => {
    await changeSettings((settings) => ({ ...settings, keepDays: 30 }));
    await forgetOld(now + 400 * DAY);
    await add(40);
    await forgetOld(now);
    expect(await full()).toBe(0);
  });
});
