import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './fake-storage';

const fake = vi.hoisted(() => ({ browser: { storage: {} as unknown } }));
vi.mock('wxt/browser', () => fake);

const { changeSettings, readSettings, settingsAside, watchSettings } = await import('../../../lib/settings/settings');

let data: Record<string, unknown>;
beforeEach(() => {
  const made = fakeStorage();
  data = made.data;
  fake.browser.storage = made.storage;
});

const rt = { origin: 'https://rt.example', site: 'request-tracker' };

/** What came after the first version: stored settings without it are whole. */
const LATER = { modes: [], identity: { name: '', team: '' }, keepDays: 0, welcomed: false };

describe('settings', () => {
  it('are the defaults where nothing is stored: no desk, and Baton opens the gate when it is unsure', async () => {
    expect(await readSettings()).toEqual({
      desks: [],
      roster: [],
      whenUnsure: 'open',
      panel: { side: 'right' },
      ...LATER,
    });
  });

  it('of the first version are whole, and nothing of them goes aside', async () => {
    const { modes, identity, keepDays, welcomed, ...first } = await readSettings();
    data.settings = { ...first, desks: [rt] };
    expect(await readSettings()).toEqual({ ...first, desks: [rt], ...LATER });
    expect(await settingsAside()).toEqual([]);
  });

  it('of the first version kept a width for everybody: its 380 is no choice, any other one is, as wide as may be', async () => {
    const { panel: _, ...others } = await readSettings();
    const read = async (width: number) => {
      data.settings = { ...others, panel: { side: 'left', width } };
      return (await readSettings()).panel;
    };
    expect(await read(380)).toEqual({ side: 'left' });
    expect(await read(440)).toEqual({ side: 'left', chosen: 440 });
    expect(await read(720)).toEqual({ side: 'left', chosen: 640 });
    expect(await settingsAside()).toEqual([]);
    // A person who makes it so wide now keeps it.
    await changeSettings((settings) => ({ ...settings, panel: { side: 'right', chosen: 380 } }));
    expect((await readSettings()).panel).toEqual({ side: 'right', chosen: 380 });
  });

  it('lose no change when many are made at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        changeSettings((settings) => ({
          ...settings,
          desks: [...settings.desks, { ...rt, origin: `https://desk${n}.example` }],
        })),
      ),
    );
    expect((await readSettings()).desks).toHaveLength(20);
  });

  it('lose no change where the browser has no locks either', async () => {
    vi.stubGlobal('navigator', {});
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        changeSettings((settings) => ({ ...settings, roster: [...settings.roster, { team: `T${n}`, people: [] }] })),
      ),
    );
    vi.unstubAllGlobals();
    expect((await readSettings()).roster).toHaveLength(20);
  });

  it('go on after a change that failed', async () => {
    const fails = () => {
      throw new Error('no');
    };
    await expect(changeSettings(fails)).rejects.toThrow('no');
    await changeSettings((settings) => ({ ...settings, whenUnsure: 'closed' }));
    expect((await readSettings()).whenUnsure).toBe('closed');
  });

  it('refuse what is no valid setting and stay as they were', async () => {
    await changeSettings((settings) => ({ ...settings, desks: [rt] }));
    await expect(
      changeSettings((settings) => ({ ...settings, panel: { side: 'right', chosen: 5 } })),
    ).rejects.toThrow();
    expect((await readSettings()).desks).toEqual([rt]);
  });

  it('keep the good parts of a broken value, and the broken value itself', async () => {
    const broken = {
      desks: [rt, { origin: 'not a url', site: 'x' }],
      roster: 'none',
      whenUnsure: 'closed',
      panel: { side: 'up' },
      later: true,
    };
    data.settings = broken;
    expect(await readSettings()).toEqual({
      desks: [rt],
      roster: [],
      whenUnsure: 'closed',
      panel: { side: 'right' },
      ...LATER,
    });
    expect(await settingsAside()).toEqual([{ at: expect.any(Number), value: broken }]);
  });

  it('keep a broken value once, however often they are read, and never overwrite an earlier one', async () => {
    data.settings = 'first';
    await Promise.all([readSettings(), readSettings(), readSettings()]);
    data.settings = 'second';
    await changeSettings((settings) => settings);
    expect((await settingsAside()).map((kept) => (kept as { value: unknown }).value)).toEqual(['first', 'second']);
  });

  it('are heard by those who watch, until they stop', async () => {
    const heard: string[] = [];
    const stop = watchSettings((settings) => heard.push(settings.whenUnsure));
    await changeSettings((settings) => ({ ...settings, whenUnsure: 'closed' }));
    await vi.waitFor(() => expect(heard).toEqual(['closed']));
    stop();
    await changeSettings((settings) => ({ ...settings, whenUnsure: 'open' }));
    expect(heard).toEqual(['closed']);
  });
});
