import { visible } from '../../capture/visible';
import type { Walk } from '../../model/teaching';
import { above, shadowOf } from '../../overlay/top-layer';

/** What stands at a place of the page below Baton's own, into components' roots. */
export function elementAt(page: Document, x: number, y: number): Element | null {
  let at = page.elementsFromPoint(x, y).find((one) => !isOwn(one)) ?? null;
  for (let root = at && shadowOf(at); at && root; root = shadowOf(at)) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === at) break;
    at = inner;
  }
  return at;
}

/** Another page: what stands in it is not to be pointed at from here. */
export const isFrame = (element: Element): boolean => element.matches('iframe, frame, object, embed');

/** What a person means who points at a label: its control; at a part of a button: all of it. */
export function meant(element: Element): Element {
  const label = element.closest('label');
  if (label?.control && !element.closest('input, select, textarea')) return label.control;
  return element.closest('select, button, [role=button], [role=combobox], svg') ?? element;
}

const STEPS: Record<Exclude<Walk, 'take'>, (at: Element) => Element | null> = {
  up: (at) => outOf(at),
  down: (at) => (shadowOf(at) ?? at).firstElementChild,
  before: (at) => at.previousElementSibling,
  after: (at) => at.nextElementSibling,
};

/** The next element by keyboard that a person sees; the same one where there is none. */
export function walked(at: Element, walk: Exclude<Walk, 'take'>): Element {
  const step = STEPS[walk];
  // A first child that is not seen is gone past by its siblings.
  const on = walk === 'down' ? STEPS.after : step;
  for (let next = step(at); next; next = on(next)) if (!isOwn(next) && visible(next)) return next;
  return at;
}

/** Where walking begins: at the page's heading. */
export function firstOf(page: Document): Element {
  return (
    [...page.querySelectorAll('main h1, h1, main, body > *')].find((one) => !isOwn(one) && visible(one)) ?? page.body
  );
}

function outOf(at: Element): Element | null {
  const around = above(at);
  const element = around instanceof ShadowRoot ? around.host : around;
  return element instanceof Element && element.localName !== 'html' ? element : null;
}

const isOwn = ({ localName }: Element): boolean => localName.startsWith('baton-');
