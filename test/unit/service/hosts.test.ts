import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deskCalls } from '../../../lib/service/desk-calls';
import { gateCalls } from '../../../lib/service/gate-calls';
import { gateMemory } from '../../../lib/service/gate-memory';
import { hostsAtStart, hostsChanged } from '../../../lib/service/hosts';
import { keepLesson, readLesson } from '../../../lib/service/lessons';
import { readSettings } from '../../../lib/settings/settings';
import { WISH_LIFE } from '../../../lib/settings/wishes';
import { begin } from '../../../lib/teach/lesson-steps';
import { setPolicy } from '../settings/set-policy';
import { DESK, kinds, newWorld, page, playbook, TAB } from './world';

vi.stubGlobal('__BATON_PARTS__', { practice: [], generic: [] });
vi.stubGlobal('__BATON_HOLDS__', { practice: { ticket: ['team'] }, generic: {} });

const HOST = 'https://desk.example/*';
const caller = { kind: 'extension' as const, tab: -1, frame: -1, url: 'chrome-extension://baton/popup.html' };
let allowed: Set<string>;
let world: Awaited<ReturnType<typeof newWorld>>;
let registered: { id: string; matches: string[]; js: string[] }[];
/** What the gate of the open tab answers to a ping; undefined where none runs. */
let gate: { serves: boolean; wired: boolean } | undefined;
const reload = vi.fn();

const wish = (more: object = {}, at = Date.now()) =>
  fakeBrowser.storage.local.set({
    [`wish ${HOST}`]: { purpose: { for: 'desk', origin: DESK, site: 'practice', ...more }, at },
  });
const wishes = async () =>
  Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('wish'));
const desks = async () => (await readSettings()).desks;
const lines = () => world.told.flatMap((one) => (one.tell === 'line' ? [one.line] : []));

beforeEach(async () => {
  world = await newWorld(playbook());
  await setPolicy({});
  allowed = new Set();
  registered = [];
  gate = undefined;
  reload.mockReset();
  const sends = vi.mocked(browser.tabs.sendMessage);
  const others = sends.getMockImplementation() as (tab: number, message: { tell?: string }) => Promise<unknown>;
  sends.mockImplementation((async (tab: number, message: { tell?: string }) =>
    message.tell === 'ping' ? gate : others(tab, message)) as never);
  Object.assign(browser.tabs, { reload });
  Object.assign(browser, {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => allowed.has(one)),
      getAll: async () => ({ origins: [...allowed] }),
    },
    scripting: {
      executeScript: async () => [],
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: async (scripts: typeof registered) => void registered.push(...scripts),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
    },
  });
});

describe('a host that the browser grants', () => {
  it.each([
    ['when the browser says so', hostsChanged],
    ['when the worker starts', hostsAtStart],
  ])('makes the desk that was asked for one of the person’s, %s; done again it changes nothing', async (_, finish) => {
    await wish();
    await finish();
    expect(await desks()).toEqual([]);
    allowed.add(HOST);
    await finish();
    expect(await desks()).toEqual([{ origin: DESK, site: 'practice' }]);
    expect(registered.map(({ id }) => id)).toEqual([`10-gate ${HOST}`, `20-wire ${HOST}`]);
    expect(await wishes()).toEqual([]);
    await Promise.all([finish(), hostsChanged(), deskCalls['desk/allow']({ origin: DESK, site: 'practice' }, caller)]);
    expect(await desks()).toEqual([{ origin: DESK, site: 'practice' }]);
    expect(await kinds()).toEqual(['desk-allowed']);
  });

  it('makes nothing of what was asked for so long ago that it must have been refused', async () => {
    await wish({}, Date.now() - WISH_LIFE - 1);
    allowed.add(HOST);
    await hostsChanged();
    expect(await desks()).toEqual([]);
    expect(await wishes()).toEqual([]);
  });

  it('makes nothing of a site that Baton does not have, nor of a desk that the company bars', async () => {
    allowed.add(HOST);
    await wish({ site: 'elsewhere' });
    await hostsChanged();
    await setPolicy({ desks: ['https://other.example'] });
    await wish();
    await hostsChanged();
    await setPolicy({});
    expect(await desks()).toEqual([]);
    expect(await wishes()).toEqual([]);
  });

  it('leaves what was asked for a source to the page that looks at it', async () => {
    await fakeBrowser.storage.local.set({
      [`wish ${HOST}`]: { purpose: { for: 'source', url: `${DESK}/playbooks.json` }, at: Date.now() },
    });
    allowed.add(HOST);
    await hostsChanged();
    expect(await desks()).toEqual([]);
    expect(await wishes()).toHaveLength(1);
  });

  it('is a desk again where it was one before, and a wish for it goes with its removal', async () => {
    allowed.add(HOST);
    await deskCalls['desk/allow']({ origin: DESK, site: 'practice' }, caller);
    await wish();
    await deskCalls['desk/remove']({ origin: DESK }, caller);
    await hostsChanged();
    expect(await desks()).toEqual([]);
  });
});

describe('the open page of a desk that was just allowed', () => {
  const allow = async () => {
    allowed.add(HOST);
    await wish();
    await hostsChanged();
  };

  it('is loaded anew where no gate runs, and says nothing before that', async () => {
    await allow();
    expect(reload).toHaveBeenCalledExactlyOnceWith(TAB);
    expect(lines()).toEqual([]);
  });

  it('is loaded anew where the gate of another desk of the host runs, which has not the data of this one', async () => {
    gate = { serves: false, wired: true };
    await allow();
    expect(reload).toHaveBeenCalledExactlyOnceWith(TAB);
  });

  it('goes on as it is where the gate of another port serves it too, is told to ask again, and says that Baton is on', async () => {
    gate = { serves: true, wired: true };
    registered = [
      { id: `10-gate ${HOST}`, matches: [HOST], js: ['sites/practice.js', 'gate.js'] },
      { id: `20-wire ${HOST}`, matches: [HOST], js: ['wire.js'] },
    ];
    await allow();
    expect(reload).not.toHaveBeenCalled();
    expect(world.tells()).toContain('renew');
    const renew = () => gateCalls['gate/renew']({ url: page.url, wired: true }, page);
    expect((await renew()).memory.site).toBe('practice');
    await vi.waitFor(() => expect(lines()).toMatchObject([{ key: 'line_on', tone: 'good' }]));
    await renew();
    expect(lines()).toHaveLength(1);
  });
});

describe('a host that is taken back', () => {
  it('leaves its gates no site, though the desk is still remembered', async () => {
    allowed.add(HOST);
    await deskCalls['desk/allow']({ origin: DESK, site: 'practice' }, caller);
    expect((await gateMemory(DESK)).site).toBe('practice');
    allowed.clear();
    await hostsChanged();
    expect((await gateMemory(DESK)).site).toBeNull();
    expect(registered).toEqual([]);
    expect(world.tells()).toContain('renew');
  });

  it('ends a lesson there', async () => {
    allowed.add(HOST);
    await deskCalls['desk/allow']({ origin: DESK, site: 'generic' }, caller);
    await keepLesson(TAB, begin({ url: `${DESK}/case/1`, name: 'Desk', side: 'right' }));
    await hostsChanged();
    expect(await readLesson(TAB)).not.toBeNull();
    allowed.clear();
    await hostsChanged();
    expect(await readLesson(TAB)).toBeNull();
    expect(world.told).toContainEqual({ tell: 'teach', order: { do: 'end' } });
  });
});
