import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Site } from '../../../lib/model/site';

const fake = vi.hoisted(() => ({ browser: { permissions: { request: vi.fn() } }, call: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: fake.browser }));
vi.mock('../../../lib/messages/client', () => ({ call: fake.call }));
const { allow } = await import('../../../lib/settings/allow');

const page = {
  origin: 'https://rt.example:8443',
  host: 'rt.example:8443',
  hostname: 'rt.example',
  pattern: 'https://rt.example/*',
};
const site = { id: 'request-tracker' } as Site;
const { request } = fake.browser.permissions;

beforeEach(() => {
  vi.resetAllMocks();
  fake.call.mockResolvedValue({ ok: true });
});

describe('allowing a desk', () => {
  it('tells the background first and asks the browser within the press, for this host alone', () => {
    request.mockReturnValue(new Promise(() => undefined));
    void allow(page, site, 4);
    expect(fake.call).toHaveBeenCalledWith('desk/allow', { origin: page.origin, site: 'request-tracker', tab: 4 });
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://rt.example/*'] });
    expect(fake.call.mock.invocationCallOrder[0]).toBeLessThan(request.mock.invocationCallOrder[0] ?? 0);
  });

  it('is on when both agree', async () => {
    request.mockResolvedValue(true);
    expect(await allow(page, site, 4)).toBe('on');
  });

  it('is taken back when the person refuses, or the browser cannot ask', async () => {
    request.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error('no gesture'));
    expect(await allow(page, site, 4)).toBe('refused');
    expect(await allow(page, site, 4)).toBe('refused');
    expect(fake.call).toHaveBeenLastCalledWith('desk/remove', { origin: page.origin });
  });

  it('stays in the list when it was there before and the person refuses', async () => {
    request.mockResolvedValue(false);
    expect(await allow(page, site, 4, true)).toBe('refused');
    expect(fake.call).not.toHaveBeenCalledWith('desk/remove', expect.anything());
  });

  it('says so when the background could not take it up', async () => {
    request.mockResolvedValue(true);
    fake.call.mockRejectedValue(new Error('no answer'));
    expect(await allow(page, site, 4)).toBe('failed');
  });
});
