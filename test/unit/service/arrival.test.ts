import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseSnapshot } from '../../../lib/model/case';
import { readTab } from '../../../lib/service/tab-state';
import { changeSettings } from '../../../lib/settings/settings';
import { append } from '../../../lib/store/events';
import { beginSending, settle } from '../../../lib/store/handoffs';
import { inStore } from '../../../lib/store/store';
import { handoff as fullHandoff } from '../audit/lines';
import { DESK, events, handing, heard, kinds, moves, newWorld, page, playbook, ref, snapshot, TAB } from './world';

const OLD = { subject: 'Export fails', team: 'Support', owner: 'amara' };
const NEW = { ...OLD, team: 'Small team' };
/** A page that is loaded after everything before, or one that was loaded when it says. */
async function sees(
  values: Record<string, string>,
  {
    tab = TAB,
    loadedAt = Date.now() + 1,
    me = 'amara',
    full = true,
    more = {} as Partial<CaseSnapshot>,
    start = true,
  } = {},
) {
  const from = { ...page, tab };
  if (start) await heard['gate/hello']({ url: `${DESK}/case/1` }, from);
  // Two readings never fall into one millisecond.
  await new Promise((done) => setTimeout(done, 3));
  return heard['case/seen']({ snapshot: snapshot(values, more), full, loadedAt, me, words: {} }, from);
}
const ungated = async () => (await events()).filter(({ kind }) => kind === 'ungated').map(({ payload }) => payload);

beforeEach(async () => {
  await newWorld(playbook());
});

describe('a case that came without a handoff', () => {
  it('is on record, with from where, when it was seen before and by whom', async () => {
    await sees(OLD, { me: 'jonas' });
    const { line } = await sees(NEW);
    expect(await ungated()).toMatchObject([
      {
        kind: 'ungated',
        why: 'arrival',
        found: 'arrival',
        playbook: 'small',
        title: 'Export fails',
        url: `${DESK}/case/1`,
        from: 'Support',
        to: 'Small team',
        seenBy: 'jonas',
        moves: [{ field: 'team', from: { label: 'Support' }, to: { label: 'Small team' } }],
      },
    ]);
    expect((await events())[0]?.actor).toBe('baton');
    // Amara had it.
    expect(line).toEqual({ key: 'line_arrived_yours', subs: ['Small team'], tone: 'warn' });
    expect((await readTab(TAB)).arrived?.playbook).toBe('small');
  });

  it('is told, without being asked for anything, to whoever did not have it', async () => {
    await sees(OLD);
    expect((await sees(NEW, { me: 'priya' })).line?.key).toBe('line_arrived');
  });

  it('is asked of the team that had it', async () => {
    await changeSettings((settings) => ({ ...settings, roster: [{ team: 'Support', people: ['priya'] }] }));
    await sees(OLD);
    expect((await sees(NEW, { me: 'priya' })).line?.key).toBe('line_arrived_yours');
  });

  it('is on record once: reloads, readings and tabs add nothing', async () => {
    await sees(OLD);
    await Promise.all([sees(NEW), sees(NEW, { tab: TAB + 1 })]);
    await sees(NEW);
    await sees(NEW, { start: false });
    expect(await ungated()).toHaveLength(1);
  });

  it('is on record again when it came again', async () => {
    await sees(OLD);
    await sees(NEW);
    await sees(OLD);
    await sees(NEW);
    expect(await ungated()).toHaveLength(2);
  });

  it('is found in a document that stays while its cases change', async () => {
    const loadedAt = Date.now() + 1;
    await sees(OLD, { loadedAt });
    await sees({ team: 'Support' }, { loadedAt, start: false, more: { ref: ref('2') } });
    await sees(NEW, { loadedAt, start: false });
    expect(await ungated()).toHaveLength(1);
  });

  it('is found on a page that shows a part of the case, and not in what is only kept from before', async () => {
    await sees(OLD);
    await sees({ subject: 'Export fails', team: 'Small team' }, { full: false });
    await sees({ subject: 'Export fails' }, { full: false });
    expect(await ungated()).toHaveLength(1);
  });

  it('is found after an update from a version that kept less', async () => {
    await sees(OLD);
    await inStore((db) => db.sightings.toCollection().modify((row) => void delete row.settled));
    await sees(NEW);
    expect(await ungated()).toHaveLength(1);
  });

  it('is one that the desk refused from Baton, and that was then made by hand', async () => {
    await sees(OLD);
    const failed = fullHandoff('h', {
      ref: ref(),
      playbook: 'small',
      changes: [moves()],
      state: 'sending',
      createdAt: Date.now(),
      updatedAt: Date.now(),
    });
    await beginSending([failed], [], 'amara', Date.now());
    await settle({ handoff: 'h' }, 'refused', () => null, '', Date.now());
    await sees(NEW);
    expect(await ungated()).toHaveLength(1);
  });

  it('is one that Baton stopped, and that came all the same', async () => {
    await sees(OLD);
    await append([{ kind: 'ungated', why: 'no-answer', refused: true, ref: ref(), to: 'Small team' }], '', Date.now());
    await sees(NEW);
    expect(await ungated()).toHaveLength(2);
  });
});

describe('nothing is recorded', () => {
  const nothing = async () => expect(await ungated()).toEqual([]);

  it('of a case that is seen for the first time', async () => {
    await sees(NEW);
    await nothing();
  });

  it('of what a page shows in the middle of its life, and the page after it is right again', async () => {
    const loadedAt = Date.now() + 1;
    await sees(OLD, { loadedAt });
    await sees(NEW, { loadedAt, start: false });
    await sees(OLD);
    await nothing();
  });

  it('of a page that is older than what was seen since', async () => {
    const loadedAt = Date.now() - 1_000;
    await sees(NEW);
    await sees(OLD, { loadedAt, tab: TAB + 1 });
    await sees(NEW);
    await nothing();
  });

  it('of a guess', async () => {
    await sees(OLD);
    const guesses = snapshot(NEW).fields.map((field) => ({ ...field, certainty: 'guess' as const }));
    await sees(NEW, { more: { fields: guesses } });
    await nothing();
  });

  it('of a change that the form shows, or that is held', async () => {
    await sees(OLD);
    await heard['gate/hello']({ url: `${DESK}/case/1` }, page);
    await heard['gate/pending']({ handoff: handing() }, page);
    await sees(NEW, { start: false });
    await nothing();
  });

  it('of a handoff that Baton sent, whatever is known of its end', async () => {
    for (const state of ['sending', 'unconfirmed', 'sent'] as const) {
      await newWorld(playbook());
      await sees(OLD);
      const sent = fullHandoff('h', {
        ref: ref(),
        playbook: 'small',
        changes: [moves()],
        state,
        tab: 99,
        createdAt: Date.now(),
        updatedAt: Date.now(),
      });
      await beginSending([sent], [], 'amara', Date.now());
      await sees(NEW);
      await nothing();
    }
  });

  it.each([
    ['marked as no handoff', { kind: 'misfire', moves: [{ field: 'team', to: { label: 'Small team' } }] }],
    ['marked so in a record of the first version', { kind: 'misfire', to: 'Small team' }],
    [
      'that a gate let pass unjudged',
      { kind: 'ungated', why: 'no-answer', found: 'gate', moves: [{ field: 'team', to: { label: 'Small team' } }] },
    ],
    [
      'that the first version let pass unjudged',
      { kind: 'ungated', why: 'Baton did not answer in time', to: 'Small team' },
    ],
  ] as const)('of a change %s', async (_, payload) => {
    await sees(OLD);
    await append([{ ...payload, ref: ref() } as never], 'amara', Date.now());
    const before = (await kinds()).length;
    await sees(NEW);
    expect(await kinds()).toHaveLength(before);
  });
});

it('a store that fails keeps nothing of a reading, so that the next one finds the change', async () => {
  await sees(OLD);
  const full = () => {
    throw new Error('disk');
  };
  await inStore(async (db) => db.events.hook('creating', full));
  await sees(NEW).catch(() => undefined);
  await inStore(async (db) => db.events.hook('creating').unsubscribe(full));
  expect(await ungated()).toEqual([]);
  await sees(NEW);
  expect(await ungated()).toHaveLength(1);
});
