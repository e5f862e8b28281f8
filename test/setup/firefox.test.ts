import { describe, expect, it } from 'vitest';
import { findFirefox } from './firefox.ts';

describe('finding Firefox', () => {
  it.each([
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ])('takes %s', (path) => {
    expect(findFirefox({ PROGRAMFILES: 'C:\\Program Files' }, (one) => one === path)).toBe(path);
  });

  it('takes the one that FIREFOX_PATH names before all others, and says so when that is not there', () => {
    expect(findFirefox({ FIREFOX_PATH: '/opt/mine/firefox' }, () => true)).toBe('/opt/mine/firefox');
    expect(() => findFirefox({ FIREFOX_PATH: '/opt/mine/firefox' }, (one) => one === '/usr/bin/firefox-esr')).toThrow(
      '/opt/mine/firefox, which is not there',
    );
  });

  it('finds none where there is none', () => {
    expect(findFirefox({}, () => false)).toBeUndefined();
  });
});
