import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseSnapshot } from '../../../lib/model/case';
import { forgetWords, saveWords, wordsOf } from '../../../lib/store/directory';
import { forgetSightings, saveSighting, saveValues, sightingsOf } from '../../../lib/store/sightings';
import { freshStore, NOW, ref } from './fixtures';

beforeEach(freshStore);

function snapshot(id: string, team: string, seenAt = NOW): CaseSnapshot {
  const field = (value: string, where: string) => ({
    field: 'team',
    value,
    id: '3',
    certainty: 'certain' as const,
    where,
  });
  const health = { light: 'green' as const, missing: [] };
  return {
    ref: ref(id),
    site: 'request-tracker',
    url: 'https://rt.example/x',
    fields: [field(team, 'Queue'), field('a guess', 'text')],
    entries: [],
    attachments: [],
    health,
    seenAt,
  };
}

describe('sightings', () => {
  it('keep what was last seen of a case, and the whole reading', async () => {
    await saveSighting(snapshot('1', 'Support'));
    await saveSighting(snapshot('1', 'Engineering', NOW + 1));
    const [row] = await sightingsOf([ref('1'), ref('2')]);
    expect(row).toMatchObject({
      at: NOW + 1,
      values: { team: { label: 'Engineering', id: '3' } },
      snapshot: snapshot('1', 'Engineering', NOW + 1),
    });
  });

  it('add what a sent change says without forgetting the rest', async () => {
    await saveSighting(snapshot('1', 'Support'));
    await saveValues(ref('1'), { owner: { label: 'bob' } }, NOW + 5);
    expect((await sightingsOf([ref('1')]))[0]).toMatchObject({
      at: NOW + 5,
      values: { team: { label: 'Support' }, owner: { label: 'bob' } },
    });
  });

  it('can be forgotten when they are old', async () => {
    await saveSighting(snapshot('1', 'Support'));
    await saveSighting(snapshot('2', 'Support', NOW + 10));
    expect(await forgetSightings(NOW + 5)).toBe(1);
    expect((await sightingsOf([ref('1'), ref('2')])).map((row) => row.ref.id)).toEqual(['2']);
  });
});

describe('the directory', () => {
  it("knows each desk's words for its ids, and keeps those not shown this time", async () => {
    await saveWords('https://rt.example', [{ field: 'team', id: '4', label: 'Engineering' }], NOW);
    await saveWords('https://rt.example', [{ field: 'team', id: '5', label: 'Billing' }], NOW);
    await saveWords('https://other.example', [{ field: 'team', id: '4', label: 'Sales' }], NOW);
    await saveWords('https://rt.example', [{ field: 'team', id: '4', label: 'Engineers' }], NOW + 1);
    expect((await wordsOf('https://rt.example')).map(({ id, label }) => [id, label])).toEqual([
      ['4', 'Engineers'],
      ['5', 'Billing'],
    ]);
    await forgetWords('https://rt.example');
    expect(await wordsOf('https://rt.example')).toEqual([]);
    expect(await wordsOf('https://other.example')).toHaveLength(1);
  });
});
