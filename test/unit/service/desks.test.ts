import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { syncScripts } from '../../../lib/service/desks';
import { scriptsFor } from '../../../lib/service/scripts-for';
import { bakedDesks, hostPattern } from '../../../lib/settings/desk-list';
import { changeSettings } from '../../../lib/settings/settings';

// What the build knows of the sites: which parts of the gate they need.
vi.stubGlobal('__BATON_PARTS__', {
  one: ['graphql.js'],
  two: ['graphql.js', 'controls.js'],
  generic: ['generic.js', 'controls.js'],
});

const RT = { origin: 'https://rt.example', site: 'request-tracker' };
const PRACTICE = { origin: 'http://127.0.0.1:18090', site: 'practice' };

describe('the scripts of a desk', () => {
  it('are its site with the gate in the extension’s world, then the wire in the page’s, before any script and in every frame', () => {
    const always = {
      runAt: 'document_start',
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    };
    expect(scriptsFor([RT])).toEqual([
      {
        ...always,
        id: '10-gate https://rt.example/*',
        matches: ['https://rt.example/*'],
        js: ['sites/request-tracker.js', 'gate.js'],
      },
      {
        ...always,
        id: '20-wire https://rt.example/*',
        matches: ['https://rt.example/*'],
        js: ['wire.js'],
        world: 'MAIN',
      },
    ]);
  });

  it('are one pair for a host, with the sites of all its ports, in an order of their own', () => {
    const other = { origin: 'http://127.0.0.1:18001', site: 'request-tracker' };
    for (const desks of [
      [PRACTICE, other],
      [other, PRACTICE],
      [other, PRACTICE, PRACTICE],
    ]) {
      const [gate, ...rest] = scriptsFor(desks);
      expect(gate?.js).toEqual(['sites/practice.js', 'sites/request-tracker.js', 'gate.js']);
      expect(rest).toHaveLength(1);
    }
  });

  it('the gate comes before the wire by id too, as Chromium orders them', () => {
    for (const desks of [[RT], [PRACTICE], [RT, PRACTICE]]) {
      const ids = scriptsFor(desks).map(({ id }) => id);
      for (const { origin } of desks) {
        const of = ids.filter((id) => id.endsWith(hostPattern(origin)));
        expect([...of].sort()).toEqual(of);
        expect(of[0]).toContain('gate');
      }
    }
  });

  it('bring the parts that their desks need, each once, before the gate', () => {
    const on = (site: string) => ({ origin: PRACTICE.origin, site });
    const [gate] = scriptsFor([PRACTICE, on('one'), on('two')]);
    const data = ['sites/one.js', 'sites/practice.js', 'sites/two.js'];
    expect(gate?.js).toEqual([...data, 'graphql.js', 'controls.js', 'gate.js']);
  });

  it('a desk that a person taught has the script of one that nobody described: what was taught comes by message', () => {
    const [gate] = scriptsFor([{ origin: 'https://own.example', site: 'taught-own' }]);
    expect(gate?.js[0]).toBe('sites/generic.js');
    // Whether it holds a control at its own event its data alone says.
    expect(gate?.js.slice(-2)).toEqual(['controls.js', 'gate.js']);
    expect(gate?.js.join()).not.toContain('taught');
  });

  it('none without a desk', () => expect(scriptsFor([])).toEqual([]));
});

describe('the registered scripts', () => {
  type Script = { id: string; js?: string[]; matches: string[] };
  let registered: Script[];
  let allowed: Set<string>;
  beforeEach(async () => {
    fakeBrowser.reset();
    registered = [];
    allowed = new Set(['https://rt.example/*']);
    Object.assign(browser, {
      scripting: {
        getRegisteredContentScripts: async () => registered,
        registerContentScripts: vi.fn(async (scripts: Script[]) => void registered.push(...scripts)),
        unregisterContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => {
          registered = registered.filter(({ id }) => !ids.includes(id));
        }),
      },
      permissions: { contains: async ({ origins }: { origins: string[] }) => origins.every((one) => allowed.has(one)) },
    });
    await changeSettings((settings) => ({ ...settings, desks: [RT, PRACTICE] }));
  });
  const ids = () => registered.map(({ id }) => id);

  it('are those of the desks whose host the browser allows, and are made once', async () => {
    expect(await syncScripts()).toEqual(['https://rt.example/*']);
    expect(ids()).toEqual(['10-gate https://rt.example/*', '20-wire https://rt.example/*']);
    expect(await syncScripts()).toEqual([]);
    expect(browser.scripting.registerContentScripts).toHaveBeenCalledTimes(1);
  });

  it('go when the host is taken away', async () => {
    await syncScripts();
    allowed.clear();
    expect(await syncScripts()).toEqual([]);
    expect(ids()).toEqual([]);
  });

  it('are made anew when the host gets another site', async () => {
    await syncScripts();
    await changeSettings((settings) => ({ ...settings, desks: [{ ...RT, site: 'practice' }] }));
    expect(await syncScripts()).toEqual(['https://rt.example/*']);
    expect(registered.find(({ id }) => id.startsWith('10'))?.js).toEqual(['sites/practice.js', 'gate.js']);
    expect(ids()).toHaveLength(2);
  });

  it('of an earlier Baton that this one does not know go', async () => {
    registered = [{ id: 'old', js: ['old.js'], matches: ['https://rt.example/*'] }];
    await syncScripts();
    expect(ids()).not.toContain('old');
  });
});

describe('the desks that a company bakes in', () => {
  const known = ['request-tracker', 'practice'];
  it('are origin and site, by commas', () => {
    expect(bakedDesks(' https://rt.example/rt/=request-tracker, http://127.0.0.1:18090=practice,', known)).toEqual([
      RT,
      PRACTICE,
    ]);
    expect(bakedDesks('', known)).toEqual([]);
  });

  it.each([
    ['rt.example', /not an address=site/],
    ['=practice', /not an address=site/],
    ['nonsense=practice', /not an address=site/],
    ['ftp://rt.example=practice', /not an http/],
    ['file:///etc=practice', /not an http/],
    ['https://rt.example=zendesk', /knows no site "zendesk". It knows request-tracker, practice/],
  ])('%s fails the build, and says what is wrong', (list, why) => {
    expect(() => bakedDesks(list, known)).toThrow(why);
    expect(() => bakedDesks(`https://ok.example=practice,${list}`, known)).toThrow(why);
  });

  it('a host is allowed with all its ports: patterns carry none', () => {
    expect(hostPattern('http://127.0.0.1:18090')).toBe('http://127.0.0.1/*');
    expect(hostPattern('https://rt.example')).toBe('https://rt.example/*');
  });
});
