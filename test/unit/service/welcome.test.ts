import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { greet } from '../../../lib/service/welcome';
import * as policies from '../../../lib/settings/policy';
import { readSettings } from '../../../lib/settings/settings';
import { setPolicy } from '../settings/set-policy';

const create = vi.spyOn(browser.tabs, 'create');

const installed = (installType: string) =>
  Object.assign(browser, { management: { getSelf: async () => ({ installType }) } });

beforeEach(() => {
  fakeBrowser.reset();
  create.mockClear();
  vi.stubGlobal('__BATON_WELCOME__', true);
  policies.forgetPolicy();
  installed('normal');
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://baton${path}`);
});

describe('the welcome', () => {
  it('opens once, when Baton was installed', async () => {
    await greet({ reason: 'install' });
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome-extension://baton/welcome.html' });
    expect((await readSettings()).welcomed).toBe(true);
    await greet({ reason: 'install' });
    expect(create).toHaveBeenCalledOnce();
  });

  it.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
    'not by itself after an %s',
    async (reason) => {
      await greet({ reason });
      expect(create).not.toHaveBeenCalled();
    },
  );

  it('not where the company switched it off, also where its policy comes a moment after Baton', async () => {
    await setPolicy({ off: { features: ['welcome'] } });
    await greet({ reason: 'install' });
    await setPolicy({});
    installed('admin');
    const listens = vi.spyOn(policies, 'watchPolicy');
    const greeted = greet({ reason: 'install' });
    await vi.waitFor(() => expect(listens).toHaveBeenCalled());
    await fakeBrowser.storage.managed.set({ off: { features: ['welcome'] } });
    await greeted;
    expect(create).not.toHaveBeenCalled();
    expect((await readSettings()).welcomed).toBe(false);
  });

  it('not in builds for tests', async () => {
    vi.stubGlobal('__BATON_WELCOME__', false);
    await greet({ reason: 'install' });
    expect(create).not.toHaveBeenCalled();
  });
});
