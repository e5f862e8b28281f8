import { shadowOf } from '../../capture/query';
import { visible } from '../../capture/visible';
import type { Walk } from '../../model/teaching';

/** What stands at a place of the page below Baton's own, into components' roots. */
export function elementAt(page: Document, x: number, y: number): Element | null {
  let at = page.elementsFromPoint(x, y).find((one) => !isOwn(one)) ?? null;
  for (let root = at && shadowOf(at); root instanceof ShadowRoot; root = at && shadowOf(at)) {
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

type Step = Exclude<Walk, 'take'>;
const STEPS: Record<Step, (at: Element) => Element | null> = {
  up: (at) => at.parentElement ?? (at.parentNode instanceof ShadowRoot ? at.parentNode.host : null),
  down: (at) => shadowOf(at).firstElementChild,
  before: (at) => at.previousElementSibling,
  after: (at) => at.nextElementSibling,
};

/** The next element by keyboard that a person sees; the same one where there is none. */
export function walked(at: Element, walk: Step): Element {
  // A first child that is not seen is gone past by its siblings.
  const on = STEPS[walk === 'down' ? 'after' : walk];
  for (let next = STEPS[walk](at); next && next.localName !== 'html'; next = on(next))
    if (!isOwn(next) && visible(next)) return next;
  return at;
}

/** Where walking begins: at the page's heading. */
export function firstOf(page: Document): Element {
  const all = ['main h1', 'h1', 'main', 'body > *'].flatMap((css) => [...page.querySelectorAll(css)]);
  return all.find((one) => !isOwn(one) && visible(one)) ?? page.body;
}

const isOwn = ({ localName }: Element): boolean => localName.startsWith('baton-');
