import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { gateMemory } from '../../../lib/service/gate-memory';
import { changeSettings } from '../../../lib/settings/settings';
import { removeTaught, saveTaught } from '../../../lib/settings/taught';
import { practice } from '../../../lib/sites/practice/site';

vi.mock('../../../lib/store/playbooks', () => ({ ownPlaybooks: async () => [] }));

const DESK = { origin: 'https://own.example', site: 'taught-own' };
const own = { ...practice, id: DESK.site, name: 'Own desk', hosts: ['own.example'] };

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(browser, { permissions: { contains: async () => true } });
  await changeSettings((settings) => ({ ...settings, desks: [DESK] }));
});

describe('what a gate judges from', () => {
  it('is on the practice page what Baton brings, whatever the person uses', async () => {
    const modes = [{ playbook: 'support-to-engineering', mode: 'off' as const, since: 1 }];
    await changeSettings((settings) => ({ ...settings, modes }));
    const { site, playbooks } = await gateMemory('chrome-extension://abcdefghijklmnop');
    expect(site).toBe('practice');
    expect(playbooks.map(({ id }) => id)).toContain('support-to-engineering');
    expect((await gateMemory(DESK.origin)).playbooks.map(({ id }) => id)).not.toContain('support-to-engineering');
    expect((await gateMemory('https://chrome-extension.example')).site).toBeNull();
  });

  it('holds what people taught of its desk, as pages have it', async () => {
    await saveTaught(own);
    const { site, taught } = await gateMemory(DESK.origin);
    expect(site).toBe('taught-own');
    expect(taught?.writes.length).toBe(practice.writes.length);
    expect(taught).not.toHaveProperty('name');
    expect(JSON.stringify(taught)).not.toContain('"seen"');
    expect((await gateMemory('https://other.example')).taught).toBeUndefined();
  });

  it('is that of a desk that nobody described once it is gone', async () => {
    await saveTaught(own);
    await removeTaught(own.id);
    expect(await gateMemory(DESK.origin)).toMatchObject({ site: 'generic' });
    expect(await gateMemory(DESK.origin)).not.toHaveProperty('taught');
  });

  it('is that too where another site of the same name took its place, for another host', async () => {
    await saveTaught({ ...own, hosts: ['elsewhere.example', 'own.example:8443'] });
    expect(await gateMemory(DESK.origin)).toMatchObject({ site: 'generic' });
    expect(await gateMemory(DESK.origin)).not.toHaveProperty('taught');
  });
});
