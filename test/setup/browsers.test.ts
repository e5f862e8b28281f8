import { describe, expect, it } from 'vitest';
import { findBrowser } from './browsers.ts';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe('finding a browser', () => {
  it('takes Chromium before branded Chrome', () => {
    expect(findBrowser({}, only('/usr/bin/google-chrome', '/usr/bin/chromium'))).toMatchObject({
      path: '/usr/bin/chromium',
      loading: 'flag',
    });
  });

  it.each([
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ])('loads over the pipe into %s, which ignores the flag', (path) => {
    expect(findBrowser({ PROGRAMFILES: 'C:\\Program Files' }, only(path))).toMatchObject({ path, loading: 'pipe' });
  });

  it('takes the one that CHROME_PATH names before all others', () => {
    expect(findBrowser({ CHROME_PATH: '/opt/mine/chrome' }, () => true)).toMatchObject({
      path: '/opt/mine/chrome',
      loading: 'pipe',
    });
  });

  it('says so when CHROME_PATH names nothing', () => {
    expect(() => findBrowser({ CHROME_PATH: '/opt/mine/chrome' }, only('/usr/bin/chromium'))).toThrow(
      '/opt/mine/chrome, which is not there',
    );
  });

  it('finds none where there is none', () => {
    expect(findBrowser({}, () => false)).toBeUndefined();
  });
});
