import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../../entrypoints/panel/backend';
import { mergeDraft } from '../../../entrypoints/panel/merge-draft';
import { PanelStore } from '../../../entrypoints/panel/panel-store';
import type { PanelState } from '../../../lib/messages/protocol';
import type { Answer } from '../../../lib/model/handoff';
import { draftOf, sheetOf } from './sample';

const said = (value: string): Answer => ({ value, by: 'person', at: 1 });

describe('merging another tab’s draft', () => {
  const ours = draftOf('1', { revision: 3, answers: { ask: said('mine'), told: said('old') } });

  it('takes criterion by criterion what is not ours to keep', () => {
    const theirs = draftOf('1', { revision: 4, answers: { ask: said('theirs'), told: said('new'), way: said('x') } });
    const merged = mergeDraft(ours, theirs, (what) => what !== 'reason' && what.criterion === 'ask');
    expect(merged.answers).toEqual({ ask: said('mine'), told: said('new'), way: said('x') });
    expect(merged.revision).toBe(4);
  });

  it('takes what was taken back there', () => {
    const merged = mergeDraft(ours, draftOf('1', { revision: 4, answers: { ask: said('mine') } }), () => false);
    expect(merged.answers).toEqual({ ask: said('mine') });
  });

  it('ignores an older state', () => {
    expect(mergeDraft(ours, draftOf('1', { revision: 2 }), () => false)).toBe(ours);
  });
});

describe('the panel store', () => {
  let focused: string | undefined;
  let store: PanelStore;
  let revision = 0;
  const backend = {
    state: vi.fn(async (): Promise<Awaited<ReturnType<Backend['state']>>> => ({ state: sheetOf() })),
    save: vi.fn(async () => ({ ok: true as const, at: 1, revision: ++revision })),
  };
  const value = (criterion: string) => store.snapshot().state?.cases[0]?.draft.answers[criterion]?.value;

  beforeEach(async () => {
    vi.useFakeTimers();
    focused = undefined;
    revision = 0;
    store = new PanelStore(backend as unknown as Backend, () => focused);
    await store.reload();
  });
  afterEach(() => vi.useRealTimers());

  it('shows another tab’s answer at once where nobody types', () => {
    store.heard(draftOf('1', { revision: 1, answers: { ask: said('theirs') } }));
    expect(value('ask')).toBe('theirs');
  });

  it('lets nothing that is drawn ahead take the place of what a person sees, and shows what is held in the place of that', () => {
    const ahead = { ...sheetOf(), ahead: true as const };
    store.show(ahead);
    expect(store.snapshot().state?.ahead).toBeUndefined();
    const early = new PanelStore(backend as unknown as Backend, () => focused);
    early.show(ahead);
    expect(early.snapshot().state?.ahead).toBe(true);
    early.show(sheetOf());
    expect(early.snapshot().state?.ahead).toBeUndefined();
  });

  it('saves at once what was typed last where another tab sent the case, and then shows what is left of the draft', async () => {
    const sent = { state: 'sending' as const, to: 'Engineering', at: 1, title: '', others: 0, kept: false };
    store.answer(['key-1'], 'ask', 'fir');
    store.answer(['key-1'], 'ask', 'first words');
    store.show({ ...sheetOf({ hold: null }), elsewhere: sent });
    await vi.advanceTimersByTimeAsync(0);
    expect(backend.save).toHaveBeenLastCalledWith(
      expect.objectContaining({ criterion: 'ask', answer: expect.objectContaining({ value: 'first words' }) }),
    );
    expect(store.snapshot()).toMatchObject({ shown: 2, save: { is: 'saved' } });
    expect(value('ask')).toBe('first words');
    store.show({ ...sheetOf({ hold: null }), elsewhere: { ...sent, state: 'sent' } });
    expect(value('ask')).toBeUndefined();
  });

  it('leaves the field that is being typed into, and takes the newer state when it has cooled', async () => {
    focused = 'ask';
    store.answer(['key-1'], 'ask', 'mine');
    await vi.advanceTimersByTimeAsync(10);
    store.heard(draftOf('1', { revision: 2, answers: { ask: said('theirs'), way: said('also') } }));
    expect(value('ask')).toBe('mine');
    expect(value('way')).toBe('also');
    await vi.advanceTimersByTimeAsync(1100);
    expect(value('ask')).toBe('theirs');
  });

  it('keeps what was typed on when an older echo arrives', async () => {
    store.answer(['key-1'], 'ask', 'a');
    await vi.advanceTimersByTimeAsync(10);
    store.answer(['key-1'], 'ask', 'ab');
    store.heard(draftOf('1', { revision: 1, answers: { ask: said('a') } }));
    expect(value('ask')).toBe('ab');
    await vi.advanceTimersByTimeAsync(500);
    expect(value('ask')).toBe('ab');
  });

  it('shows a state that came along with the news, and not what was asked for before it', async () => {
    let late = (_: Awaited<ReturnType<Backend['state']>>) => {};
    backend.state.mockReturnValueOnce(
      new Promise((resolve) => {
        late = resolve;
      }),
    );
    const asked = store.reload();
    const calls = backend.state.mock.calls.length;
    store.show(sheetOf({ hold: { attempt: 'a2', alive: true } }));
    late({ state: sheetOf() });
    await asked;
    expect(store.snapshot()).toMatchObject({ shown: 2, state: { hold: { attempt: 'a2' } } });
    expect(backend.state).toHaveBeenCalledTimes(calls);
  });

  it('keeps what was shown last while there is nothing to show, and counts the next as shown anew', async () => {
    backend.state.mockResolvedValueOnce({ state: null });
    await store.reload();
    expect(store.snapshot()).toMatchObject({ away: true, shown: 1, state: { cases: [{}] } });
    store.answer(['key-1'], 'ask', 'of the one before');
    store.show(sheetOf());
    expect(store.snapshot()).toMatchObject({ away: false, shown: 2 });
    expect(value('ask')).toBeUndefined();
  });

  it('keeps nothing of it where the background is lost', async () => {
    backend.state.mockResolvedValueOnce({ state: null });
    await store.reload();
    backend.state.mockRejectedValue(new Error('gone'));
    const asked = store.reload();
    await vi.advanceTimersByTimeAsync(10_000);
    await asked;
    expect(store.snapshot()).toMatchObject({ lost: true, away: false, state: null });
    backend.state.mockImplementation(async () => ({ state: sheetOf() }));
  });

  it('counts a new hold as shown anew, and other news as the same showing', async () => {
    expect(store.snapshot().shown).toBe(1);
    await store.reload();
    expect(store.snapshot().shown).toBe(1);
    backend.state.mockResolvedValueOnce({ state: sheetOf({ hold: { attempt: 'a2', alive: true } }) as PanelState });
    await store.reload();
    expect(store.snapshot().shown).toBe(2);
  });

  it('keeps unsaved typing over a fresh state', async () => {
    backend.save.mockResolvedValueOnce({ ok: false, code: 'storage-full' } as never);
    store.answer(['key-1'], 'ask', 'mine');
    await vi.advanceTimersByTimeAsync(10);
    await store.reload();
    expect(value('ask')).toBe('mine');
    expect(store.snapshot().save).toEqual({ is: 'failed', code: 'storage-full' });
  });

  it('says in place of a new hold that the database fails, asks again, and then shows what was typed before it', async () => {
    backend.save.mockResolvedValueOnce({ ok: false, code: 'storage-error' } as never);
    store.answer(['key-1'], 'ask', 'mine');
    await vi.advanceTimersByTimeAsync(10);
    const trouble = { code: 'storage-error', unsure: 'closed' as const, held: 'a2' };
    backend.state.mockResolvedValueOnce({ state: null, trouble });
    await store.reload();
    expect(store.snapshot()).toMatchObject({ trouble, shown: 2, away: false });
    backend.state.mockResolvedValueOnce({ state: sheetOf({ hold: { attempt: 'a2', alive: true } }) as PanelState });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.snapshot()).toMatchObject({ trouble: null, state: { hold: { attempt: 'a2' } } });
    expect(value('ask')).toBe('mine');
  });

  it('leaves the checklist of the hold where the database fails under it', async () => {
    backend.state.mockResolvedValueOnce({
      state: null,
      trouble: { code: 'storage-full', unsure: 'open', held: 'a1' },
    });
    await store.reload();
    expect(store.snapshot()).toMatchObject({ trouble: null, shown: 1, state: { hold: { attempt: 'a1' } } });
  });

  it('says when the background does not answer', async () => {
    const silent = new PanelStore(
      { state: () => Promise.reject(new Error('gone')) } as unknown as Backend,
      () => undefined,
    );
    const loading = silent.reload();
    await vi.advanceTimersByTimeAsync(60_000);
    await loading;
    expect(silent.snapshot().lost).toBe(true);
  });
});
