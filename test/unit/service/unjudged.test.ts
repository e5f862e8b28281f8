import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTab } from '../../../lib/service/tab-state';
import { saveAnswer } from '../../../lib/store/drafts';
import { saveSighting } from '../../../lib/store/sightings';
import {
  DESK,
  events,
  handing,
  handoffs,
  heard,
  kinds,
  moves,
  newWorld,
  page,
  playbook,
  ref,
  snapshot,
  TAB,
} from './world';

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  world = await newWorld(playbook());
});
const change = (id = '1') => ({ ref: ref(id), changes: [moves()] });
const ungated = (more: Partial<Parameters<(typeof heard)['gate/ungated']>[0]> = {}) =>
  heard['gate/ungated']({ url: `${DESK}/`, why: 'not-ready', changes: [change()], ...more }, page);
const lines = () => world.told.flatMap((message) => (message.tell === 'line' ? [message.line.key] : []));
const look = () => heard['tab/look']({ tab: TAB }, { ...page, kind: 'extension' });

describe('what went by without a verdict', () => {
  it('is on record with what it did, said on the page and on the next, and marks the icon', async () => {
    await saveSighting(snapshot({ subject: 'Export fails', team: 'Support' }));
    await ungated();
    expect((await events())[0]?.payload).toMatchObject({
      why: 'not-ready',
      found: 'gate',
      playbook: 'small',
      title: 'Export fails',
      from: 'Support',
      to: 'Small team',
      moves: [{ field: 'team' }],
    });
    expect(lines()).toEqual(['line_ungated']);
    const { mark, line } = await readTab(TAB);
    expect([mark?.code, line?.key]).toEqual(['unjudged', 'line_ungated']);
  });

  it('that hands nothing over needed none', async () => {
    await ungated({ changes: [{ ref: ref(), changes: [{ field: 'status', to: { label: 'Waiting' } }] }] });
    await saveSighting(snapshot({ team: 'Small team' }));
    await ungated({ changes: [{ ref: ref(), changes: [moves(null)] }] });
    expect([await kinds(), lines()]).toEqual([[], []]);
  });

  it('and could not be read is on record without a case, in other words', async () => {
    await ungated({ why: 'unread: too large', changes: [] });
    expect(await kinds()).toEqual(['ungated']);
    expect(lines()).toEqual(['line_unread']);
  });

  it('of another desk’s case is refused', async () => {
    const other = { ...change(), ref: { ...ref(), origin: 'https://other.example' } };
    await expect(ungated({ changes: [other] })).rejects.toThrow(/own desk/);
  });

  it('and was stopped says that instead', async () => {
    await ungated({ refused: true });
    expect((await events())[0]?.payload).toMatchObject({ refused: true });
    expect(lines()).toEqual(['line_refused']);
    expect((await readTab(TAB)).mark?.code).toBe('refused');
    await ungated({ refused: true, changes: [] });
    expect(lines()).toEqual(['line_refused', 'line_refused_unread']);
  });
});

describe('a gate that no longer waited for the answer', () => {
  const ask = () =>
    heard['gate/held']({ attempt: 'a1', door: 'wire', url: `${DESK}/`, handoffs: [handing()], alive: true }, page);
  const complete = () =>
    saveAnswer(
      { ref: ref(), playbook: 'small', playbookVersion: 1, title: 'x', url: `${DESK}/` },
      'ask',
      { value: 'Please look at the export', by: 'person', at: 1 },
      1,
    );

  it('holds nothing: what was held for it here is dropped, and its end is on record', async () => {
    await Promise.all([ask(), ungated({ why: 'no-answer' })]);
    expect((await readTab(TAB)).holds).toEqual([]);
    expect(world.tells()).toContain('hide-panel');
    expect((await events()).map(({ kind, payload }) => [kind, (payload as { attempt?: string }).attempt])).toEqual([
      ['held', 'a1'],
      ['ungated', 'a1'],
    ]);
  });

  it('let go what was complete: that is a handoff, and no unchecked change', async () => {
    await complete();
    await Promise.all([ask(), ungated({ why: 'no-answer' })]);
    expect(await kinds()).toEqual(['sending']);
  });

  it('stopped what was complete: it never left, and is a draft again', async () => {
    await complete();
    await Promise.all([ask(), ungated({ why: 'no-answer', refused: true })]);
    expect((await handoffs()).map(({ state }) => state)).toEqual(['failed']);
    expect(await kinds()).toEqual(['sending', 'failed', 'ungated']);
  });
});

describe('the mark on the icon', () => {
  const load = () => heard['gate/hello']({ url: `${DESK}/` }, page);

  it('stays on the next page, and goes with the one after', async () => {
    await ungated();
    await load();
    expect((await readTab(TAB)).mark?.code).toBe('unjudged');
    await load();
    expect((await readTab(TAB)).mark).toBeUndefined();
  });

  it('goes when somebody looks, who is told why it was there', async () => {
    await ungated();
    expect((await look()).mark).toMatchObject({ code: 'unjudged', why: 'not-ready' });
    expect((await look()).mark).toBeNull();
  });
});
