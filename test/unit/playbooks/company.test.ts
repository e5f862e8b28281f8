import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_POLICY } from '../../../lib/model/policy';
import { allPlaybooks } from '../../../lib/playbooks/all';
import { companySource, followCompanySource } from '../../../lib/playbooks/company-source';
import { writePlaybookFile } from '../../../lib/playbooks/file';
import { readSubscription, takeSource } from '../../../lib/playbooks/subscription';
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering';
import { changeSettings } from '../../../lib/settings/settings';
import { savePlaybook } from '../../../lib/store/playbooks';
import { setPolicy } from '../settings/set-policy';
import { freshStore } from '../store/fixtures';

const called = (name: string, id = 'support-to-engineering') => ({ ...supportToEngineering, id, name });
const saving = { who: '', why: '', now: 0 };
const HOUR = 60 * 60_000;
const policy = { ...NO_POLICY, playbooksUrl: 'https://intranet.example/playbooks.json' };

beforeEach(async () => {
  fakeBrowser.reset();
  await setPolicy({});
  await freshStore();
  vi.unstubAllGlobals();
});
const mine = async (id = 'support-to-engineering') => (await allPlaybooks()).find(({ playbook }) => playbook.id === id);

describe('playbooks of a company', () => {
  it('stand for all others of the same id, hold, and are locked, whatever a person once chose', async () => {
    await savePlaybook(called('My own'), saving);
    await changeSettings((now) => ({
      ...now,
      modes: [{ playbook: 'support-to-engineering', mode: 'off', since: 1 }],
    }));
    expect(await mine()).toMatchObject({ source: 'own', mode: 'off', locked: false });
    await setPolicy({ playbooks: [called('Ours')] });
    expect(await mine()).toMatchObject({ playbook: { name: 'Ours' }, source: 'company', mode: 'armed', locked: true });
    expect((await allPlaybooks())[0]?.source).toBe('company');
  });

  it('are in force as the policy says, and so are all others that it names', async () => {
    await setPolicy({
      playbooks: [called('Ours', 'ours')],
      modes: { ours: 'shadow', 'sales-to-onboarding': 'off' },
    });
    expect(await mine('ours')).toMatchObject({ mode: 'shadow', locked: true });
    expect(await mine('sales-to-onboarding')).toMatchObject({ source: 'baton', mode: 'off', locked: true });
    expect(await mine()).toMatchObject({ source: 'baton', mode: 'armed', locked: false });
  });
});

describe('the source that a policy names', () => {
  const brings = (...names: string[]) => {
    const fetched = vi.fn(async () => new Response(writePlaybookFile(names.map((name) => called(name, name)))));
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };
  const names = async () => (await companySource(policy)).map(({ name }) => name);

  it('is taken without asking, looked at again after a while, and kept when it is gone', async () => {
    const fetched = brings('one');
    await followCompanySource(policy, HOUR, 10 * HOUR);
    expect(await names()).toEqual(['one']);
    await followCompanySource(policy, HOUR, 10.5 * HOUR);
    expect(fetched).toHaveBeenCalledOnce();
    brings('one', 'two');
    await followCompanySource(policy, HOUR, 11 * HOUR);
    expect(await names()).toEqual(['one', 'two']);
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await followCompanySource(policy, HOUR, 13 * HOUR);
    expect(await names()).toEqual(['one', 'two']);
    await followCompanySource({ ...policy, playbooksUrl: 'https://elsewhere.example/p.json' }, HOUR, 13 * HOUR);
    expect(await names()).toEqual(['one', 'two']);
  });

  it('is in force only while the policy names it, and leaves alone what the person took', async () => {
    brings('one');
    await takeSource('https://mine.example/p.json', [called('mine', 'mine')], HOUR);
    await followCompanySource(policy, HOUR, 10 * HOUR);
    expect(await companySource(NO_POLICY)).toEqual([]);
    expect((await readSubscription())?.url).toBe('https://mine.example/p.json');
    await setPolicy({ playbooksUrl: policy.playbooksUrl });
    expect(await mine('one')).toMatchObject({ source: 'company', locked: true });
    expect(await mine('mine')).toMatchObject({ source: 'shared', locked: false });
  });

  it('of a person’s own is not taken where that is switched off, and one of before is out of force until it is on again', async () => {
    const take = (id: string) => takeSource('https://mine.example/p.json', [called(id, id)], HOUR);
    await take('before');
    await setPolicy({ off: { features: ['subscribe'] } });
    await expect(take('after')).rejects.toThrow();
    expect(await readSubscription()).toBeNull();
    expect(await mine('before')).toBeUndefined();
    await setPolicy({});
    expect(await mine('before')).toMatchObject({ source: 'shared' });
  });
});
