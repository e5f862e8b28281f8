// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenPainted } from '../../../lib/gate/painted';

const page = { state: 'loading' as DocumentReadyState, seen: 'visible' as DocumentVisibilityState, prepared: false };
/** What the browser says was painted. */
let paint: (name: 'first-paint' | 'first-contentful-paint') => void;
/** What listens on the window, by the event's type. */
let heard: Map<string, (event: { isTrusted: boolean }) => void>;
let frames: FrameRequestCallback[];
const work = vi.fn();

beforeEach(() => {
  Object.assign(page, { state: 'loading', seen: 'visible', prepared: false });
  work.mockClear();
  heard = new Map();
  frames = [];
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(told: (list: { getEntriesByName(name: string): string[] }) => void) {
        paint = (name) => told({ getEntriesByName: (wanted) => [name].filter((one) => one === wanted) });
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('requestAnimationFrame', (next: FrameRequestCallback) => frames.push(next));
  vi.stubGlobal('addEventListener', (type: string, hears: (event: object) => void, how: AddEventListenerOptions) => {
    heard.set(type, (event) => !how.signal?.aborted && hears(event));
  });
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => page.state);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => page.seen);
  Object.defineProperty(document, 'prerendering', { configurable: true, get: () => page.prepared });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const start = (as: Partial<typeof page> = {}) => {
  Object.assign(page, as);
  whenPainted(work);
};
const frame = () => {
  for (const next of frames.splice(0)) next(0);
};
const load = () => {
  page.state = 'complete';
  heard.get('load')?.({ isTrusted: true });
};

describe('what can wait until a page is painted', () => {
  it('is done once, when something to read was painted; a background alone is nothing to read', () => {
    start();
    paint('first-paint');
    expect(work).not.toHaveBeenCalled();
    paint('first-contentful-paint');
    paint('first-contentful-paint');
    load();
    frame();
    frame();
    expect(work).toHaveBeenCalledOnce();
  });

  it.each(['pointerdown', 'keydown'])('is done at once when a person acts (%s), and not when the page does', (type) => {
    start();
    heard.get(type)?.({ isTrusted: false });
    expect(work).not.toHaveBeenCalled();
    heard.get(type)?.({ isTrusted: true });
    heard.get(type)?.({ isTrusted: true });
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done two frames after the load of a page that has nothing to paint of its own', () => {
    start();
    frame();
    load();
    frame();
    expect(work).not.toHaveBeenCalled();
    frame();
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done at the load of a page that nobody looks at', () => {
    start({ seen: 'hidden' });
    expect(work).not.toHaveBeenCalled();
    load();
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done for a page that is left for another tab before it was painted', () => {
    start();
    load();
    page.seen = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(work).toHaveBeenCalledOnce();
  });

  it('is not done for a page that is only prepared, until it is shown', () => {
    start({ seen: 'hidden', prepared: true });
    load();
    expect(work).not.toHaveBeenCalled();
    Object.assign(page, { seen: 'visible', prepared: false });
    document.dispatchEvent(new Event('visibilitychange'));
    paint('first-contentful-paint');
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done in a page that was loaded before Baton came', () => {
    start({ state: 'complete', seen: 'hidden' });
    expect(work).toHaveBeenCalledOnce();
  });
});
