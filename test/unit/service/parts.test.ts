import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { keepPart, takeParts } from '../../../lib/service/parts';
import { sightingsOf } from '../../../lib/store/sightings';
import { heard, newWorld, page, playbook, ref, snapshot } from './world';

const entries = (...texts: string[]) => texts.map((text) => ({ author: 'Mira', kind: 'customer' as const, text }));
const A = 'a'.repeat(32);
const B = 'b'.repeat(32);

describe('entries that are told ahead of their reading', () => {
  it('are given in their order, once', () => {
    keepPart(1, A, entries('one', 'two'));
    keepPart(1, A, entries('three'));
    expect(takeParts(1, { of: A, count: 3 }).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(() => takeParts(1, { of: A, count: 3 })).toThrow('missing');
  });

  it('of two tabs are kept apart', () => {
    keepPart(1, A, entries('one'));
    keepPart(2, B, entries('two'));
    expect(takeParts(2, { of: B, count: 1 })).toEqual(entries('two'));
    expect(() => takeParts(2, { of: A, count: 1 })).toThrow('missing');
    expect(takeParts(1, { of: A, count: 1 })).toEqual(entries('one'));
  });

  it('are refused where one of them is missing, as after the worker ended', () => {
    keepPart(1, A, entries('two'));
    expect(() => takeParts(1, { of: A, count: 2 })).toThrow('missing');
  });

  it('of a newer reading take the place of an older one’s', () => {
    keepPart(1, A, entries('old'));
    keepPart(1, B, entries('new'));
    expect(() => takeParts(1, { of: A, count: 1 })).toThrow('missing');
    expect(takeParts(1, { of: B, count: 1 })).toEqual(entries('new'));
  });

  it('of tabs that never come back do not pile up', () => {
    for (let tab = 100; tab < 150; tab += 1) keepPart(tab, A, entries(`${tab}`));
    expect(() => takeParts(100, { of: A, count: 1 })).toThrow('missing');
    expect(takeParts(149, { of: A, count: 1 })).toEqual(entries('149'));
  });
});

it('a reading that was told in parts is kept whole', async () => {
  await newWorld(playbook());
  await heard['case/part']({ of: A, entries: entries('one', 'two') }, page);
  const told = snapshot({ subject: 'Export fails' }, { entries: entries('three') });
  const reading = { snapshot: told, full: true, loadedAt: 1, words: {} };
  await heard['case/seen']({ ...reading, earlier: { of: A, count: 2 } }, page);
  const [sighting] = await sightingsOf([ref()]);
  expect(sighting?.snapshot?.entries).toEqual(entries('one', 'two', 'three'));
});
