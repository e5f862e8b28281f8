// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Host, makeHost } from '../../../lib/overlay/host';
import { isSeen, watchSight } from '../../../lib/overlay/seen';
import { shieldOf } from '../../../lib/overlay/shield';
import { withTopLayer } from './with-top-layer';

let top: ReturnType<typeof withTopLayer>;
let host: Host;
const retreated = vi.fn();
const later = () => new Promise((resolve) => setTimeout(resolve, 5));
const put = <T extends HTMLElement>(name: string): T => {
  const element = document.createElement(name);
  document.body.append(element);
  return element as T;
};

beforeEach(() => {
  vi.stubGlobal('chrome', { runtime: { id: 'baton' } });
  top = withTopLayer();
  retreated.mockClear();
  host = makeHost(document, 'baton-overlay', '', retreated);
});
afterEach(() => {
  host.remove();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the host and modal dialogs', () => {
  it('goes into one that opens, and back when it is closed', async () => {
    const dialog = put<HTMLDialogElement>('dialog');
    top.showModal(dialog);
    host.settle();
    expect(host.element.parentNode).toBe(dialog);
    expect(host.topmost()).toBe(true);
    top.close(dialog);
    await later();
    expect(host.element.parentNode).toBe(document.documentElement);
  });

  it('comes back by itself when one is taken away with it', async () => {
    const section = put('section');
    const dialog = document.createElement('dialog');
    section.append(dialog);
    top.showModal(dialog);
    host.settle();
    section.remove();
    await later();
    expect(host.element.parentNode).toBe(document.documentElement);
    expect(host.topmost()).toBe(true);
  });

  it('does not follow for ever', async () => {
    const dialog = put<HTMLDialogElement>('dialog');
    for (let i = 0; i < 30; i += 1) {
      top.showModal(dialog);
      host.settle();
      top.close(dialog);
      await later();
    }
    expect(retreated).toHaveBeenCalledTimes(1);
    expect(host.element.isConnected).toBe(false);
  });
});

describe('whether the panel is seen', () => {
  let hit: Element | null;
  let rect: { left: number; top: number; width: number; height: number };
  const look = () => {
    const frame = document.createElement('iframe');
    host.root.append(frame);
    const { left, top, width, height } = rect;
    frame.getBoundingClientRect = () => ({ ...rect, right: left + width, bottom: top + height }) as DOMRect;
    return isSeen(frame, host);
  };
  beforeEach(() => {
    hit = host.element;
    rect = { left: innerWidth - 380, top: 0, width: 380, height: innerHeight };
    Object.assign(document, { elementFromPoint: () => hit });
  });

  it('is seen when it is whole, plain and uncovered', () => expect(look()).toBe(true));

  it.each([
    ['beside the window', { left: 5_000 }],
    ['half above it', { top: -400 }],
    ['a sliver', { width: 20 }],
    ['a button’s height', { height: 40 }],
  ])('is not when it is %s', (_, change) => {
    Object.assign(rect, change);
    expect(look()).toBe(false);
  });

  it('is not where the pointer meets something else', () => {
    hit = document.body;
    expect(look()).toBe(false);
  });

  it.each([
    ['opacity', '0.5'],
    ['filter', 'blur(9px)'],
    ['transform', 'scale(0.1)'],
    ['clip-path', 'inset(40%)'],
    ['mix-blend-mode', 'difference'],
  ])('is not with %s: %s on the host', (name, value) => {
    host.element.style.setProperty(name, value, 'important');
    expect(look()).toBe(false);
  });

  it('does not mind the look of what is around it, which does not reach the top layer', () => {
    document.documentElement.style.opacity = '0';
    expect(look()).toBe(true);
    host.element.hidePopover();
    expect(look()).toBe(false);
    document.documentElement.removeAttribute('style');
  });

  it('is not when something came into the top layer since, however transparent to the pointer; raised, it is', () => {
    const note = put('div');
    note.setAttribute('popover', 'manual');
    note.showPopover();
    expect(look()).toBe(false);
    host.raise();
    expect(look()).toBe(true);
    note.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState: 'open' }));
    expect(look()).toBe(false);
  });
});

describe('how long it must have been seen', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('takes a press after 400 ms, and none before', () => {
    const sight = watchSight(() => true);
    sight.begin();
    vi.advanceTimersByTime(399);
    expect(sight.now()).toBe('too-soon');
    vi.advanceTimersByTime(1);
    expect(sight.now()).toBe('seen');
    sight.end();
  });

  it('takes none that the page uncovers it for', () => {
    let uncovered = false;
    const sight = watchSight(() => uncovered);
    sight.begin();
    vi.advanceTimersByTime(5_000);
    expect(sight.now()).toBe('covered');
    uncovered = true;
    expect(sight.now()).toBe('too-soon');
    sight.end();
  });

  it('knows nothing of a panel that was hidden in between', () => {
    const sight = watchSight(() => true);
    sight.begin();
    vi.advanceTimersByTime(5_000);
    sight.end();
    expect(sight.now()).toBe('too-soon');
  });
});

describe('what the desk is not told', () => {
  const heard: string[] = [];
  const pressed = vi.fn();
  const note = (event: Event) => {
    const { type, target, relatedTarget } = event as Event & { target: Element; relatedTarget?: Element | null };
    heard.push(`${type} ${target.localName} ${relatedTarget?.localName ?? 'nothing'}`);
  };
  const types = ['focusin', 'focusout', 'click'] as const;
  let shield: (event: Event) => void;
  beforeEach(() => {
    heard.length = 0;
    pressed.mockClear();
    shield = shieldOf(host.element, pressed);
    for (const type of types) {
      window.addEventListener(type, shield, true);
      document.addEventListener(type, note);
    }
  });
  afterEach(() => {
    for (const type of types) {
      window.removeEventListener(type, shield, true);
      document.removeEventListener(type, note);
    }
  });
  const focus = (on: Element, type: string, relatedTarget: Element | null) =>
    on.dispatchEvent(new FocusEvent(type, { bubbles: true, composed: true, relatedTarget }));

  it('that the focus came to Baton', () => {
    focus(host.element, 'focusin', null);
    expect(heard).toEqual([]);
  });

  it('where it went: only that it left', () => {
    const field = put('input');
    focus(field, 'focusout', host.element);
    expect(heard).toEqual(['focusout input nothing']);
  });

  it('of a press on Baton, which Baton hears itself', () => {
    host.element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(heard).toEqual([]);
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  it('everything else it is told as ever', () => {
    const [one, other] = [put('input'), put('select')];
    focus(one, 'focusout', other);
    focus(other, 'focusin', one);
    other.click();
    expect(heard).toEqual(['focusout input select', 'focusin select input', 'click select nothing']);
  });
});
