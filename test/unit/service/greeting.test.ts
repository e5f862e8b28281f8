import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { greetingOf, greetTab, noteGreeting } from '../../../lib/service/greeting';
import { changeSettings } from '../../../lib/settings/settings';
import { saveTaught } from '../../../lib/settings/taught';
import { practice } from '../../../lib/sites/practice/site';
import { setPolicy } from '../settings/set-policy';
import { DESK, newWorld, playbook, TAB } from './world';

vi.stubGlobal('__BATON_HOLDS__', {
  practice: { ticket: ['team', 'status'] },
  owners: { ticket: ['owner'] },
  generic: {},
});

const owners = { ...playbook(), id: 'owners', name: 'By owner' };
let world: Awaited<ReturnType<typeof newWorld>>;
const use = (site: string) => changeSettings((now) => ({ ...now, desks: [{ origin: DESK, site }] }));
const line = (site: string) => greetingOf({ origin: DESK, site });
const said = () => world.told.flatMap((one) => (one.tell === 'line' ? [one.line.key] : []));

beforeEach(async () => {
  await setPolicy({});
  world = await newWorld(playbook());
  // What Baton brings is off here: the person's own stands alone.
  const off = ['support-to-engineering', 'sales-to-onboarding'];
  await changeSettings((now) => ({
    ...now,
    modes: off.map((id) => ({ playbook: id, mode: 'off' as const, since: 0 })),
  }));
  await use('practice');
});

describe('what a desk says when it was just allowed', () => {
  it('names the playbooks that can hold something there', async () => {
    expect(await line('practice')).toEqual({ key: 'line_on', subs: ['Small'], tone: 'good' });
  });

  it('says that Baton only reads where nothing can be held, and that no playbook fits where none can fire', async () => {
    expect(await line('generic')).toEqual({ key: 'line_on_reads', subs: [], tone: 'good' });
    expect(await line('owners')).toEqual({ key: 'line_on_none', subs: [], tone: 'good' });
  });

  it('counts a change of owner as one of team where it is known who works where', async () => {
    await changeSettings((now) => ({ ...now, roster: [{ team: 'Small team', people: ['jonas'] }] }));
    expect(await line('owners')).toMatchObject({ key: 'line_on', subs: ['Small'] });
  });

  it('names three at most, and none at great length', async () => {
    const long = 'A very long name '.repeat(12);
    world = await newWorld(
      playbook(),
      ...['two', 'three', 'four', 'five'].map((id) => ({ ...owners, id, name: id === 'two' ? long : id })),
    );
    await use('practice');
    const { key, subs } = await line('practice');
    expect(key).toBe('line_on_more');
    expect(subs[1]).toMatch(/^\d+$/);
    expect(subs[0]?.split(' · ')).toHaveLength(3);
    expect(subs[0]?.length).toBeLessThan(300);
  });

  it('is of what people taught, on the host that they taught', async () => {
    await saveTaught({ ...practice, id: 'taught-own', name: 'Own', hosts: ['desk.example'] });
    expect(await line('taught-own')).toMatchObject({ key: 'line_on', subs: ['Small'] });
    await saveTaught({ ...practice, id: 'taught-own', name: 'Own', hosts: ['elsewhere.example'] });
    expect(await line('taught-own')).toMatchObject({ key: 'line_on_reads' });
  });
});

describe('it is said', () => {
  it('once on each page that was open, and on no other', async () => {
    vi.mocked(browser.tabs.query).mockResolvedValue([
      { id: TAB, url: `${DESK}/case/1` },
      { id: 8, url: `${DESK}/case/2` },
      { id: 9, url: 'https://desk.example:8443/' },
    ] as never);
    await noteGreeting(DESK);
    for (const tab of [9, TAB, TAB, 8, 8, TAB]) await greetTab(tab, DESK);
    expect(said()).toEqual(['line_on', 'line_on']);
  });

  it('on the first page that opens, where none was open', async () => {
    vi.mocked(browser.tabs.query).mockResolvedValue([] as never);
    await noteGreeting(DESK);
    for (const tab of [3, 3, 4]) await greetTab(tab, DESK);
    expect(said()).toEqual(['line_on']);
  });

  it('never of a desk that was removed meanwhile, nor of one that was not just allowed', async () => {
    await greetTab(TAB, DESK);
    await noteGreeting(DESK);
    await changeSettings((now) => ({ ...now, desks: [] }));
    await greetTab(TAB, DESK);
    expect(said()).toEqual([]);
  });
});
