import { describe, expect, it, vi } from 'vitest';
import type { Send } from './bidi.ts';
import { type Event, keepRealms } from './realms.ts';

const created = (realm: string, origin: string, context = 'frame'): Event => ({
  method: 'script.realmCreated',
  params: { realm, origin, context, type: 'window' },
});
const committed: Event = { method: 'browsingContext.navigationCommitted', params: { context: 'frame' } };

function kept(realms: object[] = []) {
  const told: Event[] = [];
  const send = vi.fn(async () => ({ realms }));
  return { told, send, mayPass: keepRealms(send as unknown as Send, (event) => told.push(event)) };
}

describe('what Playwright hears of the pages that can be spoken to', () => {
  it('says for Firefox what it forgot to say', async () => {
    const own = { realm: 'own', origin: 'moz-extension://x', context: 'frame', type: 'window' };
    const { told, mayPass } = kept([{ ...own, realm: 'another', sandbox: 'x' }, own]);
    expect(mayPass(committed)).toBe(true);
    await vi.waitFor(() => expect(told).toEqual([{ method: 'script.realmCreated', params: own }]));
  });

  it('says nothing where Firefox did', async () => {
    const { told, send, mayPass } = kept([{ realm: 'own', origin: 'https://desk' }]);
    mayPass(committed);
    expect(mayPass(created('own', 'https://desk'))).toBe(true);
    await new Promise((later) => setTimeout(later, 120));
    expect(send).not.toHaveBeenCalled();
    expect(told).toEqual([]);
  });

  it('drops the empty page that is reported after the one that took its place', () => {
    const { mayPass } = kept();
    expect(mayPass(created('first', 'null'))).toBe(true);
    expect(mayPass(created('own', 'https://desk'))).toBe(true);
    expect(mayPass(created('late', 'null'))).toBe(false);
    mayPass({ method: 'script.realmDestroyed', params: { realm: 'own' } });
    expect(mayPass(created('blank', 'null'))).toBe(true);
  });
});
