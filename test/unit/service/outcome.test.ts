import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { EVERY } from '../../../lib/model/case-key';
import type { Handoff } from '../../../lib/model/handoff';
import { lineFor, outcome, readOutcome } from '../../../lib/service/outcome';
import { readDraft } from '../../../lib/store/drafts';
import { beginSending } from '../../../lib/store/handoffs';
import { sightingsOf } from '../../../lib/store/sightings';
import { DESK, events, handoffs, kinds, moves, newWorld, playbook, ref, snapshot, TAB } from './world';

const LEFT = Date.now() - 5_000;
const handoff = (more: Partial<Handoff> = {}): Handoff => ({
  id: 'h1',
  ref: ref(),
  playbook: 'small',
  playbookVersion: 1,
  attempt: 'a1',
  tab: TAB,
  changes: [moves()],
  state: 'sending',
  title: 'Case 1',
  url: `${DESK}/case/1`,
  from: 'Support',
  to: 'Small team',
  answers: { ask: { value: 'Please look', by: 'person', at: 1 } },
  createdAt: LEFT,
  updatedAt: LEFT,
  ...more,
});
const begin = (...more: Partial<Handoff>[]) =>
  beginSending(
    more.map((one) => handoff(one)),
    [],
    'amara',
    LEFT,
  );
const state = async () => (await handoffs()).map((one) => one.state);
const OLD = { team: 'Support' };
const NEW = { team: 'small TEAM' };
const shows = (values: Record<string, string>, { loadedAt = LEFT + 1, tab = TAB } = {}) =>
  readOutcome(snapshot(values), loadedAt, tab, 'amara');

beforeEach(async () => {
  await newWorld(playbook());
});

describe('what a page says about a handoff on its way', () => {
  it('loaded before the request left: nothing', async () => {
    await begin({});
    await shows(NEW, { loadedAt: LEFT - 1 });
    await shows(OLD, { loadedAt: LEFT - 1 });
    expect(await state()).toEqual(['sending']);
  });

  it('after the clock was set back by a day: the change proves that it arrived, the old value proves nothing', async () => {
    const createdAt = Date.now() + 86_400_000;
    await begin({ createdAt });
    await shows(OLD);
    expect(await state()).toEqual(['sending']);
    await shows(NEW);
    expect(await state()).toEqual(['sent']);
  });

  it('where it was sent twice, because nobody saw the first time arrive: the newer one arrived, and the record says so once', async () => {
    await begin({ state: 'unconfirmed' }, { id: 'h2', attempt: 'a2', createdAt: LEFT + 1 });
    await shows(NEW, { loadedAt: LEFT + 2 });
    expect((await handoffs()).map(({ id, state: now }) => `${id} ${now}`).sort()).toEqual(['h1 failed', 'h2 sent']);
    expect(await kinds()).toEqual(['sent']);
  });

  it('that shows the change: it arrived', async () => {
    await begin({});
    const moved = await shows(NEW);
    expect(await state()).toEqual(['sent']);
    expect(lineFor(moved)).toEqual({ key: 'line_sent', subs: ['Small team'], tone: 'good' });
    expect((await events()).map(({ kind, payload }) => [kind, (payload as { proof?: string }).proof])).toEqual([
      ['sent', 'page'],
    ]);
  });

  it('in another tab that shows the change: it arrived, seen by a visit', async () => {
    await begin({});
    await shows(NEW, { tab: TAB + 1 });
    expect((await events())[0]?.payload).toMatchObject({ kind: 'sent', proof: 'visit' });
  });

  it('in the same tab that shows the old value: the desk refused it, and every answer is a draft again', async () => {
    await begin({});
    const moved = await shows(OLD);
    expect(await state()).toEqual(['failed']);
    expect(lineFor(moved)?.key).toBe('line_failed');
    expect((await readDraft(`${DESK}|ticket|1|small`))?.answers['ask']?.value).toBe('Please look');
  });

  it('in another tab that shows the old value: nothing, until a minute has passed', async () => {
    await begin({});
    await shows(OLD, { tab: TAB + 1 });
    expect(await state()).toEqual(['sending']);
    const long = Date.now() - 61_000;
    await newWorld(playbook());
    await begin({ createdAt: long });
    await shows(OLD, { tab: TAB + 1, loadedAt: long + 1 });
    expect(await state()).toEqual(['failed']);
  });

  it('that shows neither: nothing', async () => {
    await begin({});
    await shows({ subject: 'x' });
    expect(await state()).toEqual(['sending']);
  });

  it('that shows one of two changes: nothing yet', async () => {
    await begin({ changes: [moves(), { field: 'owner', to: { label: 'jonas' } }] });
    await shows({ ...NEW, owner: 'amara' });
    expect(await state()).toEqual(['sending']);
    await shows({ ...NEW, owner: 'jonas' });
    expect(await state()).toEqual(['sent']);
  });

  it('is not asked about a team that only follows from the owner', async () => {
    await begin({
      changes: [
        { field: 'owner', to: { label: 'jonas' } },
        { ...moves(), implied: true },
      ],
    });
    await shows({ ...OLD, owner: 'jonas' });
    expect(await state()).toEqual(['sent']);
  });

  it('settles what was not confirmed, and touches nothing that is settled', async () => {
    await begin({ state: 'unconfirmed' }, { id: 'h2', state: 'sent', attempt: 'a2' });
    expect((await shows(OLD)).map(({ id }) => id)).toEqual(['h1']);
    expect((await handoffs()).map(({ id, state: now }) => [id, now])).toEqual([
      ['h1', 'failed'],
      ['h2', 'sent'],
    ]);
  });
});

describe('what the desk answered', () => {
  it('well: every case of the attempt is sent, once, and the new values are known', async () => {
    await begin({}, { id: 'h2', ref: ref('2') });
    expect(await outcome('a1', 'confirmed', { proof: 'response' }, '')).toHaveLength(2);
    expect(await outcome('a1', 'confirmed', { proof: 'response' }, '')).toEqual([]);
    expect(await kinds()).toEqual(['sent', 'sent']);
    expect((await sightingsOf([ref('2')]))[0]?.values['team']).toEqual({ label: 'Small team' });
  });

  it('with a refusal: a draft again, with why', async () => {
    await begin({});
    await outcome('a1', 'refused', { why: 'the desk answered 500' }, '');
    expect(await state()).toEqual(['failed']);
    expect((await events())[0]?.payload).toMatchObject({ kind: 'failed', why: 'the desk answered 500' });
  });

  it('not at all: not confirmed, without a word in the record; what is known later still counts', async () => {
    await begin({});
    expect(lineFor(await outcome('a1', 'lost', {}, ''))?.key).toBe('line_unconfirmed');
    expect(await kinds()).toEqual([]);
    await shows(NEW);
    expect(await state()).toEqual(['sent']);
  });

  it('about an attempt that nobody recorded: nothing', async () => {
    expect(lineFor(await outcome('unknown', 'confirmed', {}, ''))).toBeNull();
  });
});

describe('the line that says how it went', () => {
  const sent = handoff({ state: 'sent' });
  it.each([
    [[], null],
    [[sent], 'line_sent'],
    [[sent, sent], 'line_sent_many'],
    [[sent, handoff({ state: 'failed' })], 'line_failed'],
    [[handoff({ state: 'unconfirmed' })], 'line_unconfirmed'],
  ])('%#', (moved, key) => expect(lineFor(moved as Handoff[])?.key ?? null).toBe(key));
});

it('of every case that matched nothing is remembered: the next time it is others, and asked about', async () => {
  const every = { ...ref(), id: EVERY };
  await begin({ ref: every });
  await outcome('a1', 'confirmed', { proof: 'response' }, 'amara');
  expect(await state()).toEqual(['sent']);
  expect(await sightingsOf([every])).toEqual([]);
});
