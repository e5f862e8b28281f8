import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Policy } from '../../../lib/model/policy';
import type { Site } from '../../../lib/model/site';

const fake = vi.hoisted(() => ({
  browser: {
    tabs: { query: vi.fn() },
    permissions: { contains: vi.fn() },
    scripting: { executeScript: vi.fn() },
  },
  takeUp: vi.fn(),
  desks: [] as { origin: string; site: string }[],
  own: {} as unknown,
  policy: { off: { sites: [] as string[], features: [] as string[] } } as Pick<Policy, 'desks' | 'off'>,
}));
vi.mock('wxt/browser', () => ({ browser: fake.browser }));
vi.mock('../../../lib/messages/client', () => ({ call: vi.fn(async () => ({ health: null, mark: null })) }));
vi.mock('../../../lib/settings/settings', () => ({ readSettings: async () => ({ desks: fake.desks }) }));
vi.mock('../../../lib/settings/allow', () => ({ takeUp: fake.takeUp }));
vi.mock('../../../lib/settings/policy', () => ({
  readPolicy: async () => ({ policy: fake.policy, broken: [] }),
}));
vi.mock(import('../../../lib/settings/own-sites'), async (original) => ({
  ...(await original()),
  readOwn: async () => fake.own as never,
}));
const { activePage } = await import('../../../entrypoints/popup/active-page');

const ORIGIN = 'https://desk.example:8443';
const taught = { id: 'taught-own', name: 'Own desk', hosts: ['desk.example:8443'], marks: [] } as unknown as Site;

const own = (sites: Site[], company: Site[] = []) => ({ taught: sites, company, off: fake.policy.off.sites });

beforeEach(() => {
  fake.takeUp.mockReset().mockResolvedValue(undefined);
  fake.browser.tabs.query.mockResolvedValue([{ id: 4, url: `${ORIGIN}/case/1` }]);
  fake.browser.permissions.contains.mockResolvedValue(true);
  fake.browser.scripting.executeScript.mockResolvedValue([{ result: [] }]);
  fake.desks = [];
  fake.policy = { off: { sites: [], features: [] } };
  fake.own = own([taught]);
});
const at = (url: string) => fake.browser.tabs.query.mockResolvedValue([{ id: 4, url }]);
const state = async () => (await activePage()).state;

it('a desk that was asked for here, and allowed while no popup was open, is finished before anything is said of it', async () => {
  fake.takeUp.mockImplementation(async () => {
    fake.desks = [{ origin: ORIGIN, site: 'zammad' }];
  });
  expect(await state()).toMatchObject({ is: 'on', desk: 'Zammad' });
  expect(fake.takeUp).toHaveBeenCalledExactlyOnceWith('https://desk.example/*');
});

describe('a page of a desk that people taught', () => {
  it('is offered as that desk, on exactly its host', async () => {
    expect(await state()).toEqual({ is: 'known', host: 'desk.example', desk: 'Own desk' });
    expect((await activePage()).site).toBe(taught);
    fake.browser.tabs.query.mockResolvedValue([{ id: 4, url: 'https://desk.example/case/1' }]);
    expect(await state()).toEqual({ is: 'known', host: 'desk.example', desk: null });
  });

  it('is offered too where the person allowed it before anybody taught it', async () => {
    fake.desks = [{ origin: ORIGIN, site: 'generic' }];
    expect(await state()).toEqual({ is: 'known', host: 'desk.example', desk: 'Own desk' });
  });

  it('is on by its name where it is in use, and any other choice of the person stays', async () => {
    fake.desks = [{ origin: ORIGIN, site: 'taught-own' }];
    expect(await state()).toMatchObject({ is: 'on', desk: 'Own desk' });
    fake.desks = [{ origin: ORIGIN, site: 'zammad' }];
    expect(await state()).toMatchObject({ is: 'on', desk: 'Zammad' });
  });

  it('may be taught anew by who taught it; where nobody described it, by anybody; a company’s not at all', async () => {
    fake.desks = [{ origin: ORIGIN, site: 'taught-own' }];
    expect(await state()).toMatchObject({ teach: 'anew' });
    fake.own = own([taught], [taught]);
    expect(await state()).not.toHaveProperty('teach');
    fake.own = own([]);
    expect(await state()).toMatchObject({ teach: 'first' });
    fake.desks = [{ origin: ORIGIN, site: 'zammad' }];
    expect(await state()).not.toHaveProperty('teach');
  });

  it('is one that nobody described once what was taught is gone', async () => {
    fake.desks = [{ origin: ORIGIN, site: 'taught-own' }];
    fake.own = own([]);
    expect(await state()).toMatchObject({ is: 'on', desk: null });
  });
});

describe('under a company’s policy', () => {
  it('a page of another host than the named ones is offered nothing', async () => {
    fake.policy = { ...fake.policy, desks: ['https://desk.example'] };
    expect(await activePage()).toEqual({ state: { is: 'barred', host: 'desk.example' } });
    fake.policy = { ...fake.policy, desks: [ORIGIN] };
    expect(await state()).toEqual({ is: 'known', host: 'desk.example', desk: 'Own desk' });
  });

  it('a site that is switched off is never recognised, by host or by marks', async () => {
    at('https://acme.zendesk.com/agent/tickets/1');
    expect(await state()).toMatchObject({ desk: 'Zendesk' });
    fake.policy = { off: { sites: ['zendesk', 'taught-own'], features: [] } };
    fake.own = own([taught]);
    expect(await state()).toMatchObject({ desk: null });
    at(`${ORIGIN}/case/1`);
    expect(await state()).toMatchObject({ desk: null });
  });

  it('a page may be taught only where teaching is on', async () => {
    fake.policy = { off: { sites: [], features: ['teach'] } };
    fake.desks = [{ origin: ORIGIN, site: 'taught-own' }];
    expect(await state()).not.toHaveProperty('teach');
    fake.own = own([]);
    expect(await state()).not.toHaveProperty('teach');
  });
});
