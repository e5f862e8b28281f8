import { type Host, inTopLayer } from './host';
import { above, rootOf } from './top-layer';
import { NARROWEST } from './width';

/** Nothing leaves by a panel that was not there to be seen for this long, looked at this often (milliseconds). */
const SEEN_FOR = 400;
const LOOK_EVERY = 250;
/** The panel is never narrower than the person may make it (width.ts), but for a window that is. */
const LEAST = NARROWEST - 10;
/** How far aside its entrance begins, in pixels (overlay.css). */
const SLIDES = 17;
const COLUMNS = 4;
const ROWS = 12;

export type Sight = 'seen' | 'covered' | 'too-soon';

/** Whether the person sees the whole panel at this moment: on screen, full size, unaltered, with nothing of the page's over it. */
export function isSeen(frame: Element, host: Host): boolean {
  const page = frame.ownerDocument;
  return page.visibilityState === 'visible' && isWhole(frame, page) && isPlain(host.element) && !isCovered(frame, host);
}

function isWhole(frame: Element, { documentElement }: Document): boolean {
  const { left, top, right, bottom, width, height } = frame.getBoundingClientRect();
  const { clientWidth, clientHeight } = documentElement;
  const view = { width: innerWidth || clientWidth, height: innerHeight || clientHeight };
  return (
    left >= -SLIDES &&
    top >= -1 &&
    right <= view.width + SLIDES &&
    bottom <= view.height + 1 &&
    width >= Math.min(LEAST, view.width * 0.98) &&
    height >= view.height * 0.9
  );
}

/** Properties that alter how an element looks, but for this value. */
const NONE = [
  'filter',
  'clip-path',
  'mask-image',
  '-webkit-mask-image',
  'transform',
  'translate',
  'rotate',
  'scale',
  'perspective',
];

/** Whether nothing alters the look of the host: in the top layer only its own style can, elsewhere that of all around it too. */
function isPlain(host: Element): boolean {
  for (let at: Node | null = host; at; at = inTopLayer(host) ? null : above(at)) {
    if (!(at instanceof Element)) continue;
    const style = getComputedStyle(at);
    const is = (name: string) => style.getPropertyValue(name);
    const plain =
      Number(is('opacity') || 1) > 0.95 &&
      ['', 'normal'].includes(is('mix-blend-mode')) &&
      NONE.every((name) => ['', 'none'].includes(is(name)));
    if (!plain) return false;
  }
  return true;
}

/** Whether anything lies over the panel: what a pointer would meet there, and what it would pass through but the eye would not. */
function isCovered(frame: Element, host: Host): boolean {
  const { left, top, width, height } = frame.getBoundingClientRect();
  const root = rootOf(host.element);
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS; column += 1) {
      const x = left + ((column + 0.5) / COLUMNS) * width;
      const y = top + ((row + 0.5) / ROWS) * height;
      if (root.elementFromPoint(x, y) !== host.element) return true;
    }
  return !host.topmost();
}

/**
 * Looks again and again while the panel is shown: a page that uncovers it at the press has uncovered it too late.
 * Looking takes at most a fiftieth of the time.
 */
export function watchSight(look: () => boolean) {
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const glance = () => {
    const began = performance.now();
    since = look() ? (since ?? began) : null;
    return performance.now() - began;
  };
  const again = () => {
    timer = setTimeout(again, Math.max(LOOK_EVERY, 50 * glance()));
  };
  return {
    /** The panel was shown, or is shown still. */
    begin(): void {
      if (timer === undefined) again();
    },
    end(): void {
      clearTimeout(timer);
      timer = undefined;
      since = null;
    },
    /** May a press of this moment count? */
    now(): Sight {
      glance();
      if (since === null) return 'covered';
      return performance.now() - since >= SEEN_FOR ? 'seen' : 'too-soon';
    },
  };
}
