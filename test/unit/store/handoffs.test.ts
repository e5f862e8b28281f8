import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { caseKey, draftKey } from '../../../lib/model/case-key';
import type { EventPayload } from '../../../lib/model/event';
import type { Handoff } from '../../../lib/model/handoff';
import { readDraft, removeDraft, saveAnswer, saveReason } from '../../../lib/store/drafts';
import { eventsAfter } from '../../../lib/store/events';
import {
  beginSending,
  handoffsOf,
  handoffsSince,
  readHandoff,
  recentTexts,
  sendingOf,
  settle,
  unsettledOf,
} from '../../../lib/store/handoffs';
import { freshStore, handoff, identity, NOW, ref, sending, text } from './fixtures';

beforeEach(freshStore);

const key = draftKey(ref(), 'support-engineering');
const sent = ({ id, ref }: Handoff): EventPayload => ({ kind: 'sent', ref, handoff: id, proof: 'response' });
const failed = ({ id, ref }: Handoff): EventPayload => ({ kind: 'failed', ref, handoff: id, why: 'refused' });
const kinds = async () => (await eventsAfter(0, 100)).map(({ kind }) => kind);
const begin = (...handoffs: Handoff[]) =>
  beginSending(
    handoffs,
    handoffs.map(({ id, ref }) => sending(id, ref.id)),
    'ann',
    NOW,
  );

describe('sending', () => {
  it('is in the database with its event before anything goes, or not at all', async () => {
    await begin(handoff('1'));
    expect(await readHandoff('1')).toMatchObject({ state: 'sending' });
    await expect(begin(handoff('2'), handoff('1'))).rejects.toMatchObject({ code: 'storage-error' });
    expect(await readHandoff('2')).toBeUndefined();
    expect(await kinds()).toEqual(['sending']);
  });

  it('is found by tab and by case until it is settled', async () => {
    await begin(handoff('1'), handoff('2', { tab: 8, ref: ref('102') }));
    expect((await sendingOf(7)).map(({ id }) => id)).toEqual(['1']);
    expect((await unsettledOf(caseKey(ref('102')))).map(({ id }) => id)).toEqual(['2']);
    await settle({ handoff: '1' }, 'confirmed', sent, 'ann', NOW);
    await settle({ handoff: '2' }, 'lost', () => null, 'ann', NOW);
    expect(await sendingOf(7)).toEqual([]);
    expect(await unsettledOf(caseKey(ref()))).toEqual([]);
    expect((await unsettledOf(caseKey(ref('102')))).map(({ state }) => state)).toEqual(['unconfirmed']);
  });
});

describe('settling', () => {
  it('happens once however often it is heard', async () => {
    await begin(handoff('1'));
    const changed = await Promise.all(
      [1, 2, 3].map(() => settle({ attempt: 'attempt-1' }, 'confirmed', sent, 'ann', NOW)),
    );
    expect(changed.map((list) => list.length)).toEqual([1, 0, 0]);
    await settle({ attempt: 'attempt-1' }, 'refused', failed, 'ann', NOW);
    expect(await kinds()).toEqual(['sending', 'sent']);
    expect(await readHandoff('1')).toMatchObject({ state: 'sent' });
  });

  it('settles every case of one attempt', async () => {
    await begin(
      handoff('1', { attempt: 'bulk' }),
      handoff('2', { attempt: 'bulk', ref: ref('102') }),
      handoff('3', { ref: ref('103') }),
    );
    expect((await settle({ attempt: 'bulk' }, 'confirmed', sent, 'ann', NOW)).map(({ id }) => id)).toEqual(['1', '2']);
    expect(await readHandoff('3')).toMatchObject({ state: 'sending' });
    expect(await kinds()).toEqual(['sending', 'sending', 'sending', 'sent', 'sent']);
  });

  it('says once that it was sent, where it was sent again because nobody saw the first time arrive', async () => {
    await begin(handoff('1'));
    await settle({ handoff: '1' }, 'lost', () => null, 'ann', NOW);
    await begin(handoff('2', { tab: 8 }), handoff('3', { to: 'Billing' }));
    await settle({ handoff: '2' }, 'confirmed', sent, 'ann', NOW);
    await settle({ handoff: '1' }, 'confirmed', sent, 'ann', NOW);
    expect((await handoffsOf(caseKey(ref()))).map(({ id, state }) => `${id} ${state}`).sort()).toEqual([
      '1 failed',
      '2 sent',
      '3 sending',
    ]);
    expect((await kinds()).filter((kind) => kind === 'sent')).toHaveLength(1);
  });

  it('does nothing for a handoff that nobody knows', async () => {
    expect(await settle({ handoff: 'none' }, 'confirmed', sent, 'ann', NOW)).toEqual([]);
  });
});

describe('the draft of a handoff', () => {
  const answers = { steps: text('one', NOW - 10) };

  it('stays while it is on its way, and is done when it arrived', async () => {
    await saveAnswer(identity(), 'steps', answers.steps, NOW - 10);
    await begin(handoff('1', { answers }));
    expect(await readDraft(key)).toMatchObject({ answers });
    await settle({ handoff: '1' }, 'confirmed', sent, 'ann', NOW);
    expect(await readDraft(key)).toBeUndefined();
  });

  it('keeps what was written after the send began', async () => {
    await saveAnswer(identity(), 'steps', answers.steps, NOW - 10);
    await begin(handoff('1', { answers }));
    await saveAnswer(identity(), 'tried', text('later', NOW + 10), NOW + 10);
    await settle({ handoff: '1' }, 'confirmed', sent, 'ann', NOW + 20);
    expect((await readDraft(key))?.answers).toEqual({ tried: text('later', NOW + 10) });
  });

  it('keeps it also where the clock was set back in between', async () => {
    await saveAnswer(identity(), 'steps', answers.steps, NOW - 10);
    await begin(handoff('1', { answers }));
    await saveAnswer(identity(), 'steps', text('one and two', NOW - 86_400_000), NOW - 86_400_000);
    await settle({ handoff: '1' }, 'confirmed', sent, 'ann', NOW - 86_400_000);
    expect((await readDraft(key))?.answers).toEqual({ steps: text('one and two', NOW - 86_400_000) });
  });

  it('is as it was when the desk refuses', async () => {
    await saveAnswer(identity(), 'steps', answers.steps, NOW - 10);
    await begin(handoff('1', { answers: { ...answers, owner: { value: 'bob', by: 'captured', at: NOW } } }));
    await settle({ handoff: '1' }, 'refused', failed, 'ann', NOW);
    expect((await readDraft(key))?.answers).toEqual(answers);
  });

  it('comes back with all that a person gave, even if it was removed meanwhile', async () => {
    await saveAnswer(identity(), 'steps', answers.steps, NOW - 10);
    await saveReason(identity(), 'bug', NOW - 10);
    await begin(handoff('1', { answers, reason: 'bug' }));
    await removeDraft(key);
    await settle({ handoff: '1' }, 'refused', failed, 'ann', NOW);
    expect(await readDraft(key)).toMatchObject({ answers, reason: 'bug' });
  });
});

describe('looking back', () => {
  it('lists handoffs newest first, no more than asked for', async () => {
    await begin(...[1, 2, 3, 4].map((n) => handoff(`${n}`, { createdAt: NOW + n })));
    expect((await handoffsSince(NOW + 2)).map(({ id }) => id)).toEqual(['4', '3', '2']);
    expect((await handoffsSince(NOW, 2)).map(({ id }) => id)).toEqual(['4', '3']);
  });

  it('lists those of one case, also where the id of another begins alike', async () => {
    await begin(
      handoff('1'),
      handoff('2', { ref: ref('1015') }),
      handoff('3', { ref: ref('101', 'https://other.example') }),
    );
    expect((await handoffsOf(caseKey(ref()))).map(({ id }) => id)).toEqual(['1']);
  });

  it('remembers the texts of the last five handoffs of a playbook that left, so that copies are seen', async () => {
    const say = (n: number, more: Partial<Handoff> = {}) =>
      handoff(`${n}`, {
        state: 'sent',
        createdAt: NOW + n,
        answers: { steps: text(`The Answer number ${n}`) },
        ...more,
      });
    await begin(
      ...[1, 2, 3, 4, 5, 6].map((n) => say(n)),
      say(7, { state: 'failed' }),
      say(8, { state: 'unconfirmed' }),
      say(9, { playbook: 'other' }),
    );
    expect(await recentTexts('support-engineering')).toEqual([6, 5, 4, 3, 2].map((n) => `the answer number ${n}`));
  });
});
