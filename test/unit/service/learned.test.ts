import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { gateMemory } from '../../../lib/service/gate-memory';
import { changeSettings } from '../../../lib/settings/settings';
import { saveWords } from '../../../lib/store/directory';
import { DESK, heard, kinds, newWorld, page, playbook, snapshot } from './world';

beforeEach(() => newWorld(playbook()));

const team = { field: 'team', id: '9004', label: 'Engineering' };

it('a word that a person chose an id by comes back to the gates of its desk, the newest first', async () => {
  await heard['gate/learned'](team, page);
  expect((await gateMemory(DESK)).words).toEqual([team]);
  expect((await gateMemory('https://other.example')).words).toBeUndefined();
  await saveWords(DESK, [{ field: 'owner', id: '814', label: 'Sofia Marin' }], Date.now() + 60_000);
  await heard['gate/learned']({ ...team, label: 'Platform' }, page);
  expect((await gateMemory(DESK)).words?.map(({ label }) => label)).toEqual(['Sofia Marin', 'Platform']);
});

it('words that a page lists by themselves say nothing of ids', async () => {
  await saveWords(DESK, [{ field: 'team', id: 'Sales', label: 'Sales' }], 1);
  expect((await gateMemory(DESK)).words).toBeUndefined();
});

it('a frame without an address speaks for no desk', async () => {
  await heard['gate/learned'](team, { ...page, url: 'about:blank' });
  expect((await gateMemory('null')).words).toBeUndefined();
});

const seen = (owner: string, ids: { field: string; id: string; label: string }[] = [], loadedAt = Date.now()) =>
  heard['case/seen']({ snapshot: snapshot({ team: 'Support', owner }), full: true, loadedAt, words: {}, ids }, page);
const jonas = (label: string) => ({ field: 'owner', id: '42', label });

it('ids that a page lists with their words are known on every page of its desk', async () => {
  await seen('Amara Okafor', [team, jonas('Jonas Lindqvist')]);
  expect((await gateMemory(DESK)).words).toEqual(expect.arrayContaining([team, jonas('Jonas Lindqvist')]));
  await seen('Amara Okafor', [{ ...team, label: 'Platform' }]);
  expect((await gateMemory(DESK)).words).toContainEqual({ ...team, label: 'Platform' });
});

it('a person whom one page names by a login and another in full has both names', async () => {
  await seen('Amara Okafor', [jonas('Jonas Lindqvist')]);
  await seen('Amara Okafor', [jonas('jonas')]);
  expect((await gateMemory(DESK)).words).toEqual([jonas('Jonas Lindqvist (jonas)')]);
});

describe('a case whose owner is written otherwise on another page', () => {
  beforeEach(async () => {
    await changeSettings((settings) => ({
      ...settings,
      roster: [{ team: 'Small team', people: ['Jonas Lindqvist'] }],
    }));
    await seen('jonas', [jonas('jonas')]);
  });

  it('has no new owner', async () => {
    await seen('Jonas Lindqvist', [jonas('Jonas Lindqvist')], Date.now() + 1);
    expect(await kinds()).toEqual([]);
  });

  it('has one where it is somebody else', async () => {
    await seen('Amara Okafor', [jonas('Jonas Lindqvist')], Date.now() + 1);
    await seen('Jonas Lindqvist', [], Date.now() + 2);
    expect(await kinds()).toEqual(['ungated']);
  });
});
