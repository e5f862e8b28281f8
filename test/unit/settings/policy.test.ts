import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_POLICY } from '../../../lib/model/policy';
import { lockedParts } from '../../../lib/settings/effective';
import { inUse, readOwn, watchOwn } from '../../../lib/settings/own-sites';
import { forgetPolicy, isOff, readPolicy, watchPolicy } from '../../../lib/settings/policy';
import { changeSettings, readSettings, readToChange } from '../../../lib/settings/settings';
import { saveTaught } from '../../../lib/settings/taught';
import { noteUnsure } from '../../../lib/settings/unsure';
import { practice } from '../../../lib/sites/practice/site';
import { setPolicy } from './set-policy';

const A = { origin: 'https://a.example', site: 'practice' };
const B = { origin: 'https://b.example', site: 'zammad' };
const { generic: _, ...rest } = practice;
const desk = (id: string, name: string) => ({ ...rest, id: `taught-${id}`, name, hosts: ['desk.example'] });

beforeEach(() => {
  fakeBrowser.reset();
  forgetPolicy();
});

describe('the policy', () => {
  it('is none where there is none, or where nobody may read it', async () => {
    expect(await readPolicy()).toEqual({ policy: NO_POLICY, broken: [] });
    const { managed } = browser.storage;
    for (const wrong of [undefined, { get: () => Promise.reject(new Error('no managed storage')) }]) {
      Object.assign(browser.storage, { managed: wrong });
      forgetPolicy();
      expect(await readPolicy()).toEqual({ policy: NO_POLICY, broken: [] });
    }
    Object.assign(browser.storage, { managed });
  });

  it('is read once, and anew when it changes', async () => {
    await setPolicy({ keepDays: 30 });
    const first = readPolicy();
    expect(readPolicy()).toBe(first);
    let heard = 0;
    const stop = watchPolicy(() => {
      heard += 1;
    });
    await setPolicy({ keepDays: 60, off: { features: ['teach'] } });
    stop();
    expect(heard).toBeGreaterThan(0);
    expect((await readPolicy()).policy.keepDays).toBe(60);
    expect([await isOff('teach'), await isOff('export')]).toEqual([true, false]);
  });
});

describe('settings under a policy', () => {
  it('are what the company sets, and the person’s own where it sets nothing', async () => {
    await changeSettings((now) => ({ ...now, desks: [A, B], whenUnsure: 'open', keepDays: 10, welcomed: true }));
    await setPolicy({
      desks: [A.origin],
      whenUnsure: 'closed',
      identity: { team: 'Support' },
      modes: { one: 'off' },
      off: { sites: ['practice'] },
    });
    expect(await readSettings()).toMatchObject({
      desks: [],
      whenUnsure: 'closed',
      keepDays: 10,
      identity: { name: '', team: 'Support' },
      modes: [{ playbook: 'one', mode: 'off', since: 0 }],
      welcomed: true,
    });
  });

  it('cannot be changed where they are locked, and are the person’s again when the policy goes', async () => {
    const mine = {
      whenUnsure: 'open' as const,
      keepDays: 10,
      identity: { name: 'ann', team: 'Sales' },
      roster: [{ team: 'Sales', people: ['ann'] }],
      modes: [
        { playbook: 'one', mode: 'armed' as const, since: 5 },
        { playbook: 'two', mode: 'off' as const, since: 6 },
      ],
    };
    await changeSettings((now) => ({ ...now, desks: [A, B], ...mine }));
    await setPolicy({
      desks: [A.origin],
      whenUnsure: 'closed',
      keepDays: 90,
      identity: { name: 'dana' },
      roster: [{ team: 'Support', people: ['dana'] }],
      modes: { one: 'shadow' },
    });
    const changed = await changeSettings((now) => ({
      ...now,
      whenUnsure: 'open',
      keepDays: 0,
      identity: { name: 'eve', team: 'Onboarding' },
      roster: [],
      modes: [
        { playbook: 'one', mode: 'off', since: 9 },
        { playbook: 'two', mode: 'shadow', since: 9 },
      ],
      welcomed: true,
    }));
    expect(changed).toEqual(await readSettings());
    expect(changed).toMatchObject({
      desks: [A],
      whenUnsure: 'closed',
      keepDays: 90,
      identity: { name: 'dana', team: 'Onboarding' },
      welcomed: true,
    });
    expect(changed.modes).toEqual([
      { playbook: 'one', mode: 'shadow', since: 0 },
      { playbook: 'two', mode: 'shadow', since: 9 },
    ]);

    await setPolicy({});
    expect(await readToChange()).toMatchObject({
      ...mine,
      desks: [A, B],
      identity: { name: 'ann', team: 'Onboarding' },
      modes: [
        { playbook: 'two', mode: 'shadow', since: 9 },
        { playbook: 'one', mode: 'armed', since: 5 },
      ],
    });
  });

  it('put who works here into their team, for judging alone', async () => {
    const roster = [{ team: 'Support', people: ['ann'] }];
    await changeSettings((now) => ({ ...now, roster, identity: { name: 'dana', team: 'Support' } }));
    expect((await readSettings()).roster).toEqual([{ team: 'Support', people: ['ann', 'dana'] }]);
    expect((await readToChange()).roster).toEqual(roster);
    await changeSettings((now) => ({ ...now, identity: { name: 'dana', team: 'Leads' } }));
    expect((await readSettings()).roster).toEqual([...roster, { team: 'Leads', people: ['dana'] }]);
  });

  it('say what is locked', async () => {
    await setPolicy({ whenUnsure: 'open', identity: { team: 'Support' } });
    expect(lockedParts((await readPolicy()).policy)).toEqual({
      whenUnsure: true,
      keepDays: false,
      roster: false,
      name: false,
      team: true,
    });
  });

  it('are written down for gates that ask before the background answers', async () => {
    const noted = async () => (await browser.storage.local.get('unsure'))['unsure'];
    await noteUnsure();
    expect(await noted()).toBe('open');
    await setPolicy({ whenUnsure: 'closed' });
    await noteUnsure();
    expect(await noted()).toBe('closed');
  });
});

describe('the sites of a company', () => {
  it('stand for a person’s own of the same name, and never change what is stored', async () => {
    await saveTaught(desk('one', 'My own'));
    await saveTaught(desk('mine', 'Mine'));
    await setPolicy({ sites: [desk('one', 'Company desk')] });
    expect(inUse(await readOwn()).map(({ name }) => name)).toEqual(['Company desk', 'Mine']);
    const stored = (await browser.storage.local.get('taught-sites'))['taught-sites'];
    expect(stored).toHaveLength(2);
  });

  it('and a person’s own are not in use where they are switched off', async () => {
    await saveTaught(desk('mine', 'Mine'));
    await setPolicy({ sites: [desk('one', 'Company desk')], off: { sites: ['taught-mine'] } });
    expect(inUse(await readOwn()).map(({ name }) => name)).toEqual(['Company desk']);
  });

  it('are watched with what people taught', async () => {
    let heard = 0;
    const stop = watchOwn(() => {
      heard += 1;
    });
    await saveTaught(desk('one', 'One'));
    await setPolicy({ sites: [desk('two', 'Two')] });
    const before = heard;
    expect(before).toBeGreaterThanOrEqual(2);
    stop();
    await saveTaught(desk('three', 'Three'));
    expect(heard).toBe(before);
  });
});
