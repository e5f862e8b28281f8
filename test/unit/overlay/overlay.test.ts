// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Host, makeHost } from '../../../lib/overlay/host';
import { schemeOf } from '../../../lib/overlay/scheme';
import { makeStrip } from '../../../lib/overlay/strip';
import { makeTab } from '../../../lib/overlay/tab';
import { withTopLayer } from './with-top-layer';

const root = () => document.createElement('div').attachShadow({ mode: 'closed' });

beforeEach(() => {
  withTopLayer();
  const words = (key: string, subs: string[]) => [key, ...subs].join(' ');
  vi.stubGlobal('chrome', {
    runtime: { id: 'baton' },
    i18n: { getMessage: (key: string, subs: string[]) => (key === 'no_such' ? '' : words(key, subs)) },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the tab', () => {
  const tab = (face: Parameters<ReturnType<typeof makeTab>['show']>[0]) => {
    const place = root();
    makeTab(place, () => {}).show(face);
    return place.querySelector('button') as HTMLButtonElement;
  };

  it('says nothing until the form shows a handoff', () => {
    expect(tab(null).textContent).toBe('');
    expect(tab(null).getAttribute('aria-label')).toBe('overlay_open');
  });

  it('then says to whom, and how many things are missing', () => {
    expect(tab({ to: 'Engineering' }).textContent).toBe('overlay_to Engineering');
    expect(tab({ to: 'Engineering', missing: 4 }).textContent).toBe('overlay_to_missing_other 4 Engineering');
    expect(tab({ to: 'Engineering', missing: 1 }).textContent).toBe('overlay_to_missing_one 1 Engineering');
    expect(tab({ to: 'Engineering', missing: 0 }).textContent).toBe('overlay_to_ready Engineering');
    expect(tab({ to: 'Engineering', missing: 4 }).getAttribute('aria-label')).toContain(
      'overlay_to_missing_other 4 Engineering',
    );
  });

  it('says what is held while the panel is folded, to those too who do not see it', () => {
    const place = root();
    const { show } = makeTab(place, () => {});
    const button = place.querySelector('button');
    const told = place.querySelector('[role=status]');
    show({ to: 'Engineering', missing: 3, held: true });
    expect([button?.textContent, told?.textContent]).toEqual(Array(2).fill('overlay_held_other 3 Engineering'));
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    show({ to: 'Engineering', missing: 1, held: true });
    expect(told?.textContent).toBe('overlay_held_one 1 Engineering');
    show({ to: 'Engineering', missing: 0, held: true });
    expect(told?.textContent).toBe('overlay_held_ready Engineering');
    show({ to: 'Engineering', missing: 3 });
    expect(told?.textContent).toBe('');
  });

  it('shows a team’s name as text, whatever stands in it', () => {
    const button = tab({ to: '<img src=x onerror=alert(1)>' });
    expect(button.querySelector('img')).toBeNull();
    expect(button.textContent).toContain('<img');
  });

  it('is not opened by a page’s script', () => {
    const open = vi.fn();
    const place = Object.assign(root(), { elementFromPoint: () => place.querySelector('button') });
    const { pressed } = makeTab(place, open);
    pressed(new MouseEvent('click'));
    expect(open).not.toHaveBeenCalled();
    const trusted = { isTrusted: true, clientX: 1, clientY: 1 } as MouseEvent;
    pressed(trusted);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is not opened by a press on the strip', () => {
    const open = vi.fn();
    const place = root();
    const strip = document.createElement('div');
    Object.assign(place, { elementFromPoint: () => strip });
    makeTab(place, open).pressed({ isTrusted: true, clientX: 1, clientY: 1 } as MouseEvent);
    expect(open).not.toHaveBeenCalled();
  });
});

describe('the strip', () => {
  const strip = () => {
    const place = root();
    return { ...makeStrip(place), element: place.querySelector('.strip') as HTMLElement };
  };

  it('says a line to everybody, and goes by itself', () => {
    vi.useFakeTimers();
    const { show, element } = strip();
    expect(element.getAttribute('role')).toBe('status');
    expect(element.hidden).toBe(true);
    show({ key: 'line_sent', subs: ['Engineering'], tone: 'good' });
    expect([element.hidden, element.textContent]).toEqual([false, 'line_sent Engineering']);
    vi.advanceTimersByTime(3_999);
    expect(element.hidden).toBe(false);
    vi.advanceTimersByTime(1);
    expect(element.hidden).toBe(true);
  });

  it('a line without words is not shown', () => {
    const { show, element } = strip();
    show({ key: 'no_such', subs: [], tone: 'plain' });
    expect(element.hidden).toBe(true);
  });
});

describe('the host', () => {
  const host = () => document.querySelector('baton-overlay') as HTMLElement;
  let made: Host | undefined;
  const make = (retreated: () => void = () => {}) => {
    made = makeHost(document, 'baton-overlay', '', retreated);
  };
  afterEach(() => made?.remove());
  const later = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('is one element with a root that the page cannot open', () => {
    make();
    expect(document.querySelectorAll('baton-overlay')).toHaveLength(1);
    expect(host().shadowRoot).toBeNull();
    expect(host().childElementCount).toBe(0);
  });

  it('undoes what a page does to it', async () => {
    make();
    host().style.setProperty('opacity', '0', 'important');
    await later();
    expect(host().style.opacity).toBe('1');
    host().setAttribute('hidden', '');
    await later();
    expect(host().hasAttribute('hidden')).toBe(false);
    host().remove();
    await later();
    expect(document.querySelectorAll('baton-overlay')).toHaveLength(1);
    expect(host().parentNode).toBe(document.documentElement);
  });

  it('does not fight for ever: after twenty times it retreats and says so', async () => {
    const retreated = vi.fn();
    make(retreated);
    for (let i = 0; i < 25 && host(); i += 1) {
      host().style.opacity = '0';
      await later();
    }
    expect(retreated).toHaveBeenCalledTimes(1);
    expect(host()).toBeNull();
  });

  it('takes no offence at what a desk adds beside it', async () => {
    const retreated = vi.fn();
    make(retreated);
    for (let i = 0; i < 60; i += 1) {
      document.documentElement.append(document.createElement('div'));
      if (i % 3 === 0) await later();
    }
    expect(retreated).not.toHaveBeenCalled();
    expect(host()).not.toBeNull();
    for (const div of document.querySelectorAll('html > div')) div.remove();
  });
});

describe('whether the desk looks dark', () => {
  it.each([
    ['rgb(255, 255, 255)', '', 'light'],
    ['rgb(20, 20, 30)', '', 'dark'],
    ['rgba(0, 0, 0, 0)', 'rgb(10, 10, 10)', 'dark'],
    ['', '', 'light'],
  ])('body %j, root %j: %s', (body, rootColor, scheme) => {
    document.body.style.backgroundColor = body;
    document.documentElement.style.backgroundColor = rootColor;
    expect(schemeOf(document)).toBe(scheme);
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
  });
});
