import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { saveWords, wordsOf } from '../../../lib/store/directory';
import { saveAnswer } from '../../../lib/store/drafts';
import { append } from '../../../lib/store/events';
import { forgetBefore } from '../../../lib/store/forget';
import { beginSending } from '../../../lib/store/handoffs';
import { saveValues, sightingsOf } from '../../../lib/store/sightings';
import { inStore } from '../../../lib/store/store';
import { verifyAll } from '../../../lib/store/verify';
import { freshStore, handoff, identity, NOW, ref, sending, text } from './fixtures';

const DAY = 24 * 60 * 60_000;
beforeEach(freshStore);

it('forgets what was last touched before a time, in slices, and the chain still verifies', async () => {
  const [old, fresh] = [NOW - 40 * DAY, NOW - 2 * DAY];
  for (let n = 0; n < 23; n += 1) await append([sending(`old ${n}`)], 'ann', old + n);
  await append([sending('new')], 'bob', fresh);
  // The clock was set back in between: what is old by it stands after what is new.
  await append([sending('late')], 'ann', old);
  for (const [id, at] of [
    ['1', old],
    ['2', fresh],
  ] as const) {
    await saveAnswer(identity(id), 'ask', text('Please look', at), at);
    await saveValues(ref(id), { team: { label: 'Support' } }, at);
    await saveWords(`https://${id}.example`, [{ field: 'team', id: '5', label: 'Engineering' }], at);
  }
  await beginSending(
    [
      handoff('old', { createdAt: old, updatedAt: old, state: 'sent' }),
      handoff('touched', { createdAt: old, updatedAt: fresh, state: 'accepted' }),
      handoff('on its way', { createdAt: old, updatedAt: old, state: 'sending' }),
    ],
    [],
    'ann',
    NOW,
  );
  await inStore((db) =>
    db.aside.bulkAdd(
      [old, fresh].map((at) => ({ table: 'drafts', key: 'x', why: 'y', at, noted: 1 as const, record: {} })),
    ),
  );

  expect(await forgetBefore(NOW - 30 * DAY, 5)).toEqual({
    events: 24,
    drafts: 1,
    kept: 0,
    handoffs: 1,
    sightings: 1,
    directory: 1,
    aside: 1,
  });
  const lines = await inStore((db) => db.events.toArray());
  expect(lines.filter(({ payload }) => payload).map(({ actor }) => actor)).toEqual(['bob']);
  expect(JSON.stringify(lines)).not.toContain('old 3');
  expect(await verifyAll()).toEqual({ lines: 25, erased: 24, fault: null });
  expect((await sightingsOf([ref('1'), ref('2')])).map((row) => row.ref.id)).toEqual(['2']);
  expect(await wordsOf('https://1.example')).toEqual([]);
  expect(await wordsOf('https://2.example')).toHaveLength(1);
  expect((await inStore((db) => db.handoffs.toArray())).map(({ id }) => id).sort()).toEqual(['on its way', 'touched']);

  expect(await forgetBefore(NOW - 30 * DAY)).toMatchObject({ events: 0, drafts: 0, handoffs: 0 });
});
