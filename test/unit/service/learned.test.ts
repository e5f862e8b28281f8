import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { gateMemory } from '../../../lib/service/gate-memory';
import { saveWords } from '../../../lib/store/directory';
import { DESK, heard, newWorld, page, playbook } from './world';

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
