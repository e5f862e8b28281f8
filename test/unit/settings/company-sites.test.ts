import { beforeEach, describe, expect, it, vi } from 'vitest';
import { practice } from '../../../lib/sites/practice/site';
import { fakeStorage } from './fake-storage';

type Storage = ReturnType<typeof fakeStorage>['storage'] & { managed?: { get(key: string): Promise<unknown> } };
const fake = vi.hoisted(() => ({ browser: { storage: {} as unknown } }));
vi.mock('wxt/browser', () => fake);

const { readCompanySites } = await import('../../../lib/settings/company-sites');
const { inUse, readOwn, watchOwn } = await import('../../../lib/settings/own-sites');
const { saveTaught } = await import('../../../lib/settings/taught');

let storage: Storage;
/** The company's policy; a reason where reading it fails. */
let policy: { sites?: unknown } | Error;
let data: Record<string, unknown>;
beforeEach(() => {
  const made = fakeStorage();
  data = made.data;
  const managed = {
    get: async () => {
      if (policy instanceof Error) throw policy;
      return policy;
    },
  };
  storage = { ...made.storage, managed };
  fake.browser.storage = storage;
  policy = {};
});

const { generic: _, ...rest } = practice;
const desk = (id: string, name = 'Company desk') =>
  JSON.parse(JSON.stringify({ ...rest, id: `taught-${id}`, name, hosts: ['desk.example'] }));
const file = (id: string) => ({ baton: 'site', version: 1, site: desk(id) });

describe('the sites of a company', () => {
  it('are read as a file’s text, as the file, or alone; each by itself', async () => {
    policy = { sites: [JSON.stringify(file('one')), file('two'), desk('three'), 7, '{', { ...desk('x'), hosts: [] }] };
    const { sites, broken } = await readCompanySites();
    expect(sites.map(({ id }) => id)).toEqual(['taught-one', 'taught-two', 'taught-three']);
    expect(broken).toEqual([
      { number: 4, ok: false, why: 'broken', at: 'site', detail: expect.any(String) },
      { number: 5, ok: false, why: 'not-json' },
      { number: 6, ok: false, why: 'broken', at: 'hosts' },
    ]);
  });

  it('are none where there is no policy, or nobody may read it', async () => {
    for (const one of [{}, new Error('no managed storage'), { sites: null }]) {
      policy = one as typeof policy;
      expect((await readCompanySites()).sites).toEqual([]);
    }
    delete storage.managed;
    expect(await readCompanySites()).toEqual({ sites: [], broken: [] });
  });

  it('stand for a person’s own of the same name, and never change what is stored', async () => {
    await saveTaught(desk('one', 'My own'));
    await saveTaught(desk('mine', 'Mine'));
    policy = { sites: [desk('one')] };
    expect(inUse(await readOwn()).map(({ name }) => name)).toEqual(['Company desk', 'Mine']);
    expect((data['taught-sites'] as unknown[]).length).toBe(2);
  });

  it('are watched with what people taught', async () => {
    let heard = 0;
    const stop = watchOwn(() => {
      heard += 1;
    });
    await saveTaught(desk('one'));
    stop();
    await saveTaught(desk('two'));
    expect(heard).toBe(1);
  });
});
