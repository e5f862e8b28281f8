import type { PanelPlace } from '../model/settings';
import { say } from '../words/say';
import { afterKey, allowed, moved, NARROWEST, WIDEST } from './width';

/** So many pixels are no drag yet. */
const STILL = 3;

type Panel = {
  side(): PanelPlace['side'];
  /** As it is now, in pixels. */
  width(): number;
  /** Null gives it back to the window. */
  show(width: number | null): void;
  remember(width: number | null): void;
};

/**
 * The panel's inner edge, by which a person makes it wider or narrower: by pointer, by keys, and by two presses back to what the window gives it.
 * While it is dragged it lies over the whole window, for a frame would keep the pointer's moves to itself.
 */
export function makeGrip(root: ShadowRoot, panel: Panel) {
  const grip = root.ownerDocument.createElement('div');
  grip.className = 'grip';
  grip.tabIndex = 0;
  const attributes = {
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-label': say('overlay_width'),
    'aria-valuemin': String(NARROWEST),
    'aria-valuemax': String(WIDEST),
  };
  for (const [name, value] of Object.entries(attributes)) grip.setAttribute(name, value);
  let drag: { from: number; width: number; to: number | null } | null = null;
  let keyed: number | null = null;

  const end = () => {
    if (!drag) return;
    const { to } = drag;
    drag = null;
    grip.removeAttribute('data-drags');
    if (to !== null) panel.remember(to);
  };
  grip.addEventListener('pointermove', ({ isTrusted, clientX }) => {
    if (!drag || !isTrusted) return;
    const by = clientX - drag.from;
    if (drag.to === null && Math.abs(by) < STILL) return;
    drag.to = allowed(moved(drag.width, by, panel.side()), innerWidth);
    panel.show(drag.to);
  });
  grip.addEventListener('lostpointercapture', end);
  grip.addEventListener('keydown', (event) => {
    const to = event.isTrusted ? afterKey(event.key, panel.width(), panel.side()) : null;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    keyed = allowed(to, innerWidth);
    panel.show(keyed);
  });
  // Once, and not for each repetition of a key that is held down.
  grip.addEventListener('keyup', () => {
    if (keyed !== null) panel.remember(keyed);
    keyed = null;
  });

  return {
    element: grip,
    /** Says its width to those who do not see it. */
    tell(width: number): void {
      grip.setAttribute('aria-valuenow', String(Math.round(width)));
    },
    /** A press or its end somewhere in Baton's root, before the page hears of it. */
    pointed(event: PointerEvent): void {
      if (event.type === 'pointerup') end();
      const hit = root.elementFromPoint(event.clientX, event.clientY);
      if (event.type !== 'pointerdown' || !event.isTrusted || event.button !== 0 || hit !== grip) return;
      grip.setPointerCapture(event.pointerId);
      grip.setAttribute('data-drags', '');
      drag = { from: event.clientX, width: panel.width(), to: null };
    },
    /** A click somewhere in Baton's root. */
    pressed(event: MouseEvent): void {
      if (!event.isTrusted || event.detail !== 2 || root.elementFromPoint(event.clientX, event.clientY) !== grip)
        return;
      panel.show(null);
      panel.remember(null);
    },
  };
}
