import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, call, orphaned } from '../../../lib/messages/client';
import { hear } from '../../../lib/messages/hear';

const sendMessage = vi.fn();
const runtime: { id?: string; sendMessage: typeof sendMessage } = { id: 'baton', sendMessage };
beforeEach(() => {
  runtime.id = 'baton';
  sendMessage.mockReset();
  vi.stubGlobal('chrome', { runtime });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error) => (error instanceof CallError ? error.code : error),
  );

describe('a call', () => {
  it('gives what the background answers', async () => {
    sendMessage.mockResolvedValue({ ok: { status: null } });
    expect(await call('gate/pending', { handoff: null })).toEqual({ status: null });
    expect(sendMessage).toHaveBeenCalledWith({ call: 'gate/pending', input: { handoff: null } });
  });

  it('is made in the same turn: a page that is being left has no other', () => {
    sendMessage.mockResolvedValue({ ok: {} });
    void call('practice/forget', {});
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  it('of a page that nobody has entered yet waits until somebody does, and its time begins then', async () => {
    vi.useFakeTimers();
    const page = Object.assign(new EventTarget(), { prerendering: true });
    vi.stubGlobal('document', page);
    sendMessage.mockResolvedValue({ ok: { status: null } });
    const answer = call('gate/pending', { handoff: null }, 1_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sendMessage).not.toHaveBeenCalled();
    page.prerendering = false;
    page.dispatchEvent(new Event('prerenderingchange'));
    expect(await answer).toEqual({ status: null });
  });

  it.each([
    ['refused', { refused: 'not for this sender' }],
    ['refused', undefined],
    ['refused', null],
  ])('says %s for the answer %j', async (expected, answer) => {
    sendMessage.mockResolvedValue(answer);
    expect(await code(call('gate/pending', { handoff: null }))).toBe(expected);
  });

  it('says when no answer came in time, and waits no longer', async () => {
    vi.useFakeTimers();
    sendMessage.mockReturnValue(new Promise(() => {}));
    const late = code(call('gate/pending', { handoff: null }, 2_000));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await late).toBe('timeout');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('from a page whose Baton was updated is an orphan’s, whether that is known before or only then', async () => {
    sendMessage.mockImplementation(() => {
      delete runtime.id;
      throw new Error('Extension context invalidated.');
    });
    expect(orphaned()).toBe(false);
    expect(await code(call('gate/pending', { handoff: null }))).toBe('orphan');
    expect(orphaned()).toBe(true);
    expect(await code(call('gate/pending', { handoff: null }))).toBe('orphan');
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});

describe('what a page hears', () => {
  function heard() {
    let listener: (message: unknown, sender: object, answer: (value: unknown) => void) => unknown = () => {};
    vi.stubGlobal('chrome', {
      runtime: { id: 'baton', onMessage: { addListener: (one: typeof listener) => (listener = one) } },
    });
    const handler = vi.fn((): unknown => ({ here: true }));
    hear(handler);
    const answer = vi.fn();
    return { handler, answer, say: (message: unknown, sender: object) => listener(message, sender, answer) };
  }

  it('is the background of this extension', () => {
    const { say, handler, answer } = heard();
    expect(say({ tell: 'ping' }, { id: 'baton' })).toBe(true);
    expect(handler).toHaveBeenCalledWith({ tell: 'ping' });
    expect(answer).toHaveBeenCalledWith({ here: true });
  });

  it.each([
    ['another extension', { tell: 'let-go' }, { id: 'other' }],
    ['a script in a tab', { tell: 'let-go' }, { id: 'baton', tab: { id: 3 } }],
    ['what is no order', { call: 'gate/hello' }, { id: 'baton' }],
    ['text', 'let-go', { id: 'baton' }],
    ['nothing', null, { id: 'baton' }],
  ])('and not %s', (_, message, sender) => {
    const { say, handler, answer } = heard();
    expect(say(message, sender)).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
    expect(answer).not.toHaveBeenCalled();
  });

  it('an order that needs no answer leaves the channel to others', () => {
    const { say, handler, answer } = heard();
    handler.mockReturnValue(undefined);
    expect(say({ tell: 'hide-panel' }, { id: 'baton' })).toBeUndefined();
    expect(answer).not.toHaveBeenCalled();
  });
});
