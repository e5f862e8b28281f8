import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Done, PanelState } from '../../../lib/messages/protocol';
import type { From } from '../../../lib/messages/server';
import { EVERY } from '../../../lib/model/case-key';
import { outcome } from '../../../lib/service/outcome';
import { changeTab, readTab, type TabHold } from '../../../lib/service/tab-state';
import { readDraft, saveAnswer } from '../../../lib/store/drafts';
import { beginSending } from '../../../lib/store/handoffs';
import { saveValues } from '../../../lib/store/sightings';
import {
  events,
  handing,
  handoffs,
  heard,
  kinds,
  moves,
  NONCE,
  newWorld,
  page,
  panel,
  playbook,
  ref,
  TAB,
} from './world';

const OTHER = 8;
const OTHERS = 'o'.repeat(32);
const other: From = { ...panel, tab: OTHER };
const held = (attempt: string, more: Partial<TabHold> = {}): TabHold => ({
  attempt,
  door: 'form',
  frame: 0,
  since: Date.now(),
  alive: true,
  handoffs: [handing()],
  ...more,
});
const identity = { ref: ref(), playbook: 'small', playbookVersion: 1, title: 'x', url: 'https://desk.example/' };
const write = (value: string, at = 1) => saveAnswer(identity, 'ask', { value, by: 'person', at }, at);
const sendThere = () => heard['panel/send']({ nonce: OTHERS }, other) as Promise<Done>;
const sendHere = () => heard['panel/send']({ nonce: NONCE }, panel) as Promise<Done>;
const shown = async () => (await heard['panel/state']({ nonce: NONCE }, panel)).state as PanelState | null;
const cancelled = async () => (await events()).filter(({ kind }) => kind === 'cancelled').map(({ payload }) => payload);

let world: Awaited<ReturnType<typeof newWorld>>;
const hold = (more: Partial<TabHold> = {}) =>
  changeTab(TAB, (state) => ({ ...state, nonce: NONCE, holds: [held('a1', more)] }));
beforeEach(async () => {
  world = await newWorld(playbook());
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('');
  await hold();
  await changeTab(OTHER, (state) => ({ ...state, nonce: OTHERS, me: 'Maya', holds: [held('b1')] }));
  await write('Please look at the export');
});

describe('a case that two tabs hold, and one of them sends', () => {
  it('is held by the other one no more: it is taken back there, on record and in words', async () => {
    expect(await sendThere()).toEqual({ ok: true });
    expect((await readTab(TAB)).holds).toEqual([]);
    expect(world.told).toContainEqual({ tell: 'cancel', attempt: 'a1', why: 'sent elsewhere' });
    expect(await cancelled()).toMatchObject([{ attempt: 'a1', why: 'sent elsewhere', ref: ref() }]);
    expect(await shown()).toMatchObject({
      hold: null,
      elsewhere: { state: 'sending', to: 'Small team', by: 'Maya', others: 0, kept: false },
    });
    await vi.waitFor(() =>
      expect(world.told).toContainEqual({
        tell: 'line',
        line: { key: 'elsewhere_sending_by', subs: ['Small team', 'Maya', expect.any(String)], tone: 'warn' },
      }),
    );
  });

  it('says how that ended', async () => {
    await sendThere();
    await outcome('b1', 'confirmed', { proof: 'response' }, '');
    await vi.waitFor(async () => expect((await shown())?.elsewhere).toMatchObject({ state: 'sent' }));
    await vi.waitFor(() =>
      expect(world.told).toContainEqual(
        expect.objectContaining({ tell: 'line', line: expect.objectContaining({ key: 'elsewhere_sent_by' }) }),
      ),
    );
  });

  it('cannot be sent from the other one, however close the presses are', async () => {
    const done = await Promise.all([sendThere(), sendHere()]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await handoffs()).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === 'sending')).toHaveLength(1);
  });

  it('is a draft again where the desk refuses it, and is held again at the next press', async () => {
    await sendThere();
    await outcome('b1', 'refused', { why: 'refused' }, '');
    await vi.waitFor(async () => expect((await shown())?.elsewhere).toMatchObject({ state: 'failed' }));
    expect((await readDraft((await shown())?.cases[0]?.draft.key ?? ''))?.answers['ask']?.value).toBe(
      'Please look at the export',
    );
    await write('');
    const again = { attempt: 'a2', door: 'form' as const, url: page.url, handoffs: [handing()], alive: true };
    expect(await heard['gate/held'](again, page)).toEqual({ do: 'hold' });
    expect(await shown()).toMatchObject({ hold: { attempt: 'a2' } });
    expect((await shown())?.elsewhere).toBeUndefined();
  });

  it('keeps what was typed there after that, and says so', async () => {
    await sendThere();
    await outcome('b1', 'confirmed', { proof: 'response' }, '');
    const key = (await shown())?.cases[0]?.draft.key ?? '';
    const late = { value: 'And call them', by: 'person' as const, at: Date.now() };
    expect(
      await heard['draft/save']({ nonce: NONCE, keys: [key], criterion: 'ask', answer: late }, panel),
    ).toMatchObject({ ok: true });
    expect((await readDraft(key))?.answers['ask']?.value).toBe('And call them');
    expect((await shown())?.elsewhere).toMatchObject({ kept: true });
  });

  it('is known in the other one though the worker ended before it could tell', async () => {
    const sending = { id: 'h1', attempt: 'b1', tab: OTHER, door: 'form', state: 'sending', to: 'Small team' } as const;
    const row = { ...identity, ...sending, changes: [], answers: {}, createdAt: Date.now() + 1, updatedAt: 1 };
    await beginSending([row], [], '', 1);
    expect(await sendHere()).toMatchObject({ ok: false, code: 'sent-elsewhere' });
    expect((await readTab(TAB)).holds).toEqual([]);
    expect(await shown()).toMatchObject({ hold: null, elsewhere: { state: 'sending' } });
  });

  it('says of several cases that were held together that the others did not go', async () => {
    await hold({ handoffs: [handing('1'), handing('2'), handing('3')] });
    await sendThere();
    expect((await readTab(TAB)).holds).toEqual([]);
    expect((await shown())?.elsewhere).toMatchObject({ others: 2 });
    expect(await cancelled()).toHaveLength(3);
  });

  it('does not wait for a tab that sleeps', async () => {
    const answers = vi.mocked(browser.tabs.sendMessage).getMockImplementation() as (...of: unknown[]) => unknown;
    const sleeps = (tab: number, ...more: unknown[]) => (tab === TAB ? new Promise(() => {}) : answers(tab, ...more));
    vi.mocked(browser.tabs.sendMessage).mockImplementation(sleeps as never);
    expect(await sendThere()).toEqual({ ok: true });
    expect((await readTab(TAB)).holds).toEqual([]);
  });
});

describe('what another tab holds', () => {
  it('stays held where it is of another case, or of another playbook', async () => {
    await hold({ handoffs: [handing('2'), handing('1', undefined, 'else')] });
    await sendThere();
    expect((await readTab(TAB)).holds).toHaveLength(1);
    expect(await kinds()).toEqual(['sending']);
  });

  it('stays held where its request names no case: which ones it means nobody knows', async () => {
    await hold({ handoffs: [handing(EVERY)] });
    await changeTab(OTHER, (state) => ({ ...state, holds: [held('b1', { handoffs: [handing(EVERY)] })] }));
    await saveAnswer({ ...identity, ref: ref(EVERY) }, 'ask', { value: 'Please look at it', by: 'person', at: 1 }, 1);
    expect(await sendThere()).toEqual({ ok: true });
    expect((await readTab(TAB)).holds).toHaveLength(1);
  });
});

describe('a tab that only shows the case', () => {
  beforeEach(() => changeTab(TAB, ({ nonce }) => ({ ...(nonce ? { nonce } : {}), holds: [], seen: ref() })));

  it('is told how far its draft is once another one sent it', async () => {
    await sendThere();
    await outcome('b1', 'confirmed', { proof: 'response' }, '');
    await vi.waitFor(() =>
      expect(world.told).toContainEqual({
        tell: 'draft',
        ref: ref(),
        status: expect.objectContaining({ playbook: 'small', met: false, done: 'Small team' }),
      }),
    );
    expect(await kinds()).toEqual(['sending', 'sent']);
  });

  it('learns that its form would change nothing any more', async () => {
    await sendThere();
    await outcome('b1', 'confirmed', { proof: 'response' }, '');
    const { status } = await heard['gate/pending']({ handoff: handing() }, page);
    expect(status).toMatchObject({ done: 'Small team' });
  });

  it('says so in a panel that was opened for it, and again when it is opened once more', async () => {
    await heard['overlay/open']({ handoff: handing() }, page);
    await sendThere();
    expect(await shown()).toMatchObject({ elsewhere: { state: 'sending' } });
    await heard['overlay/open']({ handoff: handing() }, page);
    expect(await shown()).toMatchObject({ elsewhere: { state: 'sending' } });
    // Refused, it is this tab's to fill in again.
    await outcome('b1', 'refused', { why: 'refused' }, '');
    await heard['overlay/open']({ handoff: handing() }, page);
    expect((await shown())?.elsewhere).toBeUndefined();
  });
});

describe('a press on a page that was open before another tab sent its case', () => {
  const press = (changes = [moves()]) =>
    heard['gate/held'](
      { attempt: 'a2', door: 'form', url: page.url, handoffs: [handing('1', changes)], alive: true },
      page,
    );
  beforeEach(async () => {
    await sendThere();
    await outcome('b1', 'confirmed', { proof: 'response' }, '');
    await vi.waitFor(async () => expect(await kinds()).toContain('sent'));
  });

  it('asks for nothing: the case is where the page would bring it', async () => {
    expect(await press()).toEqual({ do: 'pass' });
    expect((await readTab(TAB)).holds).toEqual([]);
    expect((await kinds()).filter((kind) => kind === 'sending')).toHaveLength(1);
  });

  it('is a handoff where it changes more than that', async () => {
    expect(await press([moves(), { field: 'owner', to: { label: 'Jonas' } }])).toEqual({ do: 'hold' });
  });

  it('is a handoff where the case was seen to be back since', async () => {
    await saveValues(ref(), { team: { label: 'Support' } }, Date.now() + 1);
    expect(await press()).toEqual({ do: 'hold' });
  });
});
