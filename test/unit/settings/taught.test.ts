import { beforeEach, describe, expect, it, vi } from 'vitest';
import { practice } from '../../../lib/sites/practice/site';
import { fakeStorage } from './fake-storage';

const fake = vi.hoisted(() => ({ browser: { storage: {} as unknown } }));
vi.mock('wxt/browser', () => fake);

const { readTaught, removeTaught, saveTaught, watchTaught } = await import('../../../lib/settings/taught');

let data: Record<string, unknown>;
beforeEach(() => {
  const made = fakeStorage();
  data = made.data;
  fake.browser.storage = made.storage;
});

const desk = (id: string, name = 'Own desk') => ({ ...practice, id: `taught-${id}`, name });
const names = async () => (await readTaught()).map(({ id, name }) => `${id} ${name}`);

describe('sites that people teach', () => {
  it('are kept, changed in their place, and removed', async () => {
    await Promise.all(['one', 'two', 'three'].map((id) => saveTaught(desk(id))));
    await saveTaught(desk('two', 'Second'));
    expect(await names()).toEqual(['taught-one Own desk', 'taught-three Own desk', 'taught-two Second']);
    await removeTaught('taught-three');
    expect(await names()).toEqual(['taught-one Own desk', 'taught-two Second']);
  });

  it('are told to whoever watches', async () => {
    const heard: number[] = [];
    const stop = watchTaught((sites) => heard.push(sites.length));
    await saveTaught(desk('one'));
    stop();
    await saveTaught(desk('two'));
    expect(heard).toEqual([1]);
  });

  it('are refused where they are no sites, or would stand for one of Baton’s own; nothing changes', async () => {
    await saveTaught(desk('one'));
    for (const wrong of [{}, null, { ...desk('x'), pages: [] }, practice])
      await expect(saveTaught(wrong)).rejects.toThrow();
    expect(await names()).toEqual(['taught-one Own desk']);
  });

  it('that were stored broken are left out, and kept aside, not lost, when something is saved', async () => {
    data['taught-sites'] = [desk('one'), { id: 'taught-broken' }, 7, practice];
    expect(await names()).toEqual(['taught-one Own desk']);
    await saveTaught(desk('two'));
    expect(await names()).toEqual(['taught-one Own desk', 'taught-two Own desk']);
    expect(data['taught-sites-aside']).toEqual([{ id: 'taught-broken' }, 7, JSON.parse(JSON.stringify(practice))]);
  });
});
