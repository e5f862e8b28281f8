import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askForHost, sourceToLookAt, takeUp } from '../../../lib/settings/allow';
import { forgetOldWishes, WISH_LIFE } from '../../../lib/settings/wishes';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../../lib/messages/client', () => ({ call }));

const HOST = 'https://rt.example/*';
const desk = { for: 'desk' as const, origin: 'https://rt.example:8443', site: 'request-tracker' };
const source = { for: 'source' as const, url: 'https://rt.example/playbooks.json' };
const request = vi.fn();
const allowed = new Set<string>();

const stored = () => fakeBrowser.storage.local.get(null);
const wishes = async () => Object.values(await stored());
const put = (wish: unknown, host = HOST) => fakeBrowser.storage.local.set({ [`wish ${host}`]: wish });

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetAllMocks();
  vi.useRealTimers();
  allowed.clear();
  call.mockResolvedValue({ ok: true });
  Object.assign(browser, {
    permissions: {
      request,
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => allowed.has(one)),
      getAll: async () => ({ origins: [...allowed] }),
    },
  });
});

describe('asking for a host', () => {
  it.each([
    ['a desk', desk],
    ['a source of playbooks', source],
  ])('for %s writes down what for, then asks for this host alone, all within the press', async (_, purpose) => {
    const set = vi.spyOn(browser.storage.local, 'set');
    request.mockReturnValue(new Promise(() => undefined));
    void askForHost(purpose);
    // Nothing was awaited: the browser has both before the press is over, and the prompt may close this page.
    expect(set).toHaveBeenCalledExactlyOnceWith({ [`wish ${HOST}`]: { purpose, at: expect.any(Number) } });
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: [HOST] });
    expect(set.mock.invocationCallOrder[0]).toBeLessThan(request.mock.invocationCallOrder[0] ?? 0);
    expect(call).not.toHaveBeenCalled();
  });

  it('has the background take up a desk that was allowed', async () => {
    request.mockResolvedValue(true);
    expect(await askForHost(desk)).toBe('on');
    expect(call).toHaveBeenCalledExactlyOnceWith('desk/allow', { origin: desk.origin, site: desk.site });
  });

  it('works too where nothing can be written down', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('disk full'));
    request.mockResolvedValue(true);
    expect(await askForHost(desk)).toBe('on');
  });

  it('leaves a source to the page that shows what it brings', async () => {
    request.mockResolvedValue(true);
    expect(await askForHost(source)).toBe('on');
    expect(call).not.toHaveBeenCalled();
    expect(await wishes()).toEqual([]);
  });

  it('leaves nothing behind where the person refuses, or the browser cannot ask', async () => {
    request.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error('no gesture'));
    expect(await askForHost(desk)).toBe('refused');
    expect(await askForHost(desk)).toBe('refused');
    expect(await wishes()).toEqual([]);
    expect(call).not.toHaveBeenCalled();
  });

  it('keeps the wish where the background could not take it up, for its next start', async () => {
    request.mockResolvedValue(true);
    call.mockRejectedValue(new Error('no answer'));
    expect(await askForHost(desk)).toBe('failed');
    expect(await wishes()).toMatchObject([{ purpose: desk }]);
  });

  it('means what was asked for last: a refusal of what was asked for before takes nothing from it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
    let answer = (_: boolean) => {};
    request.mockReturnValueOnce(new Promise<boolean>((done) => (answer = done)));
    const first = askForHost(desk);
    vi.setSystemTime(2_000);
    request.mockReturnValueOnce(new Promise(() => undefined));
    const other = { ...desk, origin: 'https://rt.example:9443' };
    void askForHost(other);
    answer(false);
    expect(await first).toBe('refused');
    expect(await wishes()).toMatchObject([{ purpose: other }]);
  });
});

describe('a page of ours that opens later', () => {
  it('finishes a desk that was asked for and allowed while no page was there', async () => {
    await put({ purpose: desk, at: Date.now() - 60_000 });
    await takeUp(HOST);
    expect(call).not.toHaveBeenCalled();
    allowed.add(HOST);
    await takeUp(HOST);
    expect(call).toHaveBeenCalledExactlyOnceWith('desk/allow', { origin: desk.origin, site: desk.site });
  });

  it('looks at a source that was allowed, once', async () => {
    await put({ purpose: source, at: Date.now() });
    expect(await sourceToLookAt()).toBeNull();
    allowed.add(HOST);
    expect(await sourceToLookAt()).toBe(source.url);
    expect(await sourceToLookAt()).toBeNull();
  });

  it.each([
    ['is too old: it was refused', { purpose: desk, at: Date.now() - WISH_LIFE - 1 }],
    ['is from a clock that was set back', { purpose: desk, at: Date.now() + 60_000 }],
    ['is of another host', { purpose: { ...desk, origin: 'https://other.example' }, at: Date.now() }],
    ['names no web address', { purpose: { ...desk, origin: 'javascript:alert(1)' }, at: Date.now() }],
    ['names a site as no site is called', { purpose: { ...desk, site: '../evil' }, at: Date.now() }],
    ['has more than a wish has', { purpose: { ...desk, armed: true }, at: Date.now() }],
    ['is for something that Baton does not know', { purpose: { for: 'all', origin: desk.origin }, at: Date.now() }],
    ['is no wish', 'yes'],
  ])('passes over a wish that %s, and removes it', async (_, wish) => {
    await put(wish);
    allowed.add(HOST);
    await takeUp(HOST);
    expect(call).not.toHaveBeenCalled();
    expect(await stored()).toEqual({});
  });
});

it('wishes that nobody can fulfil any more are forgotten, those that still count and all else that is stored are not', async () => {
  await put({ purpose: desk, at: Date.now() - WISH_LIFE - 1 });
  await put({ purpose: { ...source, url: 'https://new.example/' }, at: Date.now() }, 'https://new.example/*');
  await fakeBrowser.storage.local.set({ settings: { desks: [] } });
  await forgetOldWishes(Date.now());
  expect(Object.keys(await stored()).sort()).toEqual(['settings', 'wish https://new.example/*']);
});
