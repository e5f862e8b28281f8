import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeTab,
  forgetTab,
  handoffsShown,
  readTab,
  type TabHold,
  withoutHold,
} from '../../../lib/service/tab-state';
import { handing } from './world';

const hold = (attempt: string, id = '1'): TabHold => ({
  attempt,
  door: 'form',
  frame: 0,
  since: 1,
  alive: true,
  handoffs: [handing(id)],
});
beforeEach(() => fakeBrowser.reset());

describe('what the background knows of a tab', () => {
  it('is told with every change that was asked for before', async () => {
    void changeTab(7, (state) => ({ ...state, nonce: 'n' }));
    expect((await readTab(7)).nonce).toBe('n');
  });

  it('outlives the worker', async () => {
    await changeTab(7, (state) => ({ ...state, me: 'amara', holds: [hold('a1')] }));
    expect(await readTab(7)).toEqual({ me: 'amara', holds: [hold('a1')] });
    expect(await readTab(8)).toEqual({ holds: [] });
    await forgetTab(7);
    expect(await readTab(7)).toEqual({ holds: [] });
  });

  it('changes come one after the other: none is lost', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        changeTab(7, (state) => ({ ...state, holds: [...state.holds, hold(`a${i}`)] })),
      ),
    );
    expect((await readTab(7)).holds.map(({ attempt }) => attempt)).toEqual(
      Array.from({ length: 20 }, (_, i) => `a${i}`),
    );
  });

  it('a change that throws does not stop the next', async () => {
    const failed = changeTab(7, () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect((await changeTab(7, (state) => ({ ...state, me: 'amara' }))).me).toBe('amara');
  });

  it('a stored state that is none counts as none', async () => {
    await browser.storage.session.set({ 'tab:7': { holds: [{ attempt: 5 }] } });
    expect(await readTab(7)).toEqual({ holds: [] });
  });
});

describe('what the panel of a tab is about', () => {
  it('the newest hold, else what it was opened for, else what the form shows', () => {
    const all = { holds: [hold('a1', '1'), hold('a2', '2')], opened: [handing('3')], pending: handing('4') };
    const shown = (state: Parameters<typeof handoffsShown>[0]) => handoffsShown(state).map(({ ref }) => ref.id);
    expect(shown(all)).toEqual(['2']);
    expect(shown(withoutHold(all, 'a2'))).toEqual(['1']);
    expect(shown({ ...all, holds: [] })).toEqual(['3']);
    expect(shown({ holds: [], pending: handing('4') })).toEqual(['4']);
    expect(shown({ holds: [] })).toEqual([]);
  });
});
