import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { calls, type Done } from '../../../lib/messages/protocol';
import { draftKey } from '../../../lib/model/case-key';
import { changeTab, readTab, type TabHold } from '../../../lib/service/tab-state';
import { readSettings } from '../../../lib/settings/settings';
import { readDraft, saveAnswer } from '../../../lib/store/drafts';
import { handing, handoffs, heard, kinds, NONCE, newWorld, page, panel, playbook, ref, TAB } from './world';

const HELD: TabHold = { attempt: 'a1', door: 'form', frame: 0, since: 1, alive: true, handoffs: [handing()] };
const hold = (more: Partial<TabHold> = {}) =>
  changeTab(TAB, (state) => ({ ...state, nonce: NONCE, holds: [{ ...HELD, ...more }] }));
const answer = (value: string) => ({ value, by: 'person' as const, at: 1 });
const complete = (id = '1') =>
  saveAnswer(
    { ref: ref(id), playbook: 'small', playbookVersion: 1, title: 'x', url: 'https://desk.example/' },
    'ask',
    answer('Please look at the export'),
    1,
  );
const send = () => heard['panel/send']({ nonce: NONCE }, panel) as Promise<Done>;
const override = (reason: string) => heard['panel/override']({ nonce: NONCE, reason }, panel) as Promise<Done>;

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  world = await newWorld(playbook());
  await hold();
});

describe('a panel that cannot name the frame that the overlay made', () => {
  it('is told nothing, and may do nothing', async () => {
    const nonce = 'x'.repeat(32);
    await complete();
    expect(await heard['panel/state']({ nonce }, panel)).toEqual({ state: null });
    for (const done of [
      await heard['panel/send']({ nonce }, panel),
      await heard['panel/override']({ nonce, reason: 'because' }, panel),
      await heard['panel/misfire']({ nonce }, panel),
      await heard['panel/cancel']({ nonce }, panel),
      await heard['panel/held']({ nonce, to: 'Engineering', missing: 3 }, panel),
      await heard['panel/hide']({ nonce }, panel),
      await heard['panel/reading']({ nonce }, panel),
      await heard['panel/other-side']({ nonce }, panel),
      await heard['draft/save'](
        { nonce, keys: [draftKey(ref(), 'small')], criterion: 'ask', answer: answer('x') },
        panel,
      ),
      await heard['draft/reason']({ nonce, keys: [draftKey(ref(), 'small')], reason: 'defect' }, panel),
    ])
      expect(done).toMatchObject({ ok: false, code: 'not-yours' });
    expect(world.told).toEqual([]);
    expect(await kinds()).toEqual([]);
  });

  it('nor may one in another tab', async () => {
    expect(await heard['panel/send']({ nonce: NONCE }, { ...panel, tab: 8 })).toMatchObject({ code: 'not-yours' });
  });
});

describe('hand over', () => {
  it('is refused while something is missing: nothing is recorded and nothing let go', async () => {
    expect(await send()).toMatchObject({ ok: false, code: 'still-missing' });
    expect(await kinds()).toEqual([]);
    expect(world.told).toEqual([]);
    expect((await readTab(TAB)).holds).toHaveLength(1);
  });

  it('is judged from the database, not from what the panel says', async () => {
    await complete();
    expect(await send()).toEqual({ ok: true });
    expect(world.told).toContainEqual({ tell: 'let-go', attempt: 'a1' });
    expect(await handoffs()).toMatchObject([
      { state: 'sending', attempt: 'a1', to: 'Small team', from: 'Support', tab: TAB },
    ]);
    expect((await readTab(TAB)).holds).toEqual([]);
  });

  it('is in the database before the page is told', async () => {
    await complete();
    const stored: string[][] = [];
    vi.mocked((await import('wxt/browser')).browser.tabs.sendMessage).mockImplementation((async (
      _: number,
      message: { tell: string },
    ) => {
      if (message.tell === 'seen') return { sees: 'seen' };
      if (message.tell !== 'let-go') return undefined;
      stored.push((await handoffs()).map(({ state }) => state));
      return { went: true };
    }) as never);
    await send();
    expect(stored).toEqual([['sending']]);
  });

  it('pressed twice at once sends once', async () => {
    await complete();
    const both = await Promise.all([send(), send()]);
    expect(both[0]).toEqual({ ok: true });
    expect((await handoffs()).map(({ state }) => state)).toEqual(['sending']);
    expect(world.tells().filter((tell) => tell === 'let-go')).toHaveLength(1);
  });

  it('of what is gone from the page leaves a draft with every answer, and says to press again', async () => {
    await complete();
    world.gate.went = false;
    expect(await send()).toMatchObject({ ok: false, code: 'gone' });
    expect((await handoffs()).map(({ state }) => state)).toEqual(['failed']);
    expect((await readDraft(draftKey(ref(), 'small')))?.answers['ask']?.value).toBe('Please look at the export');
    expect(world.told).toContainEqual({ tell: 'line', line: { key: 'line_press_again', subs: [], tone: 'warn' } });
  });

  it('of a page that does not answer is not confirmed, and never sent again by itself', async () => {
    await complete();
    world.gate.went = undefined;
    expect(await send()).toMatchObject({ ok: false, code: 'no-answer' });
    expect((await handoffs()).map(({ state }) => state)).toEqual(['unconfirmed']);
  });

  it('without a hold does nothing', async () => {
    await changeTab(TAB, (state) => ({ ...state, holds: [] }));
    expect(await send()).toMatchObject({ ok: false, code: 'nothing-held' });
  });

  it('needs every case of the attempt to be complete', async () => {
    await hold({ handoffs: [handing('1'), handing('2')] });
    await complete('1');
    expect(await send()).toMatchObject({ code: 'still-missing' });
    await complete('2');
    expect(await send()).toEqual({ ok: true });
    expect(await handoffs()).toHaveLength(2);
  });
});

describe('a press on what the person may not see', () => {
  it.each([
    ['covered', 'covered'],
    ['too-soon', 'too-soon'],
    // A page that does not answer shows no panel.
    [undefined, 'covered'],
  ] as const)('the overlay says %s: nothing is recorded and nothing let go', async (sees, code) => {
    await complete();
    world.overlay.sees = sees;
    expect(await send()).toEqual({ ok: false, code });
    expect(await override('the customer is down')).toEqual({ ok: false, code });
    expect(await heard['panel/misfire']({ nonce: NONCE }, panel)).toEqual({ ok: false, code });
    expect(world.told).toEqual([]);
    expect(await kinds()).toEqual([]);
    expect((await readTab(TAB)).holds).toHaveLength(1);
  });

  it('counts once it is seen', async () => {
    await complete();
    world.overlay.sees = 'covered';
    await send();
    world.overlay.sees = 'seen';
    expect(await send()).toEqual({ ok: true });
  });
});

describe('send anyway', () => {
  it('lets it go with its reason and what was missing', async () => {
    expect(await override(' the customer is down ')).toEqual({ ok: true });
    expect(await kinds()).toEqual(['override', 'sending']);
    expect((await handoffs())[0]?.override).toEqual({
      reason: 'the customer is down',
      debt: [{ criterion: 'ask', label: 'The ask' }],
    });
  });

  it('without a reason is no message that the background takes', () => {
    const { in: input } = calls['panel/override'];
    expect(input.safeParse({ nonce: NONCE, reason: ' \n ' }).success).toBe(false);
    expect(input.safeParse({ nonce: NONCE, reason: ' x ' }).success).toBe(true);
  });

  it('is refused where the playbook says hold', async () => {
    world = await newWorld(playbook({ onMissing: 'hold' }));
    await hold();
    expect(await override('because')).toMatchObject({ ok: false, code: 'no-override' });
    expect(world.told).toEqual([]);
    expect(await kinds()).toEqual([]);
  });
});

describe('not a handoff', () => {
  it('lets it pass and records the misfire; no handoff is made', async () => {
    expect(await heard['panel/misfire']({ nonce: NONCE }, panel)).toEqual({ ok: true });
    expect(await kinds()).toEqual(['misfire']);
    expect(await handoffs()).toEqual([]);
    expect(world.told).toContainEqual({ tell: 'let-go', attempt: 'a1' });
  });
});

describe('not now', () => {
  it('takes back what was held, keeps the draft, and is on record', async () => {
    await complete();
    expect(await heard['panel/cancel']({ nonce: NONCE }, panel)).toEqual({ ok: true });
    expect(world.told).toContainEqual({ tell: 'cancel', attempt: 'a1', why: 'not now' });
    expect(await kinds()).toEqual(['cancelled']);
    expect(await readDraft(draftKey(ref(), 'small'))).toBeDefined();
    expect((await readTab(TAB)).holds).toEqual([]);
  });

  it('without a hold only gives the page back', async () => {
    await changeTab(TAB, (state) => ({ ...state, holds: [] }));
    expect(await heard['panel/cancel']({ nonce: NONCE }, panel)).toEqual({ ok: true });
    expect(world.tells()).toEqual(['hide-panel']);
  });
});

describe('where the panel stands', () => {
  it('folded, the page is told that something is held still; with nothing held it is not', async () => {
    await heard['panel/held']({ nonce: NONCE, to: 'Small team', missing: 1 }, panel);
    await heard['panel/hide']({ nonce: NONCE }, panel);
    await changeTab(TAB, (state) => ({ ...state, holds: [] }));
    await heard['panel/hide']({ nonce: NONCE }, panel);
    expect(world.told).toEqual([
      { tell: 'held', to: 'Small team', missing: 1 },
      { tell: 'hide-panel', folded: true },
      { tell: 'hide-panel', folded: false },
    ]);
  });

  it('the other side keeps the width that the person chose, and a width keeps the side', async () => {
    const place = async () => (await readSettings()).panel;
    await heard['overlay/width']({ width: 420 }, page);
    await heard['panel/other-side']({ nonce: NONCE }, panel);
    expect(await place()).toEqual({ side: 'left', chosen: 420 });
    await heard['overlay/width']({ width: null }, page);
    expect(await place()).toEqual({ side: 'left' });
    await heard['panel/other-side']({ nonce: NONCE }, panel);
    expect(await place()).toEqual({ side: 'right' });
  });
});

describe('an answer', () => {
  const save = (keys: string[], value: string) =>
    heard['draft/save']({ nonce: NONCE, keys, criterion: 'ask', answer: answer(value) }, panel);

  it('is in the draft of every case of the hold that it is meant for, when it is called saved', async () => {
    await hold({ handoffs: [handing('1'), handing('2'), handing('3')] });
    expect(await save([draftKey(ref('1'), 'small'), draftKey(ref('2'), 'small')], 'Look at it')).toMatchObject({
      ok: true,
      revision: 1,
    });
    for (const id of ['1', '2'])
      expect((await readDraft(draftKey(ref(id), 'small')))?.answers['ask']?.value).toBe('Look at it');
    expect(await readDraft(draftKey(ref('3'), 'small'))).toBeUndefined();
  });

  it('for a case that is not of this tab is not kept', async () => {
    expect(await save([draftKey(ref('99'), 'small')], 'x')).toMatchObject({ ok: false, code: 'no-case' });
    expect(await readDraft(draftKey(ref('99'), 'small'))).toBeUndefined();
  });

  it('is told to the other panels and to every gate that has the case', async () => {
    await save([draftKey(ref('1'), 'small')], 'Please look at the export');
    await vi.waitFor(() =>
      expect(world.told).toContainEqual({
        tell: 'draft',
        ref: ref('1'),
        status: { playbook: 'small', met: true, missing: 0, revision: 1 },
      }),
    );
    expect(world.news).toContainEqual(expect.objectContaining({ news: 'draft' }));
  });
});

describe('the state that the panel shows', () => {
  it('is of the newest hold, with its playbook, cases and people', async () => {
    await changeTab(TAB, (state) => ({
      ...state,
      holds: [...state.holds, { ...HELD, attempt: 'a2', handoffs: [handing('2')] }],
    }));
    const { state } = await heard['panel/state']({ nonce: NONCE }, panel);
    expect(state).toMatchObject({
      hold: { attempt: 'a2', alive: true },
      playbook: { id: 'small' },
      cases: [{ ref: ref('2') }],
    });
  });

  it('is nothing where nothing is held, open or pending', async () => {
    await changeTab(TAB, ({ nonce }) => ({ ...(nonce ? { nonce } : {}), holds: [] }));
    expect(await heard['panel/state']({ nonce: NONCE }, panel)).toEqual({ state: null });
  });
});
