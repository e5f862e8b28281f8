import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { greet } from '../../../lib/service/welcome';
import { readSettings } from '../../../lib/settings/settings';

const create = vi.spyOn(browser.tabs, 'create');

beforeEach(() => {
  fakeBrowser.reset();
  create.mockClear();
  vi.stubGlobal('__BATON_WELCOME__', true);
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

  it('not in builds for tests', async () => {
    vi.stubGlobal('__BATON_WELCOME__', false);
    await greet({ reason: 'install' });
    expect(create).not.toHaveBeenCalled();
  });
});
